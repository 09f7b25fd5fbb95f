import pytest

from alliance_analytics.publish.figures.spider import prepare_spider, spider, spider_alt


@pytest.fixture
def labels(make):
    return make.pillars["en"]


def test_the_line_is_closed_when_everything_is_shown(make, see, labels):
    (line,) = see.drawn(spider(make.estimates(), labels=labels), "now")
    assert len(line.get_xdata()) == 9
    assert (line.get_xdata()[0], line.get_ydata()[0]) == (line.get_xdata()[-1], line.get_ydata()[-1])


def test_a_hidden_pillar_opens_the_line_and_hatches_its_spoke(make, see, labels):
    figure = spider(make.estimates(hidden="4"), labels=labels)
    (line,) = see.drawn(figure, "now")
    assert len(line.get_xdata()) == 7
    assert see.drawn(figure, "hidden 4")[0].get_hatch()
    assert "hidden" in see.words(figure)


def test_no_answers_is_a_dotted_spoke_without_hatching(make, see, labels):
    figure = spider(make.estimates(empty="7"), labels=labels)
    assert see.drawn(figure, "empty 7")[0].get_linestyle() == ":"
    assert not see.drawn(figure, "hidden 7")
    assert "no answers" in see.words(figure)


def test_last_wave_is_thin_and_dashed(make, see, labels):
    figure = spider(make.estimates(), make.estimates("2024", means=[3.0] * 8), labels=labels)
    (before,), (now,) = see.drawn(figure, "before"), see.drawn(figure, "now")
    assert before.is_dashed()
    assert before.get_linewidth() < now.get_linewidth()
    assert "2024" in see.words(figure)


def test_values_stand_beside_the_names(make, see, labels):
    found = see.words(spider(make.estimates(), labels=labels, language="nl"))
    assert {"3,7", "2,3", "5,0"} <= set(found)


def test_a_phone_gets_numbers_around_and_names_below(make, see, labels):
    figure = spider(make.estimates(), labels=labels, sectors=make.sectors, narrow=True)
    found = see.words(figure)
    assert {"1", "8", "Trust between partners", "relational"} <= set(found)
    assert figure.get_figwidth() == pytest.approx(259 / 72)


def test_neighbours_of_one_sector_share_its_colour(make, labels):
    table = prepare_spider(make.estimates(), None, labels, make.sectors)
    assert table.groupby("sector")["colour"].nunique().eq(1).all()
    assert table["colour"].nunique() == 4


@pytest.mark.parametrize("count", [1, 2, 3, 5, 8])
def test_any_number_of_pillars_is_drawn(make, see, labels, count):
    some = dict(list(labels.items())[:count])
    figure = spider(make.estimates(), labels=some)
    assert len([label for label in see.labels(figure) if label.startswith("interval")]) == count


def test_more_than_eight_names_become_numbers(make, see):
    many = {f"scale {place}": f"A rather long name {place}" for place in range(12)}
    frame = make.estimates(names=list(many), means=[3.0] * 12)
    figure = spider(frame, labels=many)
    assert {"12", "A rather long name 11"} <= set(see.words(figure))
    assert not see.collisions(figure)


def test_all_hidden_says_so(make, see, labels):
    figure = spider(make.estimates(hidden="12345678"), labels=labels)
    assert not see.drawn(figure, "now")
    assert "nothing can be shown, to protect respondents" in see.words(figure)


def test_alternative_text_in_dutch(make):
    said = spider_alt(make.estimates(), labels=make.pillars["nl"], language="nl")
    assert said.startswith("Spinnenweb van gemiddelde scores, schaal 1 tot 5, in 2025: hoogst ")
    assert "laagst Doelgebonden speelveld 2,3." in said
