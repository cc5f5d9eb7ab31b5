"""How rows of values are told apart: by colour, and as well by mark, dash and pattern."""

from dataclasses import dataclass

from .model import Graphique, Point
from .shapes import Dash, Fill, Mark

FAINT = "text3"
_TONES = ("primary", "travailleur_social", "medecin", "psychiatre", "text2")
_MARKS = (Mark.ROUND, Mark.SQUARE, Mark.TRIANGLE, Mark.DIAMOND)
_FILLS = (Fill.FULL, Fill.STRIPED, Fill.RULED)
_DASHES = (Dash.SOLID, Dash.DASHED, Dash.MIXED, Dash.DOTTED)


@dataclass(frozen=True, slots=True)
class Style:
    """`avant`: thin and without marks, it stays behind."""

    ink: str
    mark: Mark
    dash: Dash
    fill: Fill
    avant: bool = False

    def fill_of(self, point: Point) -> Fill:
        return Fill.HATCHED if point.provisoire else self.fill


def styles(graphique: Graphique) -> tuple[Style, ...]:
    """One for each row; the rows of the year before do not take a turn."""
    found: list[Style] = []
    turn = 0
    for rangee in graphique.rangees:
        if rangee.avant:
            found.append(Style(FAINT, Mark.SQUARE, Dash.DASHED, Fill.LIGHT, avant=True))
            continue
        ink = rangee.ton or _TONES[turn % len(_TONES)]
        fill = _FILLS[turn % 3]
        found.append(Style(ink, _MARKS[turn % 4], _DASHES[turn % 4], fill))
        turn += 1
    return tuple(found)
