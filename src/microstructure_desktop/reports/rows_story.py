"""A repeated group on paper: one table to write in, and what its columns expect below it."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Any

from reportlab.platypus import Flowable

from microstructure_desktop import french
from microstructure_desktop.forms.answer_words import in_words
from microstructure_desktop.forms.model import ItemType

from .answer_zones import is_beside, number_words
from .conditions import condition
from .flow import Dressing, block, columns, line
from .fonts import SEMIBOLD
from .strokes import SMALL, pen, write
from .structure import Cell, ornament, part
from .styles import GREY, INK, MM, TEXT_WIDTH, THIN, Style
from .text import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from microstructure_desktop.forms.model import Form, Group, Item

    from .printed import FicheVierge

_HEAD = Style(SEMIBOLD, 7.5, 9.5)
_LEGEND = columns(1, 4, gutter=3 * MM, styles=(_HEAD, SMALL))
_RANK = 8 * MM
_ROW = 9.5 * MM
_PAD = 1.2 * MM
_MOST = 7.5
"""What the columns of a table may weigh together: beyond, one goes to a second table."""
_WEIGHTS = {ItemType.STRING: 2.0, ItemType.DATE: 1.4}
_HOW = "Une ligne pour chacun. Pour un choix, écrivez dans la case le numéro de la réponse."


def in_table(item: Item) -> bool:
    """Whether an answer fits a cell; a long text or a scale is asked below, row by row."""
    return item.is_question and not item.personal and is_beside(item)


def table(contenu: FicheVierge, group: Group) -> list[Any]:
    """The table of a repeated group, then its columns explained and the last answers known."""
    asked = [item for item in group.items if item.row == 1 and in_table(item)]
    return [
        line(_HOW, SMALL, Dressing(after=1.5 * MM)),
        *(Table(part, group.repeat) for part in _parts(asked)),
        *(block(texts, _LEGEND, Dressing(before=1)) for texts in _legend(contenu.form, asked)),
        *(block(texts, _LEGEND, Dressing(before=1)) for texts in _earlier(contenu, group)),
    ]


class Table(Flowable):  # type: ignore[misc]
    """A column for each question, a numbered line for each row."""

    def __init__(self, items: Sequence[Item], rows: int) -> None:
        super().__init__()
        self._items = items
        self._rows = rows
        unit = (TEXT_WIDTH - _RANK) / sum(map(_weight, items))
        self._widths = [unit * _weight(item) for item in items]
        self._lefts = [0.0, *accumulate(self._widths[:-1], initial=_RANK)]
        self._titles = [
            wrap(item.text, _HEAD.font, _HEAD.size, width - 2 * _PAD)
            for item, width in zip(items, self._widths, strict=True)
        ]
        self._head = max(map(len, self._titles)) * _HEAD.leading + 2 * _PAD

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return TEXT_WIDTH, self._head + self._rows * _ROW + 2 * MM

    def draw(self) -> None:
        _, top = self.wrap(0, 0)
        with ornament(self.canv):
            self._grid(top)
        unnamed: list[str] = []
        for column, title in enumerate((unnamed, *self._titles)):
            with part(self.canv, Cell(self, 0, column)):
                for at, text in enumerate(title):
                    y = top - _PAD - (at + 0.8) * _HEAD.leading
                    write(self.canv, self._lefts[column] + _PAD, y, text, _HEAD)
        for row in range(self._rows):
            self._row(row, top - self._head - row * _ROW)

    def _row(self, row: int, top: float) -> None:
        base = top - _ROW + _PAD
        with part(self.canv, Cell(self, row + 1, 0)):
            write(self.canv, _PAD, base + 1.6 * MM, str(row + 1), _HEAD)
        for column, item in enumerate(self._items, 1):
            with part(self.canv, Cell(self, row + 1, column)):
                write(self.canv, self._lefts[column] + _PAD, base, _faint(item), SMALL)

    def _grid(self, top: float) -> None:
        pen(self.canv, GREY, THIN)
        bottom = top - self._head - self._rows * _ROW
        for row in range(self._rows + 1):
            y = top - self._head - row * _ROW
            self.canv.line(0, y, TEXT_WIDTH, y)
        for x in self._lefts[1:]:
            self.canv.line(x, top, x, bottom)
        pen(self.canv, INK, THIN)
        self.canv.rect(0, bottom, TEXT_WIDTH, top - bottom)


def _parts(items: Sequence[Item]) -> Iterator[list[Item]]:
    part: list[Item] = []
    for item in items:
        if part and sum(map(_weight, [*part, item])) > _MOST:
            yield part
            part = []
        part.append(item)
    if part:
        yield part


def _weight(item: Item) -> float:
    return _WEIGHTS.get(item.type, 1.0)


def _faint(item: Item) -> str:
    if item.type is ItemType.DATE:
        return "jj / mm / aaaa"
    return "oui / non" if item.type is ItemType.BOOLEAN else item.unit


def _legend(form: Form, asked: Sequence[Item]) -> Iterator[tuple[str, str]]:
    """What a column's title leaves out: when it is asked, its bounds, its choices by number."""
    for item in asked:
        parts = [
            condition(form, item).removesuffix("\xa0:") if item.when else "",
            "attendu" if item.required else "",
            item.hint,
            "plusieurs numéros possibles" if item.repeats else "",
            number_words(item),
            " · ".join(f"{n}\xa0{o.label}" for n, o in enumerate(item.offered, start=1)),
        ]
        if any(parts):
            yield item.text, ". ".join(filter(None, parts))


def _earlier(contenu: FicheVierge, group: Group) -> Iterator[tuple[str, str]]:
    """« 2, le 02/06/2026 », « Produit Vin ; Âge au début 16 ans »."""
    for row in range(1, group.repeat + 1):
        known = [
            (contenu.precedentes[i.id], i)
            for i in group.items
            if i.row == row and in_table(i) and i.id in contenu.precedentes
        ]
        for jour in sorted({earlier.jour for earlier, _ in known}):
            said = (f"{i.text} {in_words(i, e.value)}" for e, i in known if e.jour == jour)
            yield f"{row}, le {french.numeric_date(jour)}", "\xa0; ".join(said)
