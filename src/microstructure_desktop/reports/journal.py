"""Who opened, printed or took out one person's record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from microstructure_desktop.domain.equipe import Cabinet, Membre
    from microstructure_desktop.domain.patient import Patient

__all__ = ["JournalImprime", "LigneImprimee", "journal"]

TITLE = "Journal d’accès"
_CONFIDENTIEL = (
    "Document confidentiel\xa0: il dit qui a ouvert le dossier d’une personne. "
    "À ne remettre qu’à elle, ou à qui elle le demande."
)


@dataclass(frozen=True, slots=True)
class LigneImprimee:
    """One access, in words."""

    le: datetime
    qui: str
    quoi: str
    motif: str


@dataclass(frozen=True, slots=True)
class JournalImprime:
    """The latest first. `tout`: everybody's accesses, else those of `auteur` alone, who prints.

    `probleme`: what is wrong with the log, as a sentence.
    """

    cabinet: Cabinet
    patient: Patient
    lignes: tuple[LigneImprimee, ...]
    auteur: Membre
    tout: bool
    probleme: str | None
    edite_le: datetime


def journal(contenu: JournalImprime) -> bytes:
    """The list as a PDF: the same content gives the same bytes."""
    # Loading the PDF library takes longer than the rest: only who prints pays for it.
    from .journal_story import story
    from .layout import Sheet, render
    from .wording import instant

    sheet = Sheet(
        title=TITLE,
        left=contenu.cabinet.nom,
        right=f"{TITLE} · dossier n°\xa0{contenu.patient.dossier}",
        foot=(
            _CONFIDENTIEL,
            f"Édité le {instant(contenu.edite_le)} par {contenu.auteur.nom_affiche}",
        ),
    )
    return render(sheet, lambda running: story(contenu, running))
