import pytest

from alliance_analytics.publish.figures.themes import DOWN, UP, prepare_themes, themes, themes_alt


def charts(figure):
    return figure.axes[1:]


def heights(axes, label):
    return [bar.get_height() for bar in axes.patches if bar.get_label() == label]


def test_both_sources_stand_under_each_other(make):
    figure = themes(make.themes(3), labels=make.themes_named)
    scores, passages = charts(figure)[:2]
    assert len(charts(figure)) == 8
    assert scores.get_position().x0 == passages.get_position().x0
    assert scores.get_position().y0 > passages.get_position().y1
    assert scores.get_xlim() == passages.get_xlim()


def test_enablers_go_up_and_constraints_down_with_their_counts(make, see):
    figure = themes(make.themes(3), labels=make.themes_named)
    passages = charts(figure)[1]
    assert heights(passages, "enabler") == [6, 7, 8]
    assert heights(passages, "constraint") == [-4, -4, -4]
    assert {"6", "8", "4"} <= {text.get_text() for text in passages.texts}
    assert UP != DOWN


def test_scores_carry_their_interval(make):
    scores = charts(themes(make.themes(3), labels=make.themes_named))[0]
    (ribbon,) = [patch for patch in scores.patches if patch.get_label() == "interval"]
    assert ribbon.get_xy()[:, 1].min() == pytest.approx(2.7)


def test_counts_share_one_scale(make):
    figure = themes(make.themes(3), labels=make.themes_named)
    assert len({axes.get_ylim() for axes in charts(figure)[1::2]}) == 1


def test_a_hidden_theme_is_hatched_in_both_sources(make):
    figure = themes(make.themes(2, hidden="trust_loyalty"), labels=make.themes_named)
    for axes in charts(figure)[:2]:
        assert [bool(patch.get_hatch()) for patch in axes.patches if "hidden" in patch.get_label()] == [
            True,
            True,
        ]
    assert [text.get_text() for text in charts(figure)[1].texts] == ["2025", "2024"]


def test_a_source_without_rows_is_empty(make):
    frame = make.themes(2)
    prepared = prepare_themes(frame[frame["source"] == "statements"], make.themes_named, ("2024", "2025"))
    assert set(prepared["flexibility"].reports["state"]) == {"empty"}


def test_alternative_text(make):
    said = themes_alt(make.themes(1), labels=make.themes_named)
    assert said.startswith(
        "Line and bar charts of 4 success themes in statements (1 to 5) and reports in 2025;"
    )
    assert len(said) <= 250
