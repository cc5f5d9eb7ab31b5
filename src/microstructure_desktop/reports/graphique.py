"""A chart in a document: its title, its drawing, and the same figures in a table under it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlab.platypus import Flowable

from microstructure_desktop.charts import words
from microstructure_desktop.charts.model import valeurs
from microstructure_desktop.charts.plan import plan

from .flow import Column, Dressing, line, room, space, table
from .fonts import REGULAR, SEMIBOLD, width
from .graphique_trace import PaperLetters, trace
from .structure import Figure, part
from .styles import GREY, HAIRLINE, INK, LABEL, MM, NAME, TEXT_HEIGHT, TEXT_WIDTH, Style
from .text import printable

if TYPE_CHECKING:
    from microstructure_desktop.charts.model import Graphique
    from microstructure_desktop.charts.shapes import Drawing

_HEAD = Style(SEMIBOLD, 8, 11, GREY)
_WORDS = Style(REGULAR, 8.5, 11)
_FIGURES = Style(REGULAR, 8.5, 11, INK, right=True)
_LEAST, _NAMES, _GUTTER = 17 * MM, 60 * MM, 4 * MM
_TALLEST = TEXT_HEIGHT - 24 * MM
_NONE = "Aucune valeur à montrer."


def story(graphique: Graphique, *, tableau: bool = True) -> list[Any]:
    """What a document adds to its own story; a page never ends on the title.

    `tableau` False: a table beside holds these figures already.
    """
    title = line(graphique.titre, NAME, Dressing(before=2 * MM, after=1 * MM))
    if not valeurs(graphique):
        return [room(24 * MM), title, line(_NONE, LABEL), space(4 * MM)]
    figure = _Figure(graphique)
    parts = [title, figure, space(1.5 * MM), *(_table(graphique) if tableau else [])]
    whole = sum(float(one.wrap(TEXT_WIDTH, TEXT_HEIGHT)[1]) for one in parts)
    together = whole if whole <= TEXT_HEIGHT else figure.height + 24 * MM
    return [room(together), *parts, space(5 * MM)]


class _Figure(Flowable):  # type: ignore[misc]
    """The drawing over the whole width, smaller if a page is too short for it.

    Read aloud, its words stand for it.
    """

    def __init__(self, graphique: Graphique) -> None:
        super().__init__()
        self._instead = f"{graphique.titre}. {words.alternative(graphique)}"
        self._drawing: Drawing = plan(graphique, PaperLetters(), TEXT_WIDTH)
        self._scale = min(1.0, _TALLEST / self._drawing.height)
        self.height = self._drawing.height * self._scale

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return TEXT_WIDTH, self.height

    def draw(self) -> None:
        with part(self.canv, Figure(self._instead)):
            self.canv.scale(self._scale, self._scale)
            trace(self.canv, self._drawing)


def _table(graphique: Graphique) -> list[Any]:
    shown = words.table(graphique)
    places = _places(shown)
    dressing = Dressing(before=1.2, after=1.2, rule=HAIRLINE, whole=True)
    return list(table(shown.entete, shown.lignes, places, dressing, style=_HEAD, topped=False))


def _places(shown: words.Tableau) -> list[Column]:
    """The words of a row, and not far its figures, as wide as each other."""
    count = len(shown.entete) - 1
    texts = [text for row in (shown.entete, *shown.lignes) for text in row[1:]]
    needed = max(width(printable(text), SEMIBOLD, _FIGURES.size) for text in texts) + 1
    wide = max(_LEAST, min(needed, 0.7 * TEXT_WIDTH / count - _GUTTER))
    named = max(width(printable(row[0]), _WORDS.font, _WORDS.size) for row in shown.lignes) + 1
    first = min(max(named, _NAMES), TEXT_WIDTH - count * (wide + _GUTTER))
    figures = (Column(first + n * (wide + _GUTTER) + _GUTTER, wide, _FIGURES) for n in range(count))
    return [Column(0, first, _WORDS), *figures]
