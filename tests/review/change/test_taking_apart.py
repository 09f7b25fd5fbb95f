"""A change taken apart, in words, figure and table."""

import alliance_analytics as aa


def test_every_cell_is_a_number_that_was_released(exchanged):
    table = aa.change_parts(exchanged).table
    released = exchanged.parts("pillar").set_index("name")
    for (name, text), row in zip(exchanged.labels.pillars.items(), table.rows, strict=True):
        part = released.loc[name]
        if not part["shown"]:
            assert set(row[1:]) == {"hidden"}
            continue
        signed = [f"{part[key]:+.2f}".replace("-", "−") for key in ("change", "within", "came", "went")]
        assert (row[0], *row[1:3], *row[4:6]) == (text, *signed)
        assert row[7] == f"{part['n_stayed']:.0f}"
    assert released["shown"].any()


def test_the_headline_says_whose_change_it_is(exchanged, study):
    parts = study.parts("pillar")
    largest = parts.loc[parts["change"].abs().idxmax()]
    name = study.labels.pillars[largest["name"]]
    headline = aa.change_parts(study).headline
    assert headline.startswith(f"{name} moved most")
    assert "people who answered both times changed their mind" in headline


def test_parts_that_cannot_be_told_say_so_without_a_number(few_exchanged):
    exhibit = aa.change_parts(few_exchanged)
    assert exhibit.headline == "The change cannot be taken apart without telling about few people"
    assert exhibit.table is None
    assert not exhibit.svg


def test_without_links_it_says_so_and_without_a_wave_before_there_is_nothing(workspace):
    unlinked = aa.change_parts(aa.study(workspace, "canal", "2024"))
    assert unlinked.headline.startswith("Nobody could be recognised")
    assert aa.change_parts(aa.study(workspace, "canal", "2023")) is None


def test_it_says_what_this_wave_could_have_shown(exchanged):
    exhibit = aa.change_parts(exchanged)
    assert exhibit.table.header[-1] == "Smallest to be seen"
    assert any("smallest change" in note for note in exhibit.notes)
