from pathlib import Path

import pytest

from alliance_analytics.errors import ParameterError
from alliance_analytics.intake.questionnaire.formats import FORMATS, write_questionnaire
from alliance_analytics.model.instruments import default_instrument


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_writes_a_file(name: str, tmp_path: Path) -> None:
    path = tmp_path / f"form{FORMATS[name].ending}"
    form = write_questionnaire(default_instrument(), name, path)
    assert path.stat().st_size > 1000
    assert form.languages == (("en", "nl") if name in {"xlsform", "limesurvey"} else ("en",))


def test_one_language_can_be_asked_for(tmp_path: Path) -> None:
    form = write_questionnaire(default_instrument(), "xlsform", tmp_path / "form.xlsx", language="nl")
    assert form.languages == ("nl",)


def test_a_file_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "form.html"
    path.write_text("worked on", encoding="utf-8")
    with pytest.raises(ParameterError, match="nothing was written"):
        write_questionnaire(default_instrument(), "html", path)
    assert path.read_text(encoding="utf-8") == "worked on"


@pytest.mark.parametrize("name", ["form.csv", "form", "none/form.txt"])
def test_a_wrong_ending_or_folder_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(ParameterError) as error:
        write_questionnaire(default_instrument(), "limesurvey", tmp_path / name)
    assert str(tmp_path) not in str(error.value)
