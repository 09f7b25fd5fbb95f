import pytest
from IPython.core.interactiveshell import InteractiveShell

from alliance_analytics import errors
from alliance_analytics.errors import AllianceError, ModelError, did_you_mean, nearest

FAMILY = [
    kind
    for kind in vars(errors).values()
    if isinstance(kind, type) and issubclass(kind, Exception) and kind is not AllianceError
]


def test_a_message_says_what_where_found_allowed_and_what_to_do():
    error = ModelError(
        "A rating is off the scale.",
        where="a.yml, row 3",
        found="7",
        allowed="1 to 5",
        remedy="Rate it again.",
    )
    assert str(error).splitlines() == [
        "A rating is off the scale.",
        "  Where: a.yml, row 3",
        "  Found: 7",
        "  Allowed: 1 to 5",
        "  What to do: Rate it again.",
    ]


def test_a_notebook_shows_the_message_and_no_line_of_the_program():
    shell, error = InteractiveShell(), ModelError("A rating is off the scale.", found="7")
    shown = []
    shell._showtraceback = lambda kind, value, listing: shown.extend(listing)
    shell.showtraceback((ModelError, error, None))
    assert shown == ["ModelError: A rating is off the scale.\n  Found: 7"]


def test_parts_that_are_not_known_are_left_out():
    assert str(AllianceError("It broke.", found="7")) == "It broke.\n  Found: 7"
    assert str(AllianceError("It broke.")) == "It broke."


def test_parts_can_be_asked_for():
    error = AllianceError("It broke.", where="a.yml")
    assert (error.what, error.where, error.found) == ("It broke.", "a.yml", None)


@pytest.mark.parametrize("kind", FAMILY)
def test_all_errors_are_one_family(kind):
    with pytest.raises(AllianceError, match=r"It broke\."):
        raise kind("It broke.")


def test_the_family_has_a_class_for_each_thing_a_user_can_mend():
    assert {kind.__name__ for kind in FAMILY} >= {
        "ModelError",
        "WorkspaceError",
        "ExportError",
        "DocumentError",
        "ParameterError",
        "DisclosureError",
        "PageError",
    }


@pytest.mark.parametrize(
    ("name", "found"), [("aliance", "alliance"), ("waves", "wave"), ("alliance", "alliance"), ("zzz", None)]
)
def test_the_nearest_known_name_is_found(name, found):
    assert nearest(name, ["alliance", "wave", "partner"]) == found


def test_a_near_name_is_proposed_and_otherwise_all_are_listed():
    assert did_you_mean("aliance", ["wave", "alliance"]) == "Did you mean 'alliance'?"
    assert did_you_mean("zzz", ["wave", "alliance"]) == "Use one of: alliance, wave."
    assert did_you_mean("zzz", iter(["wave"])) == "Use one of: wave."
