import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alliance_analytics.intake.regularity import Regularity

TEXT = st.text(st.sampled_from('ab,"\n\r'), max_size=30)


def holds(text, width, records, blank=0, pieces=1):
    regularity = Regularity(",", width)
    size = -(-len(text) // pieces)
    for start in range(0, len(text), size):
        regularity.watch(text[start : start + size])
    return regularity.holds(records, blank)


@pytest.mark.parametrize("pieces", [1, 2, 5, 100])
@pytest.mark.parametrize(
    ("text", "width", "records", "blank"),
    [
        ("a,b\n1,2\n", 2, 2, 0),
        ('a,b,c\r\n"1","x, ""y"" é","3"\r\n', 3, 2, 0),
        ('a,b,"c\nd"\n1,"",3', 3, 2, 0),
        ("a,b\n\n1,2\n\n", 2, 4, 2),
        ("a,b\n,\n\n1,2\n", 2, 4, 2),
        ("a\nb\n", 1, 2, 0),
    ],
)
def test_a_file_that_keeps_its_rules_is_regular_however_it_is_cut(text, width, records, blank, pieces):
    assert holds(text, width, records, blank, pieces)


@pytest.mark.parametrize("pieces", [1, 2, 5, 100])
@pytest.mark.parametrize(
    ("text", "width", "records"),
    [
        ("a,b,c\n1,2\n3,4,5\n", 3, 3),
        ('a,b\n1,"so" called\n', 2, 2),
        ('a,b\n1,5" pipe\n', 2, 2),
        ('a,b\n1,"x\n', 2, 2),
        ('a,b,c\n1,",x\n2,",y\n', 3, 2),
        ("a,b\n1\n", 1, 2),
        ("a,\r,", 3, 2),
    ],
)
def test_a_file_that_breaks_one_is_not(text, width, records, pieces):
    assert not holds(text, width, records, pieces=pieces)


@given(TEXT, st.integers(1, 3), st.integers(1, 30))
def test_what_is_regular_is_read_by_a_strict_parser_to_records_of_that_width(text, width, pieces):
    # The parser itself refuses longer records; a single cell can pass for one of the blank lines.
    lenient = list(csv.reader(io.StringIO(text, newline=""), delimiter=","))
    blank = sum(not any(record) for record in lenient)
    longest = max(map(len, lenient), default=0)
    if text and longest <= width and holds(text, width, len(lenient), blank, pieces):
        records = list(csv.reader(io.StringIO(text, newline=""), delimiter=",", strict=True))
        assert {len(record) for record in records if any(record)} <= {width, 1 if blank else width}


@given(
    st.lists(st.lists(TEXT.filter(lambda t: "," not in t), min_size=2, max_size=2), min_size=1, max_size=5),
    st.integers(1, 30),
)
def test_what_a_program_writes_is_regular(records, pieces):
    written = io.StringIO(newline="")
    csv.writer(written, quoting=csv.QUOTE_ALL).writerows(records)
    assert holds(written.getvalue(), 2, len(records), pieces=pieces)
