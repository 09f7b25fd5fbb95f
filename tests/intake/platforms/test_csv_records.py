from __future__ import annotations

from alliance_analytics.intake.platforms.csv_records import write_csv


def test_only_what_needs_it_is_quoted(tmp_path):
    write_csv(tmp_path / "a.csv", [["a", "b, c"], ['"d"', "e\nf"]])
    assert (tmp_path / "a.csv").read_bytes() == b'a,"b, c"\n"""d""","e\nf"\n'


def test_a_platform_may_quote_all_and_open_with_a_mark(tmp_path):
    write_csv(tmp_path / "a.csv", [["é", "b"]], delimiter=";", quote_all=True, encoding="utf-8-sig")
    assert (tmp_path / "a.csv").read_bytes() == b"\xef\xbb\xbf" + '"é";"b"\n'.encode()
