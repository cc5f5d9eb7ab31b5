"""One filled fiche, with its revision and date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from microstructure_desktop.domain.equipe import Cabinet, Membre
    from microstructure_desktop.domain.fiche import Fiche
    from microstructure_desktop.domain.patient import Patient
    from microstructure_desktop.forms.model import Form


@dataclass(frozen=True, slots=True)
class FicheImprimee:
    """`auteur` wrote revision number `revision` at `revisee_le`; `form` is the definition used."""

    cabinet: Cabinet
    patient: Patient
    fiche: Fiche
    form: Form
    auteur: Membre
    revision: int
    revisee_le: datetime
    edite_le: datetime


def fiche(contenu: FicheImprimee) -> bytes:
    raise NotImplementedError
