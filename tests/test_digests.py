"""What is equal has one digest; anything else has another."""

from alliance_analytics.digests import digest_of, digest_of_file, digest_of_program, visible_files


def test_pairs_are_told_apart():
    assert digest_of(["ab", "c"]) != digest_of(["a", "bc"])


def test_a_file_is_its_content_and_a_file_that_is_gone_has_none(tmp_path):
    for name in ("one", "other"):
        (tmp_path / name).write_text("same")
    assert digest_of_file(tmp_path / "one") == digest_of_file(tmp_path / "other") != ""
    assert digest_of_file(tmp_path / "gone") == ""


def test_the_program_is_its_files_and_its_libraries(monkeypatch):
    before = digest_of_program()
    digest_of_program.cache_clear()
    assert digest_of_program() == before
    digest_of_program.cache_clear()
    monkeypatch.setattr("alliance_analytics.digests.version", lambda name: f"another {name}")
    assert digest_of_program() != before
    digest_of_program.cache_clear()


def test_hidden_files_and_one_folder_are_passed_over(tmp_path):
    for name in ("b", "a", ".hidden", "_cache/c", "out/d", "in/e"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("")
    found = visible_files(tmp_path, tmp_path / "out")
    assert [path.relative_to(tmp_path).as_posix() for path in found] == ["a", "b", "in/e"]
