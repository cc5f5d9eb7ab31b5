"""What several service tests plan, ask and fill on the small cabinet."""

from dataclasses import replace
from datetime import date
from random import Random

from microstructure_desktop.demo import fiche as filling
from microstructure_desktop.demo import material
from microstructure_desktop.domain.declaration import Declaration, Objet
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.fiche import Fiche
from microstructure_desktop.domain.ids import new_id
from microstructure_desktop.services import fiches
from microstructure_desktop.services.suivi import FICHE_DE_SUIVI
from tests.cabinet import TODAY, Team
from tests.factories import a_question, a_rendez_vous


def write(team: Team, kind: str, record, role: Role = Role.PSYCHOLOGUE):
    """Save one record as a member would."""
    office = team[role]
    with office.store.begin(office.membre.id, team.clock()) as work:
        getattr(work, kind).save(record)
    return record


def planned(team: Team, patient, jour: date, role: Role = Role.PSYCHOLOGUE, **changes):
    membre = team[role].membre.id
    rdv = a_rendez_vous(patient=patient.id, membre=membre, jour=jour, **changes)
    return write(team, "rendez_vous", rdv, role)


def asked(team: Team, patient, texte: str, role: Role = Role.PSYCHOLOGUE):
    membre = team[role].membre.id
    question = a_question(patient=patient.id, membre=membre, texte=texte, posee_le=team.clock())
    return write(team, "questions", question, role)


def filled(team: Team, patient, jour: date = TODAY, *, complete: bool = True, **answers):
    """A follow-up fiche of the psychologist, every question answered."""
    office = team.psychologue
    opened = fiches.start(office, patient.id, FICHE_DE_SUIVI)
    found = filling.answer(opened.form, material.load(), Random(1), office)
    return fiches.save(office, opened, jour=jour, answers={**found, **answers}, complete=complete)


def as_role(office, role: Role):
    """The same person with another right, where only the role is refused."""
    return replace(office, membre=replace(office.membre, role=role))


def oppose(team: Team, patient) -> None:
    """From today on the doctor reads only what the doctor wrote."""
    said = team.psychologue.membre.id
    doctor = team.medecin.membre.id
    made = Declaration(new_id(), patient.id, Objet.PARTAGE, True, TODAY, said, doctor)
    write(team, "declarations", made)


def states(office, fiche_id) -> list[Fiche]:
    """Every state of a fiche as it is kept, oldest first."""
    with office.store.read() as work:
        return [work.fiches.at(revision.id) for revision in work.revisions.history(fiche_id)]
