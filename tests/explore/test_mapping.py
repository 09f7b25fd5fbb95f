"""The mapping desk: doubts beside the file's own words, and a mapping that makes the file readable."""

import pandas as pd
import pytest
import yaml

import alliance_analytics as aa
from alliance_analytics.errors import ParameterError, WorkspaceError
from alliance_analytics.model.instruments import default_instrument

SCALE = ("Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree")


@pytest.fixture
def write_export(tmp_path):
    """A function that writes an export whose statements are their wordings; some are renamed."""

    def write(renamed=(), numbers=False):
        items = [item for item in default_instrument().items if item.kind == "statement"]
        cells = range(1, 6) if numbers else SCALE
        table = pd.DataFrame(
            {
                item.wording["en"]: [cells[(row + place) % 5] for row in range(20)]
                for place, item in enumerate(items)
            }
        )
        table = table.rename(columns={items[place].wording["en"]: name for place, name in enumerate(renamed)})
        table.insert(0, "Partner", ["Quay", "Dam"] * 10)
        path = tmp_path / "ours" / "2025" / "answers.csv"
        path.parent.mkdir(parents=True)
        table.to_csv(path, index=False)
        return path

    return write


def test_a_file_that_is_understood_has_nothing_to_map(write_export):
    desk = aa.mapping_desk(write_export())
    assert str(desk) == "Every question of this file was recognised. There is nothing to map."


def test_a_doubt_stands_beside_the_words_of_the_file(write_export):
    desk = aa.mapping_desk(write_export(["We row together"]))
    assert list(desk.choices) == ["We row together"]
    words = desk._row(desk.unsure[0]).children[0].value
    assert "We row together" in words
    assert "Strongly agree" in words
    assert "no item asks this" in words


def test_what_is_chosen_is_written_and_read(write_export):
    first = next(item.id for item in default_instrument().items if item.kind == "statement")
    path = write_export(["We row together"])
    desk = aa.mapping_desk(path).choose({"We row together": first})
    settings = desk.save()
    assert yaml.safe_load(settings.read_text(encoding="utf-8")) == {"mapping": {"We row together": first}}
    assert aa.open_workspace(path.parents[2]).responses("ours", "2025")[first].notna().all()


def test_settings_that_are_there_stay_as_they_are(write_export):
    path = write_export(["We row together", "We sail together"])
    own = "# mine\ndate: 2025-11-01\n"
    path.with_name("wave.yml").write_text(own, encoding="utf-8")
    first, second = [item.id for item in default_instrument().items if item.kind == "statement"][:2]
    written = aa.mapping_desk(path).choose({"We row together": first}).save().read_text(encoding="utf-8")
    assert written.startswith(own)
    later = aa.mapping_desk(path)
    assert list(later.choices) == ["We sail together"]  # the other was decided
    with pytest.raises(WorkspaceError, match="The settings say this already"):
        later.choose({"We sail together": second}).save()


def test_numbers_that_stand_alone_wait_for_somebody_who_knows(write_export):
    desk = aa.mapping_desk(write_export(numbers=True), language="nl")
    assert "staan alleen getallen" in str(desk)
    desk.lowest.value = desk.lowest.options[2][1]
    codes = yaml.safe_load(desk.save().read_text(encoding="utf-8"))["answer_codes"]
    assert (codes[1], codes[5]) == (desk.lowest.options[2][0], desk.lowest.options[1][0])
    assert aa.mapping_desk(desk.settings.with_name("answers.csv")).bare == 0


def test_the_button_says_what_became_of_it(write_export):
    desk = aa.mapping_desk(write_export(["We row together"]))
    desk.write.click()
    assert "Nothing was decided" in desk.told.value
    desk.choose({"We row together": default_instrument().items[-1].id})
    desk.write.click()
    assert "Lines written into wave.yml: 1." in desk.told.value


@pytest.mark.parametrize(("column", "item"), [("We rew", "P1a"), ("We row together", "P99z")])
def test_a_name_that_does_not_exist_is_refused(write_export, column, item):
    with pytest.raises(ParameterError, match=r"No column|no such item"):
        aa.mapping_desk(write_export(["We row together"])).choose({column: item})


def test_one_item_is_not_given_two_columns(write_export):
    desk = aa.mapping_desk(write_export(["We row", "We steer"]))
    first = default_instrument().scored[0].id
    with pytest.raises(ParameterError, match="two columns"):
        desk.choose({"We row": first, "We steer": first}).save()


def test_it_is_shown_as_the_last_line_of_a_cell(write_export, capsys):
    aa.mapping_desk(write_export(["We row together"]))._ipython_display_()
    assert "VBox" in capsys.readouterr().out
