import pytest

from alliance_analytics.intake.names import KnownNames, words_of

NAMES = (
    "Gemeente Zuidermeer",
    "Register Noord",
    "Veltor Biosciences",
    "Harbour Foodbank",
    "Larder North",
    "SHP",
    "Uitvoering Werk en Verzekering",
)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Register Noord", "Register Noord"),
        ("register  noord ", "Register Noord"),
        ("Register-Noord", "Register Noord"),
        ("RegisterNoord", "Register Noord"),
        ("Gem. Zuidermeer", "Gemeente Zuidermeer"),
        ("Gemeente Z.", "Gemeente Zuidermeer"),
        ("Veltor BioSciences Ltd", "Veltor Biosciences"),
        ("Veltor Biosciences B.V.", "Veltor Biosciences"),
        ("Veltor", "Veltor Biosciences"),
        ("Harbor Foodbank", "Harbour Foodbank"),
        ("HF", "Harbour Foodbank"),
        ("UWV", "Uitvoering Werk en Verzekering"),
        ("Larder North, the van team", "Larder North"),
        ("shp", "SHP"),
        ("Other", None),
        ("North", "Larder North"),
        ("Zuid", None),
        ("a", None),
        ("", None),
    ],
)
def test_people_write_names_in_their_own_way(written, name):
    assert KnownNames({known: known for known in NAMES}).find(written) == name


@pytest.mark.parametrize("written", ["Register", "Reg. N", "Register Noort-Zuid"])
def test_a_text_that_fits_two_names_is_nobodys(written):
    assert KnownNames({"Register Noord": "a", "Register Nieuw": "b"}).find(written) is None


@pytest.mark.parametrize("written", ["North", "Nrth"])
def test_names_that_differ_in_legal_form_only_are_not_guessed(written):
    known = KnownNames({"North Ltd": "one", "North Inc": "other"})
    assert known.find(written) is None
    assert known.find("north inc") == "other"


def test_a_name_without_letters_fits_nothing_but_itself():
    assert KnownNames({"&": "&", "North": "North"}).find("north") == "North"
    assert KnownNames({"&": "&"}).find("North") is None


def test_a_spelling_that_is_known_goes_before_all_else():
    known = KnownNames({"Register Noord": "North", "Noord": "North", "Register": "Registry"})
    assert known.find("register") == "Registry"
    assert known.find("noord") == "North"


def test_legal_forms_are_not_part_of_a_name_unless_they_are_all_of_it():
    assert words_of("Marlind Pharma, Inc.") == ("marlind", "pharma")
    assert words_of("SA") == ("sa",)
