"""What a letter says, from who writes to the place of the signature."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from microstructure_desktop import french

from . import wording
from .flow import Column, Dressing, block, line, room, space
from .fonts import REGULAR, SEMIBOLD
from .styles import GREY, MM, TEXT_WIDTH, Style

if TYPE_CHECKING:
    from .printed import LettreImprimee

_TEXT = Style(REGULAR, 11, 15.5)
_BOLD = Style(SEMIBOLD, 11, 15.5)
_OBJECT = replace(_BOLD, tag="H1")
_SMALL = Style(REGULAR, 9.5, 13, GREY)
_TITLE = Style(SEMIBOLD, 16, 21, tag="H1")
_RIGHT = Column(TEXT_WIDTH * 0.52, TEXT_WIDTH * 0.48, _TEXT)
_SIGNING_ROOM = 32 * MM


def story(contenu: LettreImprimee) -> list[Any]:
    lettre = contenu.lettre
    jour = french.plain_date(lettre.jour)
    return [
        *_sender(contenu),
        *_recipient(lettre.destinataire),
        space(8 * MM),
        block([f"Le {jour}"], [_RIGHT]),
        space(8 * MM),
        line(lettre.objet or contenu.titre, _TITLE if contenu.neutre else _OBJECT),
        space(6 * MM),
        *[line(part, _TEXT, Dressing(after=_after(part))) for part in _parts(lettre.corps)],
        *_signature(contenu),
    ]


def _sender(contenu: LettreImprimee) -> list[Any]:
    """A profession may tell of a care: on neutral paper the name stands alone."""
    auteur = contenu.auteur
    found = [line(contenu.cabinet.nom, _BOLD), line(auteur.nom_complet, _TEXT)]
    if not contenu.neutre:
        found.append(line(wording.METIERS[auteur.role].capitalize(), _SMALL))
    return found


def _recipient(destinataire: str) -> list[Any]:
    if not destinataire:
        return []
    return [space(10 * MM), *[block([part], [_RIGHT]) for part in destinataire.split("\n")]]


def _parts(corps: str) -> list[str]:
    """Paragraph by paragraph; an empty line is kept, it is where people write by hand."""
    return corps.split("\n")


def _after(part: str) -> float:
    return 0 if part.strip() else -_TEXT.leading / 2


def _signature(contenu: LettreImprimee) -> list[Any]:
    """The number in the directory tells of a health profession: not on neutral paper."""
    small = [Column(_RIGHT.x, _RIGHT.width, _SMALL)]
    rpps = "" if contenu.neutre else contenu.auteur.rpps
    return [
        room(_SIGNING_ROOM),
        space(8 * MM),
        block([contenu.auteur.nom_complet], [_RIGHT]),
        *([block([f"RPPS\xa0{rpps}"], small)] if rpps else []),
        block(["Signature"], small),
    ]
