import pytest

from alliance_analytics.intake.documents.kinds import kind_of


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("verslag-van-de-stuurgroep-2021.txt", "minutes"),
        ("notulen_mei.docx", "minutes"),
        ("alliantieberaad-2021.docx", "minutes"),
        ("Minutes of the evaluation meeting.pdf", "minutes"),
        ("comments-on-the-audit.docx", "comment"),
        ("Reactie op het visitatierapport.pdf", "comment"),
        ("Evaluatierapport.pdf", "review"),
        ("auditrapport_2023.pdf", "review"),
        ("annual review 2023.pdf", "review"),
        ("brief-aan-de-raad.docx", "letter"),
        ("where-we-stand.eml", "letter"),
        ("jaarverslag-2024.pdf", "report"),
        ("nieuwsbrief-2023.html", "report"),
        ("Annual_Report_2023.pdf", "report"),
    ],
)
def test_the_name_of_the_file_tells_first(name: str, kind: str) -> None:
    assert kind_of(name, ["Evaluation letter of the board meeting"]) == kind


@pytest.mark.parametrize(
    ("opening", "kind"),
    [
        (["Notulen van de stuurgroep", "14 mei 2024"], "minutes"),
        (["Two towns", "Independent audit of the joint works"], "review"),
        (["Steering group", "14 May 2024", "Room 4", "Present: three partners"], "minutes"),
        (["Two towns", "Aan het bestuur", "", "Geachte leden van het bestuur,"], "letter"),
        (["Two towns", "2023", "Statement of the independent auditor"], "review"),
    ],
)
def test_a_name_that_does_not_tell_leaves_it_to_the_opening(opening: list[str], kind: str) -> None:
    assert kind_of("scan-0412.pdf", opening) == kind


@pytest.mark.parametrize(
    "opening", [[], ["The year"], ["The year", "x", "At present: nothing"], ["a", "b", "A letter came."]]
)
def test_nobody_guesses(opening: list[str]) -> None:
    assert kind_of("scan-0412.pdf", opening) is None
