from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml

from alliance_analytics.demo.world import write_example, write_world
from alliance_analytics.errors import ParameterError, WorkspaceError
from alliance_analytics.intake.survey import SurveySettings, read_survey
from alliance_analytics.model.instruments import default_instrument

SHIPPED = Path(__file__).parents[2] / "data" / "example"
TEXT = {".csv", ".yml", ".md", ".html", ".json"}
"""Endings of files whose bytes hang on no library for compression."""

CODES = ("answer_codes", "partner_codes", "level_codes")


def files(folder: Path) -> dict[str, bytes]:
    """Return what is in a folder, but what the program keeps for itself in hidden ones."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    named = {path.relative_to(folder).as_posix(): path for path in paths}
    return {name: path.read_bytes() for name, path in named.items() if not name.startswith(".")}


@pytest.fixture(scope="module")
def example(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("world") / "example"
    write_example(folder)
    return folder


@pytest.fixture(scope="module")
def truth(example):
    return json.loads((example / "truth.json").read_text(encoding="utf-8"))


def test_the_same_seed_gives_the_same_bytes_and_another_does_not(tmp_path):
    for name, seed in (("a", 1), ("b", 1), ("c", 2)):
        write_world(tmp_path / name, seed=seed, alliances=1)
    assert files(tmp_path / "a") == files(tmp_path / "b")
    assert files(tmp_path / "a") != files(tmp_path / "c")


def test_the_shipped_example_is_what_the_code_writes(example):
    # Where this fails after a change of the questionnaire or the story, write the example anew.
    written, shipped = files(example), files(SHIPPED)
    assert set(written) == set(shipped)
    changed = [name for name in written if Path(name).suffix in TEXT and written[name] != shipped[name]]
    assert changed == []


def test_the_example_is_small(example):
    sizes = {name: len(content) for name, content in files(example).items()}
    assert max(sizes.values()) < 100_000
    assert sum(sizes.values()) < 2_000_000


def test_every_wave_lies_where_a_workspace_looks(example, truth):
    for alliance, key in truth["alliances"].items():
        assert (example / alliance / "alliance.yml").exists()
        for wave, found in key["waves"].items():
            folder = example / alliance / wave
            names = {path.name for path in folder.iterdir()} - {"agreements.csv"}
            assert names == {"wave.yml", "invited.csv", "reports", found["release"]["file"]}
            reports = {path.name for path in (folder / "reports").iterdir()}
            assert reports == set(found["reports"]["sentences"])


def test_all_formats_of_reports_occur(example):
    endings = {Path(name).suffix for name in files(example) if "/reports/" in name}
    assert endings == {".pdf", ".docx", ".html", ".md"}


def test_only_reserved_addresses_occur(example):
    for name, content in files(example).items():
        if Path(name).suffix in TEXT:
            text = content.decode("utf-8")
            domains = set(re.findall(r"[\w.-]+@([\w.-]+\w)", text.lower()))
            assert domains <= {"example.org", "example.com", "example.net"}, name
            numbers = re.findall(r"\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b", text)
            assert all(number.startswith("192.0.2.") for number in numbers), name


def settings_of(example: Path, alliance: str, wave: str) -> SurveySettings:
    partners = yaml.safe_load((example / alliance / "alliance.yml").read_text(encoding="utf-8"))["partners"]
    known = yaml.safe_load((example / alliance / wave / "wave.yml").read_text(encoding="utf-8"))
    codes = {name: {str(code): label for code, label in known.get(name, {}).items()} for name in CODES}
    return SurveySettings(
        partners={partner["name"]: tuple(partner["variants"]) for partner in partners},
        language=known["language"],
        **codes,
    )


def test_every_export_is_read_back_as_the_answer_key_says(example, truth):
    for alliance, key in truth["alliances"].items():
        for wave, found in key["waves"].items():
            release = found["release"]
            got = read_survey(
                example / alliance / wave / release["file"],
                default_instrument(),
                settings_of(example, alliance, wave),
                alliance=alliance,
                wave=wave,
                link_key=b"key",
            )
            assert (got.platform, got.records, got.kept) == (
                found["platform"],
                release["rows_in_file"],
                release["kept"],
            )
            assert dict(got.excluded) == release["excluded"]
            means = got.responses[list(release["read"])].mean()
            assert means.to_dict() == pytest.approx(release["read"], abs=1e-4)
            answered = {
                (partner, level): people
                for partner, levels in found["answered"].items()
                for level, people in levels.items()
            }
            assert got.responses.groupby(["partner", "level"]).size().to_dict() == answered
            for kind, count in release["missing"].items():
                assert (got.missing_kinds == kind).to_numpy().sum() == count


def test_a_folder_that_holds_something_is_left_alone(tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(WorkspaceError, match="not empty"):
        write_example(tmp_path)
    assert files(tmp_path) == {"mine.txt": b"mine"}


def test_a_world_needs_an_alliance(tmp_path):
    with pytest.raises(ParameterError, match="needs an alliance"):
        write_world(tmp_path / "a", seed=1, alliances=0)
    assert not (tmp_path / "a").exists()
