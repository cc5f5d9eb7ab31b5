"""What the list of the start says: each step, whether it is done, and what shows it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from microstructure_desktop import french

from .flow import Column, Dressing, block, line, room, space
from .styles import BODY, HAIRLINE, LABEL, MM, NAME, SUBTITLE, TEXT_WIDTH, TITLE

if TYPE_CHECKING:
    from .printed import DemarrageImprime, EtapeImprimee

DONE, LEFT = "✓", "☐"
_MARK = 8 * MM
_TICK = replace(NAME, tag="P")
_INSIDE = TEXT_WIDTH - _MARK
_ROOM = 26 * MM


def story(contenu: DemarrageImprime) -> list[Any]:
    done = sum(etape.faite for etape in contenu.etapes)
    whole = french.count(len(contenu.etapes), "étape")
    said = f"{french.plural(done, 'faite')} sur {whole}"
    found = [
        line(contenu.titre, TITLE),
        line(f"{done} {said}", SUBTITLE, Dressing(after=4 * MM)),
    ]
    for etape in contenu.etapes:
        found += _etape(etape)
    return [*found, space(4 * MM), line(f"Sources : {contenu.source}", LABEL)]


def _etape(etape: EtapeImprimee) -> list[Any]:
    head = (Column(0, _MARK, _TICK), Column(_MARK, _INSIDE, NAME))
    lines = [(etape.pourquoi, LABEL), (etape.etat, BODY)]
    if etape.note:
        lines.append((etape.note, BODY))
    lines += [(f"Joint : {titre}", BODY) for titre in etape.documents]
    return [
        room(_ROOM),
        block(
            [DONE if etape.faite else LEFT, etape.titre],
            head,
            Dressing(before=2 * MM, rule=HAIRLINE),
        ),
        *[block([text], [Column(_MARK, _INSIDE, style)]) for text, style in lines],
        space(2 * MM),
    ]
