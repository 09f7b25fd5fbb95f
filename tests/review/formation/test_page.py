import pytest

from alliance_analytics.errors import PageError
from alliance_analytics.review.formation.formation import assessment
from alliance_analytics.review.formation.page import formation_page, how, raters

FORM = "question,A,B,evidence\nintensive,4,5,{evidence}\nlong-term,1,5,\nefficiency,4,9,\n"


@pytest.fixture
def read(tmp_path):
    def make(evidence="", language="en", text=FORM):
        path = tmp_path / "one-desk.csv"
        path.write_text(text.format(evidence=evidence), encoding="utf-8")
        return assessment(path, language, synthetic=True)

    return make


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_page_argues_both_ways_and_runs_nothing(read, language):
    page = formation_page(read("a workshop", language))
    assert all(f'id="{anchor}"' in page for anchor in ("for", "against", "change-of-mind", "steps", "raters"))
    assert "<script" not in page
    assert "one-desk" in page
    assert formation_page(read("a workshop", language)) == page


def test_a_mail_address_in_the_evidence_stops_the_page(read):
    text = FORM + "problem-set,4,4,ask jan@example.org\n"
    with pytest.raises(PageError, match="must not leave"):
        formation_page(read(text=text))


def test_agreement_is_told_with_its_interval_and_the_widest_apart_first(read):
    exhibit = raters(read())
    assert exhibit.headline.startswith("Agreement of 2 raters over 2 questions:")
    assert "95% interval" in exhibit.subtitle
    assert exhibit.table.rows[0][:2] == ("Long-term", "1 to 5")


def test_one_rater_has_no_agreement_to_tell(read):
    exhibit = raters(read(text="question,A,evidence\nintensive,4,{evidence}\n"))
    assert exhibit.headline == "The agreement of raters cannot be told: 1 rated"
    assert exhibit.table is None


def test_what_was_not_understood_is_told_by_its_place(read):
    assert how(read()).notes == ("Not understood, and left out: one-desk.csv, row 4, rater 2.",)
