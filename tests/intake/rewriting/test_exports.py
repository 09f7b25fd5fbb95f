"""Any format that can be read is written again, or said not to be."""

import zipfile

import pytest

from alliance_analytics.errors import ExportError
from alliance_analytics.intake.rewriting.changes import Changes
from alliance_analytics.intake.rewriting.exports import rewritten, unread_records
from alliance_analytics.intake.table import read_table


@pytest.mark.parametrize("layout", ["google forms", "microsoft forms", "spss", "qualtrics"])
def test_a_record_goes_from_any_format(layout, layouts, people, tmp_path):
    _, write = layouts[layout]
    path = write(people, tmp_path / "x")
    table = read_table(path)
    last = int(table.cells.index[-1])
    (tmp_path / "y").write_bytes(rewritten(path.read_bytes(), table, Changes(dropped=frozenset({last}))))
    kept = read_table(tmp_path / "y").cells
    assert kept.to_numpy().tolist() == table.cells.drop(index=last).to_numpy().tolist()


def test_a_table_in_an_archive_is_not_written_again(tmp_path):
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr("x.csv", "a,b\n1,2\n")
    table, content = read_table(tmp_path / "x.zip"), (tmp_path / "x.zip").read_bytes()
    assert unread_records(content, table) == {}
    with pytest.raises(ExportError, match="Unpack it"):
        rewritten(content, table, Changes())
