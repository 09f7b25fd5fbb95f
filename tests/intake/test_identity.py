import hashlib
import hmac

import pandas as pd
import pytest

from alliance_analytics.intake.identity import identify, mail_address, person_link
from alliance_analytics.intake.platforms.base import Column


def person(export, questions=()):
    return identify(export, questions).person.tolist()


def test_a_mail_address_has_one_spelling_and_a_placeholder_is_none(make_export):
    export = make_export([Column("", "Email", role="mail")], [[" Ann@Example.org"], ["anonymous"], [""]])
    assert person(export) == ["ann@example.org", "", ""]


@pytest.mark.parametrize("heading", ["E-mailadres", "Email Address", "e-mail"])
def test_addresses_are_found_by_the_name_of_their_column(heading, make_export):
    assert person(make_export([Column("", heading)], [["a@b.org"], ["none"]])) == ["a@b.org", ""]


def test_addresses_are_found_by_what_a_column_holds(make_export):
    export = make_export([Column("", "Where can we reach you?")], [["a@b.org"], ["c@d.org"], [""]])
    assert person(export) == ["a@b.org", "c@d.org", ""]


def test_a_comment_with_an_address_in_it_is_no_column_of_addresses(make_export):
    export = make_export([Column("", "Anything else?")], [["mail me: a@b.org"], ["no"]])
    assert person(export) == ["", ""]


def test_an_answer_is_no_identifier_whatever_it_is_called(make_export):
    export = make_export([Column("", "email")], [["a@b.org"]])
    assert person(export, questions=[0]) == [""]
    assert identify(export, [0]).notes == ()


def test_a_token_stands_in_where_there_is_no_address(make_export):
    columns = [Column("", "", role="token"), Column("", "", role="mail")]
    assert person(make_export(columns, [["t1", "a@b.org"], [" t2 ", ""]])) == ["a@b.org", "t2"]


def test_devices_that_hold_nothing_are_no_devices(make_export):
    columns = [Column("seed", "", role="device"), Column("ip", "", role="device")]
    devices = identify(make_export(columns, [["1", ""], ["2", " "]]), []).devices
    assert [device.tolist() for device in devices] == [["1", "2"]]


def test_what_is_dropped_is_named_and_never_shown(make_export):
    columns = [Column("", "Name", role="identifier"), Column("", "Email", role="mail"), Column("", "Age")]
    [note] = identify(make_export(columns, [["Ann", "a@b.org", "40"]]), []).notes
    assert (note.reason, note.found) == ("identifiers_dropped", "Name, Email")


def test_the_link_is_a_keyed_hash():
    values = pd.Series(["a@b.org", "", "a@b.org"], index=[2, 5, 9])
    linked = person_link(values, b"key")
    expected = hmac.new(b"key", b"a@b.org", hashlib.sha256).hexdigest()
    assert linked[[2, 9]].tolist() == [expected, expected]
    assert pd.isna(linked[5])


@pytest.mark.parametrize("key", [None, b""])
def test_without_a_key_nobody_is_linked(key):
    assert person_link(pd.Series(["a@b.org"]), key).isna().all()


@pytest.mark.parametrize(
    "written",
    [
        "Ann.Smith@Example.org",
        "  ann.smith@example.org\t",
        "Ann Smith <ann.smith@example.org>",
        "mailto:ann.smith@example.org",
        "ann.smith @example.org",
        "\u200bann.smith@example.org\u00a0",
        "ａｎｎ.smith＠example.org",
    ],
)
def test_one_address_in_any_spelling_is_one_person(written):
    assert mail_address(written) == "ann.smith@example.org"


@pytest.mark.parametrize(
    "written", ["ann.smith+survey@example.org", "annsmith@example.org", "ann.smith@example.com"]
)
def test_another_mailbox_is_another_person(written):
    assert mail_address(written) == written


@pytest.mark.parametrize("written", ["anonymous", "", "a@b", "a@b.org; c@d.org", "@", "none@none"])
def test_what_is_no_address_names_nobody(written):
    assert mail_address(written) == ""


def test_an_id_of_a_panel_is_a_person_and_a_number_of_the_staff_list_is_not(make_export):
    columns = [Column("", "What is your Prolific ID?"), Column("", "Employee number")]
    assert person(make_export(columns, [["5f1b", "7"], ["", "7"]])) == ["5f1b", ""]


def test_who_stands_for_somebody_in_a_clean_copy_is_linked_to_nobody():
    linked = person_link(pd.Series(["3@stripped.invalid", "a@b.org"]), b"key")
    assert linked.notna().tolist() == [False, True]


def test_the_text_of_an_identity_shows_nobody(make_export):
    columns = [Column("", "E-mail"), Column("", "IP"), Column("", "Response ID")]
    identity = identify(make_export(columns, [["ann@example.org", "192.0.2.7", "R_2aBcDeFgHiJkLmN"]]), [])
    assert not any(known in repr(identity) for known in ("ann@", "192.0.2.7", "R_2a"))


def test_ids_that_a_spreadsheet_shortened_are_nobodys_and_decimals_are_none(make_export):
    column = Column("", "Respondent ID", role="response_id")
    export = make_export([column], [["1.27497E+10"], ["12749699617.0"], [" 12749699617"], ["R_1e10"]])
    assert identify(export, ()).response_id.tolist() == ["", "12749699617", "12749699617", "R_1e10"]


def test_an_id_that_all_records_share_is_nobodys(make_export):
    columns = [Column("", heading, role="response_id") for heading in ("_id", "_uuid")]
    export = make_export(columns, [["402117", "u-1"], ["402117", "u-2"]])
    assert identify(export, ()).response_id.tolist() == ["u-1", "u-2"]


def test_devices_that_many_share_tell_nobody_apart(make_export):
    columns = [Column("tablet", "", role="device"), Column("ip", "", role="device")]
    records = [[f"t{n % 2}", f"192.0.2.{n}"] for n in range(6)]
    devices = identify(make_export(columns, records), []).devices
    assert [device.tolist() for device in devices] == [[ip for _, ip in records]]
