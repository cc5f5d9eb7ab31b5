"""Make two records again of one that was two, as long as it can be done."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.domain.fusion import Fusion
from microstructure_desktop.domain.ids import DeclarationId, FusionId, PatientId
from microstructure_desktop.domain.patient import Patient
from microstructure_desktop.errors import AppError
from microstructure_desktop.store.failures import RecordMissing

from . import anonymat, fusion_moves, journal
from .access import Permission, allowed, check
from .fusions import ANNULEE, OPPOSITION
from .office import Office

if TYPE_CHECKING:
    from datetime import datetime

    from microstructure_desktop.store.work import Work


_SEPARES = "dossiers séparés"


class TooLateToSeparate(AppError):
    sentence = "Ces dossiers ont été réunis il y a plus de 30 jours : ils ne se séparent plus."
    way_out = "Créez un dossier pour l’autre personne ; l’historique garde ce que chacun disait."


class AlreadySeparated(AppError):
    sentence = "Ces dossiers ont déjà été séparés."
    way_out = "Cherchez chacun par son numéro."


class JoinedSince(AppError):
    sentence = "Un de ces dossiers a été réuni avec un troisième depuis."
    way_out = "Séparez d’abord la réunion la plus récente."


@dataclass(frozen=True, slots=True)
class Separation:
    """What separating would do. `rendus`: how much goes back. `ajoutes`: what was added since,
    and stays with the record kept. `modifiee`: its identity was edited since.
    """

    fusion: Fusion
    garde: Patient
    rendus: int
    ajoutes: int
    modifiee: bool


def reversibles(office: Office, patient_id: PatientId) -> tuple[Fusion, ...]:
    """The merges that made this record and can still be undone, latest first.

    None for who may not undo them.
    """
    if not allowed(office.membre.role, Permission.REUNIR_DOSSIERS):
        return ()
    with office.store.read() as work:
        return tuple(reversed(_open_merges(work, office.now(), patient_id)))


def preview(office: Office, fusion_id: FusionId) -> Separation:
    """Raises:
    TooLateToSeparate, AlreadySeparated, JoinedSince
    """
    check(office, Permission.REUNIR_DOSSIERS)
    with office.store.read() as work:
        fusion = _separable(work, office, fusion_id)
        made = work.revisions.history(fusion_id)[0].id
        moved = {name for _, name in fusion.deplaces}
        added = sum(
            record.id not in moved and work.revisions.history(record.id)[0].id > made
            for each in fusion_moves.records(work).values()
            for record in each.of(fusion.garde)
        )
        return Separation(
            fusion,
            work.patients.get(fusion.garde),
            sum(kind not in (fusion_moves.DRAFT, OPPOSITION) for kind, _ in fusion.deplaces),
            added,
            _edited(work, fusion),
        )


def separer(office: Office, fusion_id: FusionId, *, rendre_identite: bool = True) -> int:
    """Give everything back, in one transaction; how many things were cancelled since and stay so.

    `rendre_identite` False: the record kept stays as it is, since it was edited after the merge.

    Raises:
        TooLateToSeparate, AlreadySeparated, JoinedSince
        FollowUpFunded: an alias would come back to a follow-up begun since for a person identified.
    """
    check(office, Permission.REUNIR_DOSSIERS)
    with office.store.begin(office.membre.id, office.now()) as work:
        fusion = _separable(work, office, fusion_id)
        garde, absorbe = fusion.avant
        current = work.patients.get(garde.id)
        numbers = (absorbe.numero, *absorbe.anciens_numeros)
        left = tuple(n for n in current.anciens_numeros if n not in numbers)
        work.patients.save(absorbe)
        work.patients.save(garde if rendre_identite else replace(current, anciens_numeros=left))
        gone = fusion_moves.hand_back(work, fusion.deplaces, garde.id, absorbe.id)
        for kind, name in fusion.deplaces:
            if kind == ANNULEE:
                gone += not _reopened(work, name)
            elif kind == OPPOSITION and not work.undoing.voided(name):
                work.declarations.void(DeclarationId(name), _SEPARES)
        anonymat.check_people(work, office.reference, (garde.id, absorbe.id))
        work.fusions.save(replace(fusion, annulee=True))
        journal.note(work, Action.FUSION, patient=garde.id, objet=absorbe.id, detail="annulation")
    return gone


def _open_merges(work: "Work", at: "datetime", patient_id: PatientId) -> list[Fusion]:
    found = [f for f in work.fusions.all() if f.garde == patient_id and f.reversible(at)]
    return sorted(found, key=lambda f: f.id)


def _separable(work: "Work", office: Office, fusion_id: FusionId) -> Fusion:
    fusion = work.fusions.get(fusion_id)
    if fusion.annulee:
        raise AlreadySeparated
    if not fusion.reversible(office.now()):
        raise TooLateToSeparate
    pair = {fusion.garde, fusion.absorbe}
    others = (f for f in work.fusions.all() if not f.annulee and f.id > fusion.id)
    if any(pair & {f.garde, f.absorbe} for f in others):
        raise JoinedSince
    return fusion


def _edited(work: "Work", fusion: Fusion) -> bool:
    """Whether the record kept was saved after the merge, which saved itself last."""
    made = work.revisions.history(fusion.id)[0].id
    return work.revisions.history(fusion.garde)[-1].id > made


def _reopened(work: "Work", inclusion_id: str) -> bool:
    """Bring a double episode back, unless another one was opened meanwhile."""
    if not work.undoing.voided(inclusion_id):
        return True
    patient = work.undoing.last(inclusion_id).patient
    if any(i.fin is None for i in work.inclusions.of(patient)):
        return False
    try:
        work.undoing.restore(inclusion_id)
    except RecordMissing:
        return False
    return True
