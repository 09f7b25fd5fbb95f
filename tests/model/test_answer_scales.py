import pytest
from hypothesis import given
from hypothesis import strategies as st

from alliance_analytics.errors import ModelError
from alliance_analytics.model.answer_scales import answer_scales
from alliance_analytics.model.spelling import plain

LANGUAGES = ("en", "nl", "de", "fr", "es")
OTHERS = ("it", "sv", "tr")
SOURCE = "source: {work: this project, section: a test}, basis: our convention"


def own(tmp_path, scales="", missing=""):
    path = tmp_path / "answer_scales.yml"
    path.write_text(f"version: '1'\nscales: [{scales}]\nmissing: [{missing}]\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("points", [4, 5, 6, 7])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_length_has_labels_in_every_language(points, language):
    scale = answer_scales().scale(f"agreement_{points}")
    assert scale.points == points
    assert len(scale.labels[language]) == points


@pytest.mark.parametrize("language", OTHERS)
def test_the_usual_lengths_have_labels_in_other_languages(language):
    for points in (4, 5, 7):
        assert len(answer_scales().scale(f"agreement_{points}").labels[language]) == points


@pytest.mark.parametrize(
    ("label", "point"),
    [
        ("Strongly disagree", 1),
        ("Neither agree or disagree", 3),
        ("Agree strongly", 5),
        ("Helemaal niet mee eens", 1),
        ("Noch mee eens, noch mee oneens", 3),
        ("Zeer mee eens", 5),
        ("Stimme überhaupt nicht zu", 1),
        ("Teils/teils", 3),
        ("Pas du tout d’accord", 1),
        ("Tout à fait d'accord", 5),
        ("ni de acuerdo ni en desacuerdo", 3),
        ("Muy de acuerdo", 5),
        ("Per niente d’accordo", 1),
        ("NÉ D'ACCORDO NÉ IN DISACCORDO", 3),
        ("Instämmer ej", 2),
        ("Instämmer helt", 5),
        ("Kararsızım", 3),
        ("KESİNLİKLE KATILIYORUM", 5),
    ],
)
def test_wordings_met_in_real_files_stand_on_five_points(label, point):
    assert answer_scales().scale("agreement_5").meanings[plain(label)] == point


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Weet niet", "dont_know"),
        ("Weiß nicht", "dont_know"),
        ("NS/NC", "dont_know"),
        ("N.v.t.", "not_applicable"),
        ("N/A", "not_applicable"),
        ("{question_not_shown}", "not_shown"),
        ("Keine Angabe", "blank"),
        ("Não sei", "dont_know"),
        ("Non saprei", "dont_know"),
        ("Vet ej", "dont_know"),
        ("Fikrim yok", "dont_know"),
        ("Não se aplica", "not_applicable"),
        ("Inte aktuellt", "not_applicable"),
        ("Preferisco non rispondere", "blank"),
        ("Belirtmek istemiyorum", "blank"),
        ("NA", "blank"),
    ],
)
def test_ways_to_give_no_answer_have_their_kind(label, kind):
    assert answer_scales().missing_meanings[plain(label)] == kind


def test_weet_niet_is_never_the_middle():
    assert all("weet niet" not in scale.meanings for scale in answer_scales().scales)


def test_labels_that_shift_between_questionnaires_stay_out():
    scales = answer_scales()
    assert plain("Niet mee eens") not in scales.scale("agreement_4").meanings
    assert plain("Zeer mee eens") not in scales.scale("agreement_7").meanings
    assert scales.scale("agreement_7_graded").meanings[plain("Mee eens")] == 5


@given(st.sampled_from([scale.id for scale in answer_scales().scales]), st.sampled_from(LANGUAGES + OTHERS))
def test_disagreement_stands_below_agreement(scale_id, language):
    scale = answer_scales().scale(scale_id)
    if language in scale.labels:
        labels = [scale.canonical(point, language) for point in range(1, scale.points + 1)]
        assert [scale.meanings[plain(label)] for label in labels] == list(range(1, scale.points + 1))


def test_the_canonical_label_is_the_first():
    scales = answer_scales()
    assert scales.scale("agreement_5").canonical(3, "nl") == "Neutraal"
    assert scales.missing_wording("dont_know").canonical("nl") == "Weet ik niet"


def test_an_unknown_scale_or_kind_names_the_nearest():
    with pytest.raises(ModelError, match="agreement_5"):
        answer_scales().scale("agreement5")
    with pytest.raises(ModelError, match="not_shown"):
        answer_scales().missing_wording("not_show")


def test_a_file_of_ones_own_is_read(tmp_path):
    scale = f"{{id: yes_no, points: 2, {SOURCE}, labels: {{en: [['No'], ['Yes', 'Aye']]}}}}"
    assert answer_scales(own(tmp_path, scale)).scale("yes_no").meanings == {"no": 1, "yes": 2, "aye": 2}


@pytest.mark.parametrize(
    ("labels", "points", "what"),
    [
        ("[['No'], ['Yes', 'no ']]", 2, "stands for both"),
        ("[['No'], ['Yes']]", 3, "3 points"),
        ("[['No'], []]", 2, "2 points"),
    ],
)
def test_a_broken_scale_is_refused(labels, points, what, tmp_path):
    scale = f"{{id: own, points: {points}, {SOURCE}, labels: {{en: {labels}}}}}"
    with pytest.raises(ModelError, match=what):
        answer_scales(own(tmp_path, scale))


def test_a_label_is_no_point_and_missing_at_once(tmp_path):
    scale = f"{{id: own, points: 2, {SOURCE}, labels: {{en: [['No'], ['Weet niet']]}}}}"
    missing = f"{{kind: dont_know, {SOURCE}, labels: {{nl: [weet niet]}}}}"
    with pytest.raises(ModelError, match="stands for both"):
        answer_scales(own(tmp_path, scale, missing))


def test_ids_and_kinds_are_unique(tmp_path):
    scale = f"{{id: own, points: 2, {SOURCE}, labels: {{en: [['No'], ['Yes']]}}}}"
    missing = f"{{kind: dont_know, {SOURCE}, labels: {{nl: [weet niet]}}}}"
    with pytest.raises(ModelError, match="more than once"):
        answer_scales(own(tmp_path, f"{scale}, {scale}"))
    with pytest.raises(ModelError, match="more than once"):
        answer_scales(own(tmp_path, scale, f"{missing}, {missing}"))
