"""What the annual report says, from its title to its annexes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlab.platypus import CondPageBreak, Flowable

from microstructure_desktop.charts.model import Courbe

from . import graphique, rapport_tables
from .flow import Column, Dressing, block, columns, line, mark, room, space, table
from .fonts import SEMIBOLD
from .rapport_words import (
    AUCUNE_REUNION,
    COMMENTAIRE,
    DEFINITION,
    RETENUS_DITS,
    SOMMAIRE,
    annexed,
    retenu,
    titled,
)
from .styles import (
    ACCENT,
    BODY,
    GUTTER,
    HAIRLINE,
    HEADING,
    LABEL,
    MM,
    OVERLINE,
    SECTION,
    STRONG,
    SUBTITLE,
    TEXT_HEIGHT,
    TEXT_WIDTH,
    THICK,
    TITLE,
    Style,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, MutableMapping, Sequence

    from .layout import Running
    from .printed_rapport import ChapitreImprime, RapportImprime


_KEY = Style(SEMIBOLD, 20, 25, ACCENT)
_LINE = Style(SEMIBOLD, 9.5, 15)
_PAGE = Style(SEMIBOLD, 9.5, 15, right=True)
_CONTENTS = (
    Column(0, 9 * MM, _LINE),
    Column(9 * MM, TEXT_WIDTH - 25 * MM, Style(BODY.font, 9.5, 15)),
    Column(TEXT_WIDTH - 15 * MM, 15 * MM, _PAGE),
)
_DEFINED = columns(1, 2.4, gutter=GUTTER, styles=(STRONG, BODY))
_BESIDE = (Column(6 * MM, TEXT_WIDTH - 6 * MM, BODY),)
_OPENING = 30 * MM
"""Enough of a long text to begin it under its title."""


class _Bookmark(Flowable):  # type: ignore[misc]
    """An entry of the outline that a reader shows beside the pages."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return 0, 0

    def draw(self) -> None:
        self.canv.bookmarkPage(self._title)
        self.canv.addOutlineEntry(self._title, self._title, 0)


def story(contenu: RapportImprime, running: Running, pages: MutableMapping[str, int]) -> list[Any]:
    """The whole report; `pages` is filled while it is drawn, and read when drawn again."""
    return [
        *_cover(contenu),
        *_contents(contenu, pages),
        room(TEXT_HEIGHT),
        *(part for chapitre in contenu.chapitres for part in _chapter(chapitre, running, pages)),
        *_annexes(contenu, running, pages),
    ]


def _cover(contenu: RapportImprime) -> list[Any]:
    found = [
        line(f"RAPPORT ANNUEL {contenu.annee}", OVERLINE),
        line(f"Rapport d’activité {contenu.annee}", TITLE),
        line(contenu.cabinet.nom, SUBTITLE, Dressing(after=1 * MM)),
        line(contenu.avertissement, LABEL, Dressing(after=3 * MM)),
    ]
    if contenu.cles:
        count = len(contenu.cles)
        values = columns(*(1,) * count, gutter=GUTTER, styles=(_KEY,) * count)
        words = columns(*(1,) * count, gutter=GUTTER, styles=(LABEL,) * count)
        found += [
            block([value for value, _ in contenu.cles], values, Dressing(3 * MM, rule=HAIRLINE)),
            block([mots for _, mots in contenu.cles], words, Dressing(after=3 * MM)),
        ]
    return found


def _contents(contenu: RapportImprime, pages: MutableMapping[str, int]) -> list[Any]:
    rows = [(f"{c.numero}", c.titre, titled(c)) for c in contenu.chapitres]
    rows += [("", title, title) for title in annexed(contenu)]
    found = [line(SOMMAIRE, SECTION, Dressing(before=5, after=3, rule=ACCENT, weight=THICK))]
    for number, title, key in rows:
        texts = (number, title, str(pages.get(key, 0)))
        found.append(block(texts, _CONTENTS, Dressing(1, 1, HAIRLINE)))
    return found


def _chapter(
    chapitre: ChapitreImprime, running: Running, pages: MutableMapping[str, int]
) -> list[Any]:
    found: list[Any] = [line(phrase, BODY, Dressing(after=2)) for phrase in chapitre.phrases]
    if chapitre.phrases:
        found.append(space(3 * MM))
    if chapitre.vide:
        found.append(line(chapitre.vide, LABEL))
    for each in chapitre.graphiques:
        found += graphique.story(each, tableau=isinstance(each, Courbe))
    for tableau in chapitre.tableaux:
        found += rapport_tables.story(tableau)
    if chapitre.commentaire:
        found += [
            room(4 * BODY.leading),
            line(COMMENTAIRE, HEADING, Dressing(before=1 * MM)),
            block([chapitre.commentaire], _BESIDE, Dressing(after=3 * MM)),
        ]
    return [*_section(titled(chapitre), found, running, pages), *found]


def _annexes(
    contenu: RapportImprime, running: Running, pages: MutableMapping[str, int]
) -> list[Any]:
    found: list[Any] = []
    for title, annexe in zip(annexed(contenu), _annexe(contenu), strict=True):
        found += [*_section(title, annexe, running, pages), *annexe]
    return found


def _annexe(contenu: RapportImprime) -> Iterator[list[Any]]:
    dressing = Dressing(2, 2, HAIRLINE)
    yield list(table(DEFINITION, contenu.definitions, _DEFINED, dressing, topped=False))
    if contenu.retenus:
        listed = [line(retenu(each), BODY) for each in contenu.retenus]
        yield [line(RETENUS_DITS, BODY, Dressing(after=4)), *listed]
    if contenu.reunions.lignes:
        yield rapport_tables.story(contenu.reunions)
    else:
        yield [line(AUCUNE_REUNION, BODY)]


def _section(
    title: str, below: Sequence[Any], running: Running, pages: MutableMapping[str, int]
) -> list[Any]:
    """A title on the page of what it opens on; the page is noted for the contents."""

    def note() -> None:
        pages[title] = running.page

    return [
        room(SECTION.leading + 15 * MM + _opening(below)),
        space(6 * MM),
        _Bookmark(title),
        mark(note),
        line(title, SECTION, Dressing(before=5, after=4, rule=ACCENT, weight=THICK)),
    ]


def _opening(below: Sequence[Any]) -> float:
    """The height of the texts that come first, and of the table or the chart under them."""
    height = 0.0
    for each in below:
        if isinstance(each, CondPageBreak):
            height += float(each.height)
            break
        height += float(each.wrap(TEXT_WIDTH, TEXT_HEIGHT)[1])
        if height > _OPENING:
            break
    return height if height < 0.8 * TEXT_HEIGHT else _OPENING
