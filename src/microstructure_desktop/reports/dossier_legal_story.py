"""What the legal file says, from its list of contents to the source of each paper."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from . import chapitres
from .dossier_legal_imprime import Cases, Grille, Puces, Signatures, Textes
from .flow import Column, Dressing, block, columns, line, room, space
from .long_table import long_table
from .styles import (
    BODY,
    HAIRLINE,
    LABEL,
    MM,
    NAME,
    OVERLINE,
    SECTION,
    STRONG,
    SUBTITLE,
    TEXT_HEIGHT,
    TEXT_WIDTH,
    TITLE,
    Style,
)

if TYPE_CHECKING:
    from collections.abc import MutableMapping

    from .dossier_legal_imprime import Bloc, DossierImprime, PapierImprime
    from .layout import Running

_DOT, _MARK = 4.5 * MM, 7 * MM
_DONE, _LEFT = "✓", "☐"
_LARGE = 1.55
_SMALL = replace(LABEL, leading=11)
_CELL = replace(BODY, size=8.5, leading=11)
_CELL_FIRST = replace(STRONG, size=8.5, leading=11)
_SIGN, _GAP = 22 * MM, 3 * MM
_SHORT = 0.45 * TEXT_HEIGHT
"""A table shorter than this stands on one page."""
_MISSING = "Il reste à compléter : {}."
_SOURCE = "Sources : {}."


@dataclass(frozen=True, slots=True)
class _Dress:
    """The styles of one printing."""

    title: Style
    part: Style
    body: Style
    label: Style
    gap: float


def story(
    contenu: DossierImprime, title: str, running: Running, pages: MutableMapping[str, int]
) -> list[Any]:
    """The whole file, or its only paper; `pages` is filled while drawn, read when drawn again."""
    if not contenu.entier:
        dress = _dress(contenu)
        head = [line(contenu.papiers[0].titre, dress.title)]
        return [*head, *_paper(contenu.papiers[0], dress)]
    found = [*_cover(contenu, title), *_contents(contenu, pages)]
    dress = _Dress(SECTION, NAME, BODY, LABEL, 3 * MM)
    for papier in contenu.papiers:
        found += [
            room(TEXT_HEIGHT),
            *chapitres.section(papier.titre, (), running, pages),
            *_paper(papier, dress),
        ]
    return found


def _dress(contenu: DossierImprime) -> _Dress:
    if not contenu.gros:
        return _Dress(TITLE, SECTION, BODY, LABEL, 3 * MM)
    part, body = _grown(replace(NAME, colour=SECTION.colour, tag="H2")), _grown(BODY)
    return _Dress(TITLE, part, body, _grown(LABEL), 4 * MM)


def _grown(style: Style) -> Style:
    return replace(style, size=style.size * _LARGE, leading=style.leading * _LARGE)


def _cover(contenu: DossierImprime, title: str) -> list[Any]:
    found = [
        line("DONNÉES PERSONNELLES", OVERLINE),
        line(title, TITLE),
        line(contenu.cabinet.nom, SUBTITLE, Dressing(after=3 * MM)),
    ]
    if contenu.manquants:
        found.append(line(_MISSING.format(", ".join(contenu.manquants)), BODY))
    return found


def _contents(contenu: DossierImprime, pages: MutableMapping[str, int]) -> list[Any]:
    rows = [(f"{rank}", p.titre, p.titre) for rank, p in enumerate(contenu.papiers, 1)]
    return chapitres.contents(rows, pages)


def _paper(papier: PapierImprime, dress: _Dress) -> list[Any]:
    found = [line(papier.chapeau, dress.body, Dressing(after=dress.gap))]
    for partie in papier.parties:
        found += [
            room(dress.part.leading + 5 * dress.body.leading),
            line(partie.titre, dress.part, Dressing(before=dress.gap, after=1 * MM)),
        ]
        for bloc in partie.blocs:
            found += _bloc(bloc, dress)
    return [*found, line(_SOURCE.format(papier.source), _SMALL, Dressing(before=5 * MM))]


def _bloc(bloc: Bloc, dress: _Dress) -> list[Any]:
    match bloc:
        case Textes():
            return [line(text, dress.body, Dressing(after=1.5 * MM)) for text in bloc.textes]
        case Puces():
            places = (
                Column(0, _DOT, dress.body),
                Column(_DOT, TEXT_WIDTH - _DOT, dress.body),
            )
            return [block(("•", text), places, Dressing(after=1 * MM)) for text in bloc.textes]
        case Grille():
            return _grille(bloc)
        case Cases():
            return _cases(bloc)
        case Signatures():
            return _signatures(bloc)


def _grille(grille: Grille) -> list[Any]:
    styles = (_CELL_FIRST, *(_CELL for _ in grille.parts[1:]))
    places = columns(*grille.parts, gutter=_GAP, styles=styles)
    dressing = Dressing(before=1.2, after=1.2, rule=HAIRLINE, whole=True)
    rows = long_table(grille.colonnes, grille.lignes, places, dressing)
    whole = rows.wrap(TEXT_WIDTH, TEXT_HEIGHT)[1]
    kept = [room(whole)] if whole < _SHORT else []
    return [*kept, rows, space(4 * MM)]


def _cases(cases: Cases) -> list[Any]:
    places = (Column(0, _MARK, STRONG), Column(_MARK, TEXT_WIDTH - _MARK, STRONG))
    under = Column(_MARK, TEXT_WIDTH - _MARK, LABEL)
    found: list[Any] = []
    if cases.titre:
        found += [room(25 * MM), line(cases.titre, NAME, Dressing(before=2 * MM, after=1))]
    for case in cases.lignes:
        mark = _DONE if case.faite else _LEFT
        ruled = Dressing(before=1.2 * MM, rule=HAIRLINE)
        found += [room(15 * MM), block((mark, case.titre), places, ruled)]
        if case.comment:
            found.append(block((case.comment,), (under,)))
        found.append(block((case.etat,), (under,), Dressing(after=1.2 * MM)))
    return [*found, space(2 * MM)]


def _signatures(signatures: Signatures) -> list[Any]:
    places = columns(
        *(1,) * len(signatures.qui), gutter=8 * MM, styles=[LABEL] * len(signatures.qui)
    )
    return [
        room(_SIGN + 10 * MM),
        block(signatures.qui, places, Dressing(before=2 * MM)),
        space(_SIGN),
        line("", BODY, Dressing(rule=HAIRLINE)),
    ]
