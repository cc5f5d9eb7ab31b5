"""What the report of a region says, from its title to what is not in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import chapitres, graphique, rapport_tables
from .flow import Column, Dressing, columns, line, room, space, table
from .fonts import REGULAR, SEMIBOLD
from .styles import (
    ACCENT,
    BODY,
    GUTTER,
    HAIRLINE,
    LABEL,
    MM,
    OVERLINE,
    STRONG,
    SUBTITLE,
    TEXT_HEIGHT,
    TEXT_WIDTH,
    TITLE,
    Style,
)

if TYPE_CHECKING:
    from collections.abc import MutableMapping

    from .layout import Running
    from .regional_imprime import ChapitreRegional, GrilleImprimee, RapportRegional

_PAIRS = columns(1, 2.4, gutter=GUTTER, styles=(STRONG, BODY))
_SMALL_HEAD = Style(SEMIBOLD, 7.5, 10, ACCENT)
_NAMES = Style(REGULAR, 8.5, 11)
_SIGNS = Style(SEMIBOLD, 8.5, 11)
_SIGN, _GAP = 8.2 * MM, 1.6 * MM
_TOGETHER = 8
STRUCTURE = "Structure"


def story(contenu: RapportRegional, running: Running, pages: MutableMapping[str, int]) -> list[Any]:
    """The whole report; `pages` is filled while it is drawn, and read when drawn again."""
    rows = [
        (f"{rank}", chapitre.titre, _titled(rank, chapitre))
        for rank, chapitre in enumerate(contenu.chapitres, 1)
    ]
    found = [
        line(f"RAPPORT RÉGIONAL {contenu.annee}", OVERLINE),
        line(f"Microstructures, région {contenu.region}", TITLE),
        line(contenu.animateur, SUBTITLE, Dressing(after=1 * MM)),
        line(contenu.completude, LABEL, Dressing(after=3 * MM)),
        *chapitres.keys(contenu.cles),
        *chapitres.contents(rows, pages),
        room(TEXT_HEIGHT),
    ]
    for rank, chapitre in enumerate(contenu.chapitres, 1):
        below = _chapter(chapitre)
        found += [*chapitres.section(_titled(rank, chapitre), below, running, pages), *below]
    return found


def _titled(rank: int, chapitre: ChapitreRegional) -> str:
    return f"{rank}. {chapitre.titre}"


def _chapter(chapitre: ChapitreRegional) -> list[Any]:
    found: list[Any] = [line(phrase, BODY, Dressing(after=2)) for phrase in chapitre.phrases]
    if chapitre.phrases:
        found.append(space(3 * MM))
    for each in chapitre.graphiques:
        found += graphique.story(each, tableau=not chapitre.tableaux)
    if chapitre.grille is not None:
        found += _grid(chapitre.grille)
    for tableau in chapitre.tableaux:
        found += rapport_tables.story(tableau)
    if chapitre.paires:
        heading, *rows = chapitre.paires
        dressing = Dressing(2, 2, HAIRLINE, whole=True)
        found += table(heading, rows, _PAIRS, dressing, topped=False)
    return found


def _grid(grille: GrilleImprimee) -> list[Any]:
    """A narrow column a month, the rest of the width for the names; what it means, above.

    The months are written again every few rows: a page never begins on signs alone.
    """
    names = TEXT_WIDTH - len(grille.mois) * (_SIGN + _GAP)
    places = [Column(0, names - _GAP, _NAMES)]
    places += [
        Column(names + rank * (_SIGN + _GAP) + _GAP, _SIGN, _SIGNS)
        for rank in range(len(grille.mois))
    ]
    heading = (STRUCTURE, *grille.mois)
    dressing = Dressing(1.4, 1.4, HAIRLINE, whole=True)
    legende = [line(grille.legende, LABEL, Dressing(after=2 * MM))]
    found: list[Any] = []
    for first in range(0, len(grille.lignes), _TOGETHER):
        some = grille.lignes[first : first + _TOGETHER]
        rows = table(heading, some, places, dressing, style=_SMALL_HEAD, topped=False)
        block = [*([] if first else legende), *rows]
        height = sum(float(part.wrap(TEXT_WIDTH, TEXT_HEIGHT)[1]) for part in block)
        found += [room(height), *block, space(4 * MM)]
    return found
