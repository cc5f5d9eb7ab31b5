"""Each chart finds its plan."""

import pytest

from microstructure_desktop.charts.plan import plan

from .cases import Monospaced, barres, cascade, courbe, rangee


@pytest.mark.parametrize(
    ("shown", "width", "lying"),
    [
        (courbe(), 400, False),
        (barres(), 400, False),
        (barres(), 60, True),
        (barres(rangee("", 1, 2, 3), noms=("Consommations et envies", "b", "c")), 200, True),
        (cascade(), 2000, True),
    ],
)
def test_that_bars_lie_when_their_names_do_not_fit(shown, width, lying):
    drawing = plan(shown, Monospaced(), width)
    assert drawing.lying is lying
    assert drawing.width == width
    assert len(drawing.zones) == sum(len(r.points) for r in shown.rangees)
