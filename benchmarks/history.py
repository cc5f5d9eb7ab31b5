"""Years of a practice in a real store: people who come, are discussed, and leave."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any

from microstructure_desktop.demo import fiche as filling
from microstructure_desktop.demo import material
from microstructure_desktop.domain.consultation import Consultation, Issue, TypeActe
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.fiche import Fiche
from microstructure_desktop.domain.ids import (
    ConsultationId,
    FicheId,
    InclusionId,
    PatientId,
    SyntheseId,
    new_id,
)
from microstructure_desktop.domain.patient import Inclusion, Patient, Sexe
from microstructure_desktop.domain.synthese import Etat, Motif, Situation, Synthese
from microstructure_desktop.services.fiche_forms import keep
from microstructure_desktop.services.office import Office
from microstructure_desktop.services.oppositions import OBJETS

LAST = 2026
ACTS, FOLLOWED, DISCUSSED = 14, 300, 8
STAY = 0.3
FORMS = ("inclusion", "psychologique_entree", "psychologique_suivi", "sociale_entree")
KINDS = (
    (Role.PSYCHOLOGUE, TypeActe.CONS_PSY),
    (Role.TRAVAILLEUR_SOCIAL, TypeActe.ENTRETIEN_TS),
    (Role.MEDECIN, TypeActe.CONS_MG_LONGUE),
)
NOTE = "Sommeil amélioré. " * 20


def fill(office: Office, patients: int, years: int) -> None:
    """So many people in all, as many each year, the last of which is LAST."""
    random, answers = Random(1), _answers(office)
    with office.store.begin(office.membre.id, datetime(LAST, 11, 1, tzinfo=UTC)) as work:
        for form in FORMS:
            known = office.reference.forms.get(form)
            assert known is not None
            keep(work, known)
    for year in range(LAST - years + 1, LAST + 1):
        with office.store.begin(office.membre.id, datetime(year, 11, 1, tzinfo=UTC)) as work:
            people = [work.patients.add(_patient(random)).id for _ in range(patients // years)]
            for patient in people:
                debut = date(year, 1, 1) + timedelta(days=random.randint(0, 60))
                work.inclusions.save(_inclusion(random, patient, debut))
                for acte in _acts(office, random, patient, debut):
                    work.consultations.save(acte)
                for rank, form in enumerate(FORMS):
                    jour = debut + timedelta(days=rank * 20)
                    said = random.choice(answers[form])
                    work.fiches.save(_fiche(office, patient, form, jour, said))
            for month in range(1, 13):
                work.syntheses.save(_meeting(office, random, people, date(year, month, 20)))
    office.store.checkpoint()


def _answers(office: Office) -> dict[str, list[dict[str, Any]]]:
    """Ten ways to fill each form: drawing them for everybody would be what is waited for."""
    stuff = material.load()
    found: dict[str, list[dict[str, Any]]] = {}
    for form in FORMS:
        known = office.reference.forms.get(form)
        assert known is not None
        ways = [filling.answer(known, stuff, Random(n), office) for n in range(10)]
        found[form] = [{**way, **dict.fromkeys(OBJETS, False)} for way in ways]
    return found


def _patient(random: Random) -> Patient:
    born = date(1950, 1, 1) + timedelta(days=random.randint(0, 20_000))
    name = f"Nom{random.randint(0, 10**9)}"
    sexe = random.choice((Sexe.F, Sexe.H))
    return Patient(PatientId(new_id()), 0, name, "Prénom", born, sexe, information_remise=None)


def _inclusion(random: Random, patient: PatientId, debut: date) -> Inclusion:
    left = debut.year < LAST or random.random() > STAY
    fin = debut + timedelta(days=FOLLOWED) if left else None
    return Inclusion(
        InclusionId(new_id()), patient, "COVID_SM", debut, debut - timedelta(days=12), "MG", fin,
        "FIN_SUIVI" if left else "",
    )  # fmt: skip


def _acts(
    office: Office, random: Random, patient: PatientId, debut: date
) -> Iterator[Consultation]:
    for rank in range(ACTS):
        role, kind = random.choice(KINDS)
        issue = Issue.HONORE if random.random() < 0.85 else Issue.ABSENT_NON_EXCUSE
        jour = debut + timedelta(days=rank * FOLLOWED // ACTS)
        yield Consultation(
            ConsultationId(new_id()), patient, office.membre.id, role, kind, jour, time(14), 45,
            issue=issue, note_partagee=NOTE,
        )  # fmt: skip


def _fiche(
    office: Office, patient: PatientId, form: str, jour: date, answers: dict[str, Any]
) -> Fiche:
    known = office.reference.forms.get(form)
    assert known is not None
    return Fiche(
        FicheId(new_id()), patient, office.membre.id, form, known.version, jour, answers, True
    )


def _meeting(office: Office, random: Random, people: list[PatientId], jour: date) -> Synthese:
    discussed = random.sample(people, min(DISCUSSED, len(people)))
    return Synthese(
        SyntheseId(new_id()), jour, time(12, 30), time(13, 30), etat=Etat.CLOSE,
        presents=(office.membre.id,), redacteur=office.membre.id,
        situations=tuple(
            Situation(p, Motif.QUESTION, "Quand ?", NOTE, NOTE, NOTE, minutes=6, vue=True)
            for p in discussed
        ),
    )  # fmt: skip
