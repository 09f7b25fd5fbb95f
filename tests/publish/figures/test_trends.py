import pytest

from alliance_analytics.publish.figures.trends import prepare_trends, trends, trends_alt


@pytest.fixture
def labels(make):
    return {name: make.pillars["en"][name] for name in "1234"}


def lines(axes):
    return [line for line in axes.lines if line.get_label() == "mean" or line.get_marker() == "o"]


def charts(figure):
    return figure.axes[1:]


def test_a_panel_a_scale_with_its_means(make, labels):
    frame = make.waves(3)
    figure = trends(frame, labels=labels)
    assert len(charts(figure)) == 4
    (line,) = lines(charts(figure)[0])
    expected = frame.loc[frame["name"] == "1", "mean"]
    assert line.get_ydata() == pytest.approx(expected.to_numpy())
    assert list(line.get_xdata()) == [0, 1, 2]


def test_the_ribbon_is_the_interval(make, labels):
    frame = make.waves(3)
    (ribbon,) = [
        patch for patch in charts(trends(frame, labels=labels))[0].patches if patch.get_label() == "interval"
    ]
    heights = ribbon.get_xy()[:, 1]
    own = frame[frame["name"] == "1"]
    assert heights.min() == pytest.approx(own["ci_low"].min())
    assert heights.max() == pytest.approx(own["ci_high"].max())


def test_a_break_opens_the_line_and_is_explained(make, see, labels):
    figure = trends(make.waves(4), labels=labels, breaks={"2024": "new questionnaire"})
    assert [len(line.get_xdata()) for line in lines(charts(figure)[0])] == [2, 2]
    assert see.drawn(figure, "break 2")
    assert "break at 2024: new questionnaire" in see.words(figure)


def test_a_hidden_wave_is_hatched_and_opens_the_line(make, labels):
    axes = charts(trends(make.waves(4, hidden="2"), labels=labels))[1]
    assert [len(line.get_xdata()) for line in lines(axes)] == [1, 2]
    assert [patch.get_label() for patch in axes.patches if patch.get_hatch()] == ["hidden wave 1"]


def test_a_wave_without_rows_stays_empty(make, labels):
    figure = trends(make.waves(2), labels=labels, waves=["2023", "2024", "2025"])
    assert lines(charts(figure)[0])[0].get_xdata() == pytest.approx([1, 2])
    assert not [patch for patch in charts(figure)[0].patches if patch.get_hatch()]


def test_the_latest_value_is_written(make, see, labels):
    frame = make.waves(3)
    latest = frame.loc[(frame["wave"] == "2025") & (frame["name"] == "1"), "mean"].iloc[0]
    assert f"{latest:.1f}".replace(".", ",") in see.words(trends(frame, labels=labels, language="nl"))


@pytest.mark.parametrize("count", [1, 12])
def test_one_wave_and_twelve_waves(make, labels, count):
    figure = trends(make.waves(count), labels=labels)
    assert sum(len(line.get_xdata()) for line in lines(charts(figure)[3])) == count


def test_no_row_at_all_says_so(make, see, labels):
    assert "there are no answers" in see.words(trends(make.waves(1)[:0], labels=labels))


def test_every_panel_has_the_same_scale(make, labels):
    limits = {axes.get_ylim() for axes in charts(trends(make.waves(3), labels=labels, points=7))}
    assert limits == {(0.8, 7.2)}


def test_prepared_tables_follow_the_waves(make, labels):
    tables = prepare_trends(make.waves(2), labels, ("2025", "2024"))
    assert list(tables["1"].index) == ["2025", "2024"]


def test_alternative_text_speaks_of_the_last_wave(make, labels):
    said = trends_alt(make.waves(3), labels=labels)
    assert said.startswith(
        "Line charts of the mean scores of 4 scales from 2023 to 2025; in the last wave highest "
    )
