import pytest

from alliance_analytics.interpret.themes.normal import normal


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Co-ordination, re-opened", " coordination , reopened "),
        ("It’s a win-win!", " it's a win win . "),
        ("Eén lijn; twee lijnen: drie…", " eén lijn . twee lijnen . drie "),
        ("late – and (again) late", " late , and again late "),
        ("", "  "),
    ],
)
def test_case_hyphens_and_signs_are_made_plain(text: str, plain: str) -> None:
    assert normal(text) == plain
