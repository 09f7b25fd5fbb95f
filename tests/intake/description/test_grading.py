"""Sets of labels as real forms print them, and sets that are no scale."""

import pytest

from alliance_analytics.intake.description.grading import graded_like, grading_of
from alliance_analytics.model.spelling import plain

SCALES = [
    "Strongly disagree < Disagree < Neither agree nor disagree < Agree < Strongly agree",
    "Disagree completely < Rather disagree < Rather agree < Agree completely",
    "Helemaal mee oneens < Zeer mee oneens < Mee oneens < Mee eens < Zeer mee eens < Helemaal mee eens",
    "Niet mee eens < Gedeeltelijk niet mee eens < Mee eens < Helemaal mee eens",
    "Stimme gar nicht zu < Stimme eher nicht zu < Stimme eher zu < Stimme vollständig zu",
    "Pas du tout d’accord < Plutôt pas d’accord < Ni d’accord ni pas d’accord < Tout à fait d’accord",
    "Muy DSA < DSA < Ni Da ni DSA < DA < Muy Da",
    "Very Dissatisfied < Dissatisfied < Somewhat Dissatisfied < Neutral < Satisfied < Very Satisfied",
    "Zeer ontevreden < Ontevreden < Niet tevreden, niet ontevreden < Tevreden < Zeer tevreden",
    "Extremely unhelpful < Moderately unhelpful < Neither helpful nor unhelpful < Slightly helpful",
    "Very unfavorably < Somewhat unfavorably < Neither favorably nor unfavorably (neutral) < Very favorably",
    "Not useful at all < Slightly useful < Moderately useful < Very useful < Extremely useful",
    "Not at all likely < Not very likely < Fairly likely < Very likely",
    "not at all important < slightly < moderately < very < extremely important",
    "Unimportant < Of little importance < Moderately important < Important < Very important",
    "Nicht wichtig < Eher unwichtig < Eher wichtig < Sehr wichtig",
    "Not like me at all < Not like me < A little like me < Somewhat like me < Like me < Very much like me",
    "not open < undecided < very open",
    "very poor < poor < fair < good < very good",
    "Poor < Fair < Good < Very good < Excellent",
    "Zeer slecht < Slecht < Gaat wel < Goed < Zeer goed",
    "gar nicht < selten < eher selten < eher häufig < sehr häufig",
    "Nooit < Soms < Regelmatig < Vaak < Altijd",
    "Never < Less than once a year < A few times a year < At least once a week < Almost every day",
    "Never < Some of the days < Half of the days or slightly more < Most of the days < Everyday",
    "At no time < Some of the time < Less than half of the time < Most of the time < All the time",
    "Definitely not < Probably not < Yes, probably < Yes, definitely",
    "Gained nothing < Gained a little < Gained some < Gained  a lot < Gained the most",
    "In zeer beperkte mate < In beperkte mate < In redelijke mate < In ruime mate < In zeer ruime mate",
    "Much worse < Slightly worse < Unchanged < Slightly better < Much better",
    "Nada satisfecho < Poco satisfecho < Muy satisfecho",
    "Jamais < Quelquefois < Souvent",
    "Not useful < Somewhat useful < Very useful",
    "Not satisfied < Neutral < Satisfied < Very satisfied",
    "Discordo totalmente < Discordo < Não concordo nem discordo < Concordo < Concordo totalmente",
    "Discordo totalmente < Discordo parcialmente < Neutro < Concordo parcialmente < Concordo totalmente",
    "Muito insatisfeito < Insatisfeito < Nem satisfeito nem insatisfeito < Satisfeito < Muito satisfeito",
    "Muito difícil < Difícil < Regular < Fácil < Muito fácil",
    "Nada importante < Pouco importante < Importante < Muito importante",
    "Péssimo < Ruim < Regular < Bom < Ótimo",
    "Nunca < Raramente < Às vezes < Frequentemente < Sempre",
    "Com certeza não < Provavelmente não < Talvez < Provavelmente sim < Com certeza",
    "Never < Sometimes < Frequently < Every time",
    "No trust at all < Complete trust",
    "Per niente d’accordo < Poco d'accordo < Abbastanza d'accordo < Molto d'accordo",
    "Totalmente in disaccordo < In disaccordo < Né d’accordo né in disaccordo < D’accordo",
    "Molto insoddisfatto < Insoddisfatto < Né soddisfatto né insoddisfatto < Soddisfatto < Molto soddisfatto",
    "Per niente utile < Poco utile < Abbastanza utile < Molto utile",
    "Insufficiente < Sufficiente < Discreto < Buono < Ottimo",
    "Mai < Raramente < A volte < Spesso < Sempre",
    "Instämmer inte alls < Instämmer inte < Varken instämmer eller tar avstånd < Instämmer helt",
    "Tar helt avstånd < Tar delvis avstånd < Varken eller < Instämmer delvis < Instämmer helt",
    "Mycket missnöjd < Missnöjd < Varken nöjd eller missnöjd < Nöjd < Mycket nöjd",
    "Mycket dåligt < Dåligt < Varken bra eller dåligt < Bra < Mycket bra",
    "Inte alls viktigt < Inte så viktigt < Ganska viktigt < Mycket viktigt",
    "Aldrig < Sällan < Ibland < Ofta < Alltid",
    "I mycket låg grad < I låg grad < I viss mån < I hög grad < I mycket hög grad",
    "Kesinlikle katılmıyorum < Katılmıyorum < Kararsızım < Katılıyorum < Kesinlikle katılıyorum",
    "KESİNLİKLE KATILMIYORUM < KATILMIYORUM < KISMEN KATILIYORUM < KATILIYORUM",
    "Hiç memnun değilim < Memnun değilim < Kararsızım < Memnunum < Çok memnunum",
    "Hiç önemli değil < Önemli değil < Biraz önemli < Önemli < Çok önemli",
    "Hiç katılmıyorum < Az katılıyorum < Kısmen katılıyorum < Büyük ölçüde katılıyorum",
    "Çok kötü < Kötü < Orta < İyi < Çok iyi",
    "Hiçbir zaman < Nadiren < Bazen < Sık sık < Her zaman",
]
NO_SCALES = [
    "Yes | No",
    "Male | Female | Other",
    "Sensitive | Insensitive",
    "Adequate | Inadequate",
    "Satisfied | Dissatisfied",
    "Economically active | Not economically active",
    "Bachelor degree | Graduate degree | High school degree | Some college or Associate degree",
    "Catholic | Protestant | Neither",
    "18-24 | 25-34 | 35-44",
]


@pytest.mark.parametrize("scale", SCALES)
def test_labels_of_real_forms_are_put_in_their_order(scale):
    labels = [plain(label) for label in scale.split(" < ")]
    grading = grading_of(sorted(labels))
    assert sorted(labels, key=grading.rungs.__getitem__) == labels
    assert len(set(grading.rungs.values())) == len(labels)


@pytest.mark.parametrize("labels", NO_SCALES)
def test_kinds_are_no_grades(labels):
    assert grading_of([plain(label) for label in labels.split(" | ")]) is None


def test_a_slip_is_forgiven_and_a_denial_is_no_slip():
    grading = grading_of(["strongly agree", "agree", "disagree", "stronlgy disagree"])
    assert grading.misspelt == {"stronlgy disagree": "strongly disagree"}
    grading = grading_of(["very important", "slightly important", "moderately important", "inimportant"])
    assert "inimportant" not in grading.misspelt


def test_two_languages_stand_on_one_ladder():
    grading = grading_of(["agree", "strongly agree", "disagree", "mee eens"])
    assert grading.foreign == ("mee eens",)
    assert grading.rungs["mee eens"] == grading.rungs["agree"]


@pytest.mark.parametrize(
    ("others", "rungs"),
    [
        (["helemaal mee oneens", "mee oneens", "mee eens", "helemaal mee eens"], 5),
        (["mee oneens", "mee eens"], 5),
        (["een beetje mee eens"], 6),
    ],
)
def test_the_strongest_labels_of_two_languages_are_one_answer(others, rungs):
    own = ["strongly disagree", "disagree", "neutral", "agree", "strongly agree"]
    assert len(set(grading_of([*own, *others]).rungs.values())) == rungs


def test_a_label_in_two_languages_at_once_is_one():
    assert grading_of(["souvent / often", "jamais / never"]).rungs["souvent / often"] == 8


def test_an_example_grades_what_it_knows_and_nothing_else():
    example = grading_of(["very safe", "quite safe", "very unsafe"])
    assert graded_like(["quite unsafe"], example).rungs == {"quite unsafe": 4}
    assert graded_like(["quite clear"], example) is None


def test_a_long_list_is_no_scale():
    assert grading_of([f"very {word}" for word in ("a" * n for n in range(2, 40))]) is None


def test_not_useful_is_none_of_it_and_no_side_of_its_own():
    grading = grading_of({"very useful", "somewhat useful", "not useful"})
    assert grading.family.id == "strength_of_a_quality"
    both = {"very satisfied", "not satisfied", "very not satisfied"}
    assert grading_of(both).family.id == "two_sides_of_a_quality"
