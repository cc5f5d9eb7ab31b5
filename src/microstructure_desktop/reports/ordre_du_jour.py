"""The agenda of a meeting on paper: what to take up, then one line per person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from microstructure_desktop import french

if TYPE_CHECKING:
    from datetime import date, datetime, time

    from microstructure_desktop.domain.equipe import Cabinet

_ANONYME = "Initiales et numéros de dossier seulement. À détruire après la réunion."
_NOMINATIF = "Document nominatif\xa0: ne pas laisser à la vue de tous. À détruire après la réunion."

TITLE = "Ordre du jour de la réunion de synthèse"


@dataclass(frozen=True, slots=True)
class LigneDuJour:
    """Somebody to discuss; `personne` is what may be printed of them."""

    personne: str
    motif: str
    question: str
    minutes: int


@dataclass(frozen=True, slots=True)
class RepriseDuJour:
    """A decision of an earlier meeting, still to do."""

    personne: str
    texte: str
    qui: str
    quand: str


@dataclass(frozen=True, slots=True)
class OrdreDuJour:
    """`numero`: the meeting's rank; `duree`: minutes of a meeting; `noms`: people are named."""

    cabinet: Cabinet
    numero: int
    jour: date
    debut: time
    lieu: str
    presents: tuple[str, ...]
    excuses: tuple[str, ...]
    reprises: tuple[RepriseDuJour, ...]
    lignes: tuple[LigneDuJour, ...]
    duree: int
    noms: bool
    edite_le: datetime


def ordre_du_jour(contenu: OrdreDuJour) -> bytes:
    """The agenda as a PDF: the same content gives the same bytes."""
    # Loading the PDF library takes longer than the rest: only who prints pays for it.
    from .layout import Sheet, render
    from .ordre_du_jour_story import story
    from .wording import instant

    jour = french.plain_date(contenu.jour)
    sheet = Sheet(
        title=TITLE,
        left=contenu.cabinet.nom,
        right=f"Réunion de synthèse n°\xa0{contenu.numero} · {jour}",
        foot=(
            _NOMINATIF if contenu.noms else _ANONYME,
            f"Édité le {instant(contenu.edite_le)}",
        ),
    )
    return render(sheet, lambda _running: story(contenu))
