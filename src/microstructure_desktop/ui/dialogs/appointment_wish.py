"""Wish: what is known of an appointment before it is asked for."""

from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING

from microstructure_desktop.domain.ids import MembreId, PatientId

if TYPE_CHECKING:
    from microstructure_desktop.domain.consultation import RendezVous
    from microstructure_desktop.ui.discretion import Person


@dataclass(frozen=True, slots=True)
class Wish:
    """`person` names `patient`. `moved`: the appointment to change."""

    patient: PatientId | None = None
    person: "Person | None" = None
    membre: MembreId | None = None
    jour: date | None = None
    heure: time | None = None
    duree: int | None = None
    moved: "RendezVous | None" = None


def wish_to_move(rendez_vous_: "RendezVous", person: "Person") -> Wish:
    return Wish(
        rendez_vous_.patient,
        person,
        rendez_vous_.membre,
        rendez_vous_.jour,
        rendez_vous_.heure,
        rendez_vous_.duree,
        rendez_vous_,
    )
