"""What the printed table of rights says, from its honest limits to its source."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from . import wording
from .flow import Dressing, columns, line, table
from .styles import BODY, HAIRLINE, LABEL, MM, OVERLINE, TITLE

if TYPE_CHECKING:
    from .printed import DroitsImprimes

_WIDE, _NARROW, _GAP = 2.9, 1.1, 1.5 * MM
_TITRE = replace(BODY, size=8.5, leading=10)
_MOT = replace(LABEL, leading=10)
"""Tighter than a text: the whole table is to stand on one page."""


def story(contenu: DroitsImprimes) -> list[Any]:
    roles = tuple(wording.COMPTEURS[role].capitalize() for role in contenu.roles)
    shares = (_WIDE, *(_NARROW for _ in roles))
    cells = columns(*shares, gutter=_GAP, styles=[_TITRE, *(_MOT for _ in roles)])
    ruled = Dressing(before=1, after=1, rule=HAIRLINE, whole=True)
    rows = [(titre, *mots) for titre, mots in contenu.lignes]
    return [
        line("ÉQUIPE ET DROITS", OVERLINE),
        line("Qui peut quoi", TITLE),
        line(contenu.honnete, BODY, Dressing(before=2, after=3 * MM)),
        *table(("Contenu", *roles), rows, cells, ruled, topped=False),
        *(
            line(texte, _MOT, Dressing(before=0 if rank else 3 * MM))
            for rank, texte in enumerate(contenu.legende)
        ),
        line(f"Source\xa0: {contenu.source}", _MOT, Dressing(before=3 * MM)),
    ]
