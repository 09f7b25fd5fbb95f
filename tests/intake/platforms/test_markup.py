import pytest

from alliance_analytics.intake.platforms.markup import without_markup


@pytest.mark.parametrize(
    ("heading", "shown"),
    [
        ("<div>How<br>far?</div>", "How far?"),
        ("Ann &amp; Bob\u00a0agree,\nmostly", "Ann & Bob agree, mostly"),
        ("a < b and c > d", "a < b and c > d"),
        ("", ""),
    ],
)
def test_a_heading_is_one_line_of_words(heading, shown):
    assert without_markup(heading) == shown
