from alliance_analytics.interpret.themes.textkey import LENGTH, text_key


def test_words_make_a_key_and_signs_do_not() -> None:
    assert text_key("We trust, always!") == text_key("  we TRUST always")
    assert text_key("We trust.") != text_key("We do not trust.")
    assert len(text_key("")) == LENGTH
