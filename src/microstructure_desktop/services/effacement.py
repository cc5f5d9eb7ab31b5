"""Erase somebody: what would go, then for good, with one's own passphrase and a written reason."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.domain.effacement import CHOISIS, Effacement, Fondement
from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.domain.patient import Patient
from microstructure_desktop.errors import AppError

from . import fusion_moves, journal
from .access import Permission, check
from .effacement_copies import AReprendre, Reprise, reprendre_ici, restant
from .effacement_registre import ecrit, marques
from .mentions import Mention, mentions
from .motif import MOTIF_MAX, nomme
from .office import Office, today
from .reunis import courant, identifiants

if TYPE_CHECKING:
    from microstructure_desktop.store.work import Work

MOTIF_MINIMUM = 10
REUNION = "synthese"


class MotifRefuse(AppError):
    """`sentence` is what `motif_problem` says at the field."""

    way_out = "Le motif reste dans le registre des effacements : il dit pourquoi, jamais qui."


@dataclass(frozen=True, slots=True)
class Apercu:
    """What would go. `numeros`: of every record made one with it. `comptes`: by kind, `synthese`
    for the meetings that lose a situation; `suivi_ouvert`: the person is followed today.
    `a_relire`: where texts about others name them, which stay.
    """

    patient: Patient
    numeros: tuple[str, ...]
    comptes: Mapping[str, int]
    sauvegardes: int
    a_reprendre: AReprendre
    suivi_ouvert: bool
    a_relire: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Resultat:
    """What was done; `le` is local, `empreinte` the head of the history afterwards."""

    id: PatientId
    effacement: Effacement
    initiales: str
    le: datetime
    empreinte: str
    copies: Reprise
    a_reprendre: AReprendre


def apercu(office: Office, patient_id: PatientId) -> Apercu:
    """What erasing somebody would take away; nothing is done."""
    check(office, Permission.DECIDER_CONSERVATION)
    from microstructure_desktop.store import backup_folder

    with office.store.read() as work:
        kept = courant(work, patient_id)
        patient = work.patients.get(kept)
        everyone = identifiants(work, kept)
        le = today(office)
        return Apercu(
            patient,
            _numeros(work, everyone),
            _comptes(work, everyone),
            len(backup_folder.listed(office.home.sauvegardes)),
            restant(work),
            any(i.ouverte(le) for i in work.inclusions.of(kept)),
            mentions(work, office, everyone),
        )


def motif_problem(motif: str, patient: Patient) -> str | None:
    """The sentence to show at the field; None when the reason can be kept."""
    said = motif.strip()
    if len(said) < MOTIF_MINIMUM:
        return f"Écrivez au moins {MOTIF_MINIMUM} caractères : ce motif reste."
    if len(said) > MOTIF_MAX:
        return f"Le motif doit tenir en {MOTIF_MAX} caractères."
    if nomme(said, patient):
        return "Le motif ne doit pas nommer la personne : il reste après elle."
    return None


def effacer(
    office: Office, patient_id: PatientId, phrase: str, fondement: Fondement, motif: str
) -> Resultat:
    """Take somebody out of the store, of its file and of every copy of this computer, for good.

    Raises:
        AccessDenied
        WrongPassphrase: it is not that of who is at the keyboard.
        MotifRefuse: it is too short, or names the person.
        DiskFull: before anything, or once it is done and the copies are still to do.
    """
    check(office, Permission.DECIDER_CONSERVATION)
    from microstructure_desktop.store import erased, keyring, keys

    assert fondement in CHOISIS
    ring = keyring.load(office.home.coffre)
    keys.unlock(ring, office.membre.id, phrase, office.cost.bounds())
    at = office.now()
    with office.store.begin(office.membre.id, at) as work:
        kept = courant(work, patient_id)
        patient = work.patients.get(kept)
        problem = motif_problem(motif, patient)
        if problem is not None:
            raise MotifRefuse(problem)
        everyone = identifiants(work, kept)
        counted = _numeros(work, everyone), _comptes(work, everyone)
        left_named = len(mentions(work, office, everyone))
        made = Effacement(fondement, motif.strip(), *counted, left_named)
        work.erasing.erase(everyone, ecrit(made), today(office))
        journal.note(work, Action.EFFACEMENT, patient=kept, detail=fondement.value)
        register = marques(work)
    office.store.compact()
    erased.add(office.home.root, register)
    copies = reprendre_ici(office)
    office.store.checkpoint()
    with office.store.read() as work:
        left, fingerprint = restant(work), work.revisions.fingerprint()
    first = min(everyone)
    return Resultat(first, made, patient.initiales, at.astimezone(), fingerprint, copies, left)


def _numeros(work: "Work", everyone: frozenset[PatientId]) -> tuple[str, ...]:
    return tuple(sorted(p.dossier for p in work.patients.among(everyone)))


def _comptes(work: "Work", everyone: frozenset[PatientId]) -> dict[str, int]:
    counts = {
        kind: sum(len(each.of(patient)) for patient in everyone)
        for kind, each in fusion_moves.records(work).items()
    }
    counts[REUNION] = sum(
        any(s.patient in everyone for s in meeting.situations) for meeting in work.syntheses.all()
    )
    return {kind: count for kind, count in counts.items() if count}
