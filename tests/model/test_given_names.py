from alliance_analytics.model.given_names import given_names
from alliance_analytics.model.spelling import plain


def test_names_are_in_the_spelling_in_which_they_are_looked_up():
    assert len(given_names()) > 1000
    assert all(plain(name) == name and name.isalpha() for name in given_names())


def test_words_places_and_months_are_no_names():
    assert given_names() >= {"anna", "jan", "giulia", "mehmet", "lars"}
    assert not given_names() & {"san", "new", "april", "paris", "noord", "visual", "hope", "den"}
