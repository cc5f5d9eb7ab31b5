"""What the fictional psychiatrist does besides seeing people: opinions given to the team."""

from dataclasses import replace
from random import Random

from microstructure_desktop.domain.consultation import TypeActe
from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.services import consultations
from microstructure_desktop.services.office import Office

from .material import Material

MINUTES = 15


def give(office: Office, patient: PatientId, material: Material, random: Random) -> None:
    """One opinion about somebody who is not there."""
    opened = consultations.open_seance(office, patient)
    saisie = replace(
        opened.saisie,
        type=TypeActe.AVIS_PSYCHIATRE_EQUIPE,
        duree=MINUTES,
        note_partagee=random.choice(material.network["avis"]["textes"]),
    )
    consultations.record(office, opened.id, patient, saisie, opened.based_on)
