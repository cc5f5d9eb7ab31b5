"""What the annual report says, from its title to its annexes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from microstructure_desktop.charts.model import Courbe

from . import chapitres, graphique, rapport_tables
from .flow import Column, Dressing, block, columns, line, room, space, table
from .rapport_words import (
    AUCUNE_REUNION,
    COMMENTAIRE,
    DEFINITION,
    RETENUS_DITS,
    annexed,
    retenu,
    titled,
)
from .styles import (
    BODY,
    GUTTER,
    HAIRLINE,
    HEADING,
    LABEL,
    MM,
    OVERLINE,
    STRONG,
    SUBTITLE,
    TEXT_HEIGHT,
    TEXT_WIDTH,
    TITLE,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, MutableMapping

    from .layout import Running
    from .printed_rapport import ChapitreImprime, RapportImprime


_DEFINED = columns(1, 2.4, gutter=GUTTER, styles=(STRONG, BODY))
_BESIDE = (Column(6 * MM, TEXT_WIDTH - 6 * MM, BODY),)


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
    return [
        line(f"RAPPORT ANNUEL {contenu.annee}", OVERLINE),
        line(f"Rapport d’activité {contenu.annee}", TITLE),
        line(contenu.cabinet.nom, SUBTITLE, Dressing(after=1 * MM)),
        line(contenu.avertissement, LABEL, Dressing(after=3 * MM)),
        *chapitres.keys(contenu.cles),
    ]


def _contents(contenu: RapportImprime, pages: MutableMapping[str, int]) -> list[Any]:
    rows = [(f"{c.numero}", c.titre, titled(c)) for c in contenu.chapitres]
    rows += [("", title, title) for title in annexed(contenu)]
    return chapitres.contents(rows, pages)


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
    return [*chapitres.section(titled(chapitre), found, running, pages), *found]


def _annexes(
    contenu: RapportImprime, running: Running, pages: MutableMapping[str, int]
) -> list[Any]:
    found: list[Any] = []
    for title, annexe in zip(annexed(contenu), _annexe(contenu), strict=True):
        found += [*chapitres.section(title, annexe, running, pages), *annexe]
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
