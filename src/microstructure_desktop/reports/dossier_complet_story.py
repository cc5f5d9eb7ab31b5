"""What a whole record says, chapter after chapter, in letters large enough to be read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from microstructure_desktop import french

from . import chapitres
from .flow import Column, Dressing, block, columns, line, room
from .styles import (
    BODY,
    GUTTER,
    HAIRLINE,
    HEADING,
    LABEL,
    MM,
    NAME,
    OVERLINE,
    SUBTITLE,
    TEXT_WIDTH,
    TITLE,
)

if TYPE_CHECKING:
    from collections.abc import MutableMapping

    from .dossier_complet_imprime import Chapitre, DossierRemis, Entree, Ligne
    from .layout import Running

_LARGE = replace(BODY, size=11.5, leading=16)
_NAMED = replace(LABEL, size=10.5, leading=16)
_PART = replace(HEADING, size=10.5, leading=16)
_FACTS = columns(1, 2.4, gutter=GUTTER, styles=(_NAMED, _LARGE))
_WHOLE = (Column(0, TEXT_WIDTH, _LARGE),)
_RULED = Dressing(before=1.5, after=1.5, rule=HAIRLINE)
_TOGETHER = 24 * MM
_NOTHING = "Rien n’est noté ici."


def story(
    contenu: DossierRemis, title: str, running: Running, pages: MutableMapping[str, int]
) -> list[Any]:
    """`pages` is filled while drawn, read when drawn again."""
    rows = [(str(rank), c.titre, c.titre) for rank, c in enumerate(contenu.chapitres, 1)]
    found = [*_cover(contenu, title), *chapitres.contents(rows, pages)]
    for chapitre in contenu.chapitres:
        found += _chapter(chapitre, running, pages)
    return found


def _cover(contenu: DossierRemis, title: str) -> list[Any]:
    patient = contenu.patient
    naissance = french.numeric_date(patient.naissance)
    return [
        line(contenu.cabinet.nom.upper(), OVERLINE),
        line(title, TITLE),
        line(
            f"{patient.nom_affiche} · naissance le {naissance} · dossier n°\xa0{patient.dossier}",
            SUBTITLE,
            Dressing(after=3 * MM),
        ),
        *(line(text, _LARGE) for text in (contenu.demande, contenu.remis_par)),
    ]


def _chapter(chapitre: Chapitre, running: Running, pages: MutableMapping[str, int]) -> list[Any]:
    below = [line(chapitre.mot, _LARGE, Dressing(after=2 * MM))] if chapitre.mot else []
    for entree in chapitre.entrees:
        below += _entry(entree)
    if not chapitre.entrees:
        below.append(line(_NOTHING, _LARGE))
    return [*chapitres.section(chapitre.titre, below, running, pages), *below]


def _entry(entree: Entree) -> list[Any]:
    found: list[Any] = []
    if entree.titre:
        found = [room(_TOGETHER), line(entree.titre, NAME, Dressing(before=3 * MM, after=1 * MM))]
    for partie in entree.parties:
        if partie.titre:
            found += [room(_TOGETHER), line(partie.titre, _PART, Dressing(before=1.5 * MM))]
        found += [_line(ligne) for ligne in partie.lignes]
    return found


def _line(ligne: Ligne) -> Any:
    if not ligne.label:
        return block((ligne.texte,), _WHOLE, _RULED)
    return block((ligne.label, ligne.texte), _FACTS, _RULED)
