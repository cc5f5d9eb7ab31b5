"""Minutes of the monthly meeting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from microstructure_desktop.domain.equipe import Cabinet, Membre
    from microstructure_desktop.domain.forfait import Forfait
    from microstructure_desktop.domain.ids import MembreId, PatientId
    from microstructure_desktop.domain.patient import Patient
    from microstructure_desktop.domain.synthese import Synthese


@dataclass(frozen=True, slots=True)
class Minutes:
    """All that the minutes may show; `numero` is the meeting's rank in the cabinet.

    `forfaits` holds each patient's open forfait on the day of the meeting; `provisoire` marks
    minutes of a meeting that is not closed.
    """

    cabinet: Cabinet
    synthese: Synthese
    numero: int
    patients: dict[PatientId, Patient]
    membres: dict[MembreId, Membre]
    forfaits: dict[PatientId, Forfait | None]
    empreinte: str
    edite_le: datetime
    provisoire: bool


def minutes(contenu: Minutes) -> bytes:
    raise NotImplementedError
