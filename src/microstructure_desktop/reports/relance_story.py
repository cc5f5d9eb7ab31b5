"""What a reminder says, from the animator's name to the signature."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from reportlab.platypus import PageBreak

from microstructure_desktop import french

from .flow import Column, Dressing, block, line, room, space
from .fonts import REGULAR, SEMIBOLD
from .relance_imprimee import ITEM
from .styles import GREY, MM, TEXT_WIDTH, Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .relance_imprimee import RelanceImprimee

_TEXT = Style(REGULAR, 10.5, 14.5)
_BOLD = Style(SEMIBOLD, 10.5, 14.5)
_OBJECT = replace(_BOLD, tag="H1")
_SMALL = Style(REGULAR, 9.5, 13, GREY)
_RIGHT = Column(TEXT_WIDTH * 0.52, TEXT_WIDTH * 0.48, _TEXT)
_RIGHT_SMALL = replace(_RIGHT, style=_SMALL)
_ITEM = Column(5 * MM, TEXT_WIDTH - 5 * MM, _TEXT)
_SIGNING_ROOM = 28 * MM


def story(lettres: Sequence[RelanceImprimee]) -> list[Any]:
    found: list[Any] = []
    for lettre in lettres:
        if found:
            found.append(PageBreak())
        found += _letter(lettre)
    return found


def _letter(lettre: RelanceImprimee) -> list[Any]:
    return [
        line(lettre.animateur, _BOLD),
        line(lettre.contact, _SMALL),
        space(9 * MM),
        block([lettre.structure], [_RIGHT]),
        block([lettre.code], [_RIGHT_SMALL]),
        space(8 * MM),
        block([f"Le {french.plain_date(lettre.jour)}"], [_RIGHT]),
        space(8 * MM),
        line(lettre.objet, _OBJECT),
        space(5 * MM),
        *map(_paragraph, lettre.corps),
        room(_SIGNING_ROOM),
        space(8 * MM),
        block([lettre.animateur], [_RIGHT]),
        block(["Signature"], [_RIGHT_SMALL]),
    ]


def _paragraph(text: str) -> Any:
    if text.startswith(ITEM):
        return block([text], [_ITEM], Dressing(after=1 * MM))
    return line(text, _TEXT, Dressing(before=2.4 * MM, after=1 * MM))
