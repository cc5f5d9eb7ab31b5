"""Retention: where each record is in its time, what the archive holds, what is to be decided."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.domain.conservation import Choix, Conservation
from microstructure_desktop.domain.durees import annees_plus_tard
from microstructure_desktop.domain.ids import ConservationId, PatientId, new_id
from microstructure_desktop.domain.patient import Patient
from microstructure_desktop.errors import AppError
from microstructure_desktop.french import numeric_date

from . import archives, journal
from .access import Permission, check
from .durees import regles
from .motif import MOTIF_MAX, nomme
from .office import Office, today
from .reunis import courant, current

if TYPE_CHECKING:
    from microstructure_desktop.store.work import Work

MOTIF_MINIMUM = 10
DECES = "DECES"
"""The code of CL29 by which an episode says that the person died."""
NOMME = "Le motif ne doit pas nommer la personne : il reste au journal après elle."
ENCORE = 5
"""Years proposed to a doctor who keeps a record."""
LONGTEMPS = 50


class MotifIncomplet(AppError):
    """`sentence` is what the problem says at the field."""

    way_out = "Complétez, puis recommencez : cela reste au dossier."


@dataclass(frozen=True, slots=True)
class EtatDossier:
    """`dernier` None while the person is followed: their time has not begun. `deces`: what `terme`
    was counted from. `gardee`: the decision that still holds.
    """

    patient: Patient
    dernier: date | None
    archive_le: date | None
    terme: date | None
    archive: bool
    deces: date | None = None
    gardee: Conservation | None = None

    @property
    def a_decider_le(self) -> date | None:
        """When the question is asked, a decision to keep taken into account."""
        return self.gardee.jusqu_au if self.gardee is not None else self.terme


def etat(office: Office, patient_id: PatientId) -> EtatDossier:
    """Where one record is in its time."""
    check(office, Permission.CONSERVATION)
    with office.store.read() as work:
        kept = work.patients.get(courant(work, patient_id)).id
        (found,) = _etats(work, office, [kept])
    return found


def phrase(work: "Work", office: Office, patient_id: PatientId) -> str:
    """Where one record is in its time, in a calm sentence; nothing while the person is followed."""
    (found,) = _etats(work, office, [patient_id])
    if found.dernier is None or found.archive_le is None:
        return ""
    if found.archive:
        return f"Dossier archivé depuis le {numeric_date(found.archive_le)}, relu avec un motif."
    return (
        f"Dernier acte le {numeric_date(found.dernier)}. "
        f"Sans autre acte, le dossier sera archivé le {numeric_date(found.archive_le)}."
    )


def archive(office: Office) -> tuple[EtatDossier, ...]:
    """Every record of the archive, the one to be decided first before the others."""
    check(office, Permission.CONSERVATION)
    with office.store.read() as work:
        return _in_order(_etats(work, office, archives.archives(office, work)))


def a_decider(office: Office, annee: int) -> tuple[EtatDossier, ...]:
    """The yearly list: those whose time ends that year or ended before, and nobody decided."""
    check(office, Permission.CONSERVATION)
    durees, end = regles().durees, date(annee, 12, 31)
    soonest = min(durees.total, durees.deces)
    with office.store.read() as work:
        acts = work.dormant.last_acts()
        old = [p for p, jour in acts.items() if jour <= annees_plus_tard(end, -soonest)]
        etats = _etats(work, office, old)
    return _in_order(e for e in etats if e.a_decider_le is not None and e.a_decider_le <= end)


def ouvrir(office: Office, patient_id: PatientId, motif: str) -> None:
    """Read a record of the archive again: whoever typed the reason has it for the day.

    Raises:
        MotifIncomplet: it says nothing, or who: the access log outlives the record.
    """
    check(office, Permission.CONSERVATION)
    problem = motif_problem(motif)
    if problem is not None:
        raise MotifIncomplet(problem)
    with office.store.begin(office.membre.id, office.now()) as work:
        kept = courant(work, patient_id)
        if nomme(motif, work.patients.get(kept)):
            raise MotifIncomplet(NOMME)
        journal.note(work, Action.LECTURE_ARCHIVE, patient=kept, motif=motif.strip())


def garder(office: Office, patient_id: PatientId, motif: str, jusqu_au: date) -> Conservation:
    """Keep a record beyond its time: the question comes back that day.

    Raises:
        MotifIncomplet: the reason or the day will not do.
        RecordJoined: the record became part of another one.
    """
    check(office, Permission.DECIDER_CONSERVATION)
    le = today(office)
    problem = motif_problem(motif) or jusqu_au_problem(jusqu_au, le)
    if problem is not None:
        raise MotifIncomplet(problem)
    who = ConservationId(new_id()), patient_id, le, office.membre.id
    made = Conservation(*who, Choix.GARDER, motif.strip(), jusqu_au)
    with office.store.begin(office.membre.id, office.now()) as work:
        current(work, patient_id)
        work.conservations.save(made)
    return made


def motif_problem(motif: str) -> str | None:
    """The sentence to show at the field; None when the reason can be kept."""
    if len(motif.strip()) < MOTIF_MINIMUM:
        return f"Écrivez au moins {MOTIF_MINIMUM} caractères, pour qui le lira plus tard."
    if len(motif.strip()) > MOTIF_MAX:
        return f"Le motif doit tenir en {MOTIF_MAX} caractères."
    return None


def jusqu_au_problem(jusqu_au: date | None, le: date) -> str | None:
    """The sentence to show at the field; None when the day can be kept."""
    if jusqu_au is None:
        return "Entrez une date, par exemple 31/12/2030."
    if jusqu_au <= le:
        return "Cette date doit être à venir."
    if jusqu_au > annees_plus_tard(le, LONGTEMPS):
        return f"Cette date doit être dans moins de {LONGTEMPS} ans."
    return None


def _etats(work: "Work", office: Office, who: Iterable[PatientId]) -> list[EtatDossier]:
    wanted = list(who)
    asleep, acts = archives.archives(office, work), work.dormant.last_acts(wanted)
    le = today(office)
    return [
        _etat(work, patient, acts[patient.id], le, archive=patient.id in asleep)
        for patient in work.patients.among(wanted)
        if patient.id in acts
    ]


def _etat(work: "Work", patient: Patient, dernier: date, le: date, *, archive: bool) -> EtatDossier:
    if dernier > le:
        return EtatDossier(patient, None, None, None, archive)
    durees = regles().durees
    deces = _deces(work, patient.id)
    terme = durees.terme(dernier, patient.naissance, deces)
    by_death = terme != durees.terme(dernier, patient.naissance)
    kept = max(
        (c for c in work.conservations.of(patient.id) if c.vaut(le)),
        key=lambda c: c.jusqu_au,
        default=None,
    )
    return EtatDossier(
        patient,
        dernier,
        durees.archive_le(dernier),
        terme,
        archive,
        deces if by_death else None,
        kept,
    )


def _deces(work: "Work", patient: PatientId) -> date | None:
    days = [i.fin for i in work.inclusions.of(patient) if i.motif_sortie == DECES]
    return max((day for day in days if day is not None), default=None)


def _in_order(etats: Iterable[EtatDossier]) -> tuple[EtatDossier, ...]:
    return tuple(sorted(etats, key=lambda e: (e.a_decider_le or date.max, e.patient.numero)))
