"""Twenty-four people who entered in 2025, twelve women and twelve men, each met once."""

from dataclasses import replace
from datetime import date

from microstructure_desktop.domain.ids import new_id
from microstructure_desktop.domain.patient import Sexe
from tests import factories as make

from .cases import write

ENTERED = date(2025, 3, 3)
MET = date(2025, 6, 12)


def crowd(team, women: int = 12, men: int = 12):
    """Written without their fiches: their sex and their age are all that is known."""
    psy = team.psychologue.membre.id
    people = []
    sexes = [Sexe.F] * women + [Sexe.H] * men
    with team.medecin.store.begin(team.medecin.membre.id, team.clock()) as work:
        for rank, sexe in enumerate(sexes, start=1):
            patient = make.a_patient(
                id=new_id(), numero=0, nom=f"Figurant{rank}", prenom="Ann", sexe=sexe,
                naissance=date(1980, 1, 1),
            )  # fmt: skip
            work.patients.save(patient)
            work.inclusions.save(
                make.an_inclusion(
                    id=new_id(), patient=patient.id, programme="COVID_SM", debut=ENTERED
                )
            )
            work.consultations.save(
                make.a_consultation(id=new_id(), patient=patient.id, membre=psy, jour=MET)
            )
            people.append(patient)
    return people


def corrected(team, patient, sexe: Sexe):
    """The same person, their sex written otherwise."""
    return write(team, "patients", replace(patient, sexe=sexe))
