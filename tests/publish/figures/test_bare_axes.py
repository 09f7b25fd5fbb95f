from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from alliance_analytics.publish.figures.bare_axes import BareAxes


def test_bare_axes_have_limits_and_places_like_any():
    both = [Figure().add_axes((0.1, 0.2, 0.5, 0.5), axes_class=kind) for kind in (None, BareAxes)]
    for axes in both:
        axes.set(xlim=(0, 4), ylim=(10, 0))
    plain, bare = (axes.transData.transform([(1, 1), (4, 10)]).tolist() for axes in both)
    assert bare == plain


def test_bare_axes_draw_nothing_of_their_own():
    figure = Figure()
    FigureCanvasAgg(figure).draw()
    empty = figure.canvas.buffer_rgba().tobytes()
    axes = figure.add_axes((0.1, 0.2, 0.5, 0.5), axes_class=BareAxes, facecolor="none")
    FigureCanvasAgg(figure).draw()
    assert figure.canvas.buffer_rgba().tobytes() == empty
    assert not axes.xaxis.get_ticklocs(minor=True).size
