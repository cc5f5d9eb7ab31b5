"""Stores to measure on: a small cabinet, and one of ten thousand patients."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from random import Random

from microstructure_desktop.domain.consultation import Consultation, TypeActe
from microstructure_desktop.domain.equipe import Cabinet, Role
from microstructure_desktop.domain.ids import ConsultationId, InclusionId, PatientId, new_id
from microstructure_desktop.domain.patient import Inclusion, Patient, Sexe
from microstructure_desktop.paths import Home
from microstructure_desktop.services import unlock
from microstructure_desktop.services.equipe import NouveauMembre
from microstructure_desktop.services.office import Cost, Office
from microstructure_desktop.store import keys

PASSPHRASE = "une phrase pour mesurer"
CHEAP = keys.KdfParams(m=8, t=1, p=1)
COST = Cost(CHEAP, keys.Limits(floor=CHEAP, ceiling=keys.LIMITS.ceiling))
TODAY = date(2026, 11, 19)
SESSIONS = 50
SYLLABLES = ("ba", "cor", "dé", "fi", "gou", "lan", "mé", "nor", "pa", "ri", "so", "tal", "vé")


def cabinet(folder: Path) -> Office:
    """A new cabinet whose keys cost nothing to derive: the derivation is not what is measured."""
    psychologist = NouveauMembre("Claire", "Modèle", Role.PSYCHOLOGUE)
    return unlock.create_cabinet(
        Home(folder), Cabinet("Cabinet mesuré", "OCC", "OCC-31-007"), psychologist, PASSPHRASE,
        cost=COST,
    )  # fmt: skip


def closed_cabinet(folder: Path) -> Home:
    office = cabinet(folder)
    unlock.close(office)
    return office.home


def fill(office: Office, patients: int) -> list[PatientId]:
    """Patients with made-up names, one open episode each; the first has SESSIONS sessions."""
    random = Random(1)
    at = datetime(2026, 11, 1, tzinfo=UTC)
    found = []
    with office.store.begin(office.membre.id, at) as work:
        for _ in range(patients):
            patient = Patient(
                PatientId(new_id()), 0, _name(random), _name(random),
                date(1950, 1, 1) + timedelta(days=random.randint(0, 20_000)), Sexe.NR,
                f"06{random.randint(0, 99_999_999):08}",
            )  # fmt: skip
            work.patients.add(patient)
            debut = TODAY - timedelta(days=random.randint(30, 300))
            work.inclusions.save(Inclusion(InclusionId(new_id()), patient.id, "COVID_SM", debut))
            found.append(patient.id)
        for rank in range(SESSIONS):
            work.consultations.save(session(office, found[0], TODAY - timedelta(days=7 * rank)))
    office.store.checkpoint()
    return found


def session(office: Office, patient: PatientId, jour: date) -> Consultation:
    return Consultation(
        ConsultationId(new_id()), patient, office.membre.id, Role.PSYCHOLOGUE, TypeActe.CONS_PSY,
        jour, time(14), 45, themes=("SOMMEIL", "TRAVAIL"), evolution=6,
        note_partagee="Sommeil amélioré. " * 28,
    )  # fmt: skip


def moved(office: Office, at: datetime) -> Office:
    """The same office on another day."""
    return replace(office, now=lambda: at)


def _name(random: Random) -> str:
    return "".join(random.choice(SYLLABLES) for _ in range(random.randint(2, 4))).capitalize()
