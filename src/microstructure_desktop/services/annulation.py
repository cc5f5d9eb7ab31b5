"""Take back what an action did, and do it again: each time in new revisions, nothing is lost."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Generic, TypeVar

from microstructure_desktop.domain.facturation import Facturation
from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.domain.patient import Inclusion, Patient
from microstructure_desktop.domain.revision import Change
from microstructure_desktop.errors import AppError

from . import anonymat, comptes, facturation_unique, fusion_moves
from .access import AccessDenied, Permission, check
from .autres_reunions import OtherMeetingClosed
from .office import Office
from .syntheses import MeetingClosed

if TYPE_CHECKING:
    from microstructure_desktop.store.work import Work

T = TypeVar("T")

DEFINITIFS = frozenset(
    {
        "envoi",
        "bris_de_glace",
        "fusion",
        "lot",
        "additif",
        "mois_clos",
        "divulgation",
        "cle_signature",
    }
)
"""What was handed over, opened, merged or signed is not taken back by a key."""
_DROITS = {
    "consultation": Permission.CLINIQUE,
    "fiche": Permission.CLINIQUE,
    "inclusion": Permission.CLINIQUE,
    "question": Permission.CLINIQUE,
    "rendez_vous": Permission.AGENDA,
    "document": Permission.DOCUMENTS,
    "lettre": Permission.DOCUMENTS,
    "patient": Permission.IDENTITE,
    "facturation": Permission.FACTURER,
    "commentaire": Permission.ECRIRE_RAPPORT,
    "financement": Permission.ECRIRE_RAPPORT,
    "convention": Permission.ECRIRE_PARTAGE,
    "canal": Permission.ECRIRE_PARTAGE,
    "demande": Permission.REPONDRE_DEMANDES,
    "conservation": Permission.DECIDER_CONSERVATION,
    "dossier_legal": Permission.ECRIRE_DOSSIER_LEGAL,
}
"""The least that taking back asks for: a role may have changed since the act."""
_MEMBRE = "membre"
_MOTIF = "annulation immédiate"


class NotUndoable(AppError):
    sentence = "Cette action ne s’annule pas ainsi."
    way_out = "Passez par la page où elle a été faite."


class ChangedSince(AppError):
    way_out = "Ouvrez l’historique pour voir les deux versions, puis corrigez s’il le faut."

    def __init__(self, auteur: str = "") -> None:
        par = f" par {auteur}" if auteur else ""
        super().__init__(f"Rien n’a été annulé : cet élément a été modifié depuis{par}.")


class EpisodeOpen(AppError):
    sentence = "Un autre suivi de cette personne est ouvert."
    way_out = "Terminez-le d’abord : une personne suit un programme à la fois."


class EpisodesOverlap(AppError):
    sentence = "Un autre suivi de cette personne couvre une partie de ces dates."
    way_out = "Annulez d’abord celui des deux qui est en trop."


class RecordUsed(AppError):
    sentence = "Ce dossier contient déjà des saisies."
    way_out = "Annulez d’abord ces saisies, chacune avec son motif."


class RecordWithdrawn(AppError):
    sentence = "Le dossier de cette personne a été retiré."
    way_out = "Rétablissez d’abord le dossier."


@dataclass(frozen=True, slots=True)
class Fait(Generic[T]):
    """What an action answered, and what it changed."""

    result: T
    changes: tuple[Change, ...]


def noted(office: Office, action: Callable[[Office], T]) -> Fait[T]:
    """Do something, and remember how to take it back, if it can be."""
    with office.store.noting() as found:
        result = action(office)
    changes = tuple(found.values())
    lasting = any(_lasts(change) for change in changes)
    return Fait(result, () if lasting else changes)


def undo(office: Office, changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """Put every record back as it was before one's own action; undoing the answer does it again.

    Raises:
        ChangedSince: somebody saved one of them after the action; all stay as they are.
        AccessDenied: it was the action of somebody else, or the role lost the right.
        NotUndoable, MeetingClosed: it is one of those asked about before.
        EpisodeOpen, EpisodesOverlap, FollowUpFunded, RecordWithdrawn, RecordUsed: the former state
            contradicts what was recorded since.
        NobodyManages: nobody would be left to open an account.
    """
    team = any(change.kind == _MEMBRE for change in changes)
    with (
        office.store.noting() as found,
        office.store.begin(office.membre.id, office.now()) as work,
    ):
        for change in changes:
            _check(work, office, change)
        for change in reversed(changes):
            _take_back(work, change)
        consistent(work, office, (change.entity for change in changes))
        if team:
            comptes.check_managed(work)
    if team:
        comptes.follow(office)
    return tuple(found.values())


def consistent(work: "Work", office: Office, entities: Iterable[str]) -> None:
    """Refuse a state that could not have been entered.

    Raises:
        EpisodeOpen, EpisodesOverlap: two episodes of one person cover a same day.
        FollowUpFunded: an alias is in a follow-up paid for a person identified.
        RecordWithdrawn, RecordUsed: something would be there about somebody who is not.
        FactureDeuxFois: a forfait would be billed twice.
    """
    entities = tuple(entities)
    if any(work.undoing.voided(entity) and _used(work, entity) for entity in entities):
        raise RecordUsed
    people = {p for entity in entities if (p := _patient(work, entity)) is not None}
    for patient in people:
        if work.undoing.voided(patient):
            raise RecordWithdrawn
        if sum(episode.fin is None for episode in work.inclusions.of(patient)) > 1:
            raise EpisodeOpen
    if any(_overlaps(work, entity) for entity in entities):
        raise EpisodesOverlap
    for entity in entities:
        record = work.undoing.last(entity)
        if isinstance(record, Facturation) and not work.undoing.voided(entity):
            facturation_unique.check_once(work, record)
    anonymat.check_people(work, office.reference, people)


def _check(work: "Work", office: Office, change: Change) -> None:
    if _lasts(change):
        raise NotUndoable
    if change.kind in _DROITS:
        check(office, _DROITS[change.kind])
    history = work.revisions.history(change.entity)
    if next(r.author for r in history if r.id == change.after) != office.membre.id:
        raise AccessDenied
    if not work.undoing.stands(change):
        auteurs = {m.id: m.nom_affiche for m in work.equipe.all()}
        raise ChangedSince(auteurs.get(history[-1].author, ""))
    closed = {
        work.syntheses.kind.name: MeetingClosed,
        work.reunions.kind.name: OtherMeetingClosed,
    }.get(change.kind)
    if closed is not None and work.undoing.last(change.entity).close:
        raise closed


def _take_back(work: "Work", change: Change) -> None:
    """What was cancelled comes back in the record where it is now: records may have been made one,
    or two again, meanwhile.
    """
    voided, last = work.undoing.voided(change.entity), work.undoing.last(change.entity)
    work.undoing.undo(change, _MOTIF)
    kept = fusion_moves.records(work).get(change.kind)
    if kept is None or not voided or work.undoing.voided(change.entity):
        return
    if kept.get(change.entity).patient != last.patient:
        kept.save(replace(kept.get(change.entity), patient=last.patient))
    fusion_moves.follow(work, change.kind, change.entity)


def _lasts(change: Change) -> bool:
    """A new account has its key: it is suspended, not taken back."""
    return change.kind in DEFINITIFS or (change.kind == _MEMBRE and change.before is None)


def _used(work: "Work", patient: str) -> bool:
    """Whether anything is recorded about somebody."""
    return any(kind.of(patient) for kind in fusion_moves.records(work).values()) or any(
        synthese.situation(PatientId(patient)) for synthese in work.syntheses.all()
    )


def _patient(work: "Work", entity: str) -> PatientId | None:
    """Whom a record that is there is about."""
    if work.undoing.voided(entity):
        return None
    record = work.undoing.last(entity)
    if isinstance(record, Patient):
        return record.id
    return getattr(record, "patient", None) or None


def _overlaps(work: "Work", entity: str) -> bool:
    """Whether an episode that is there covers a day of another one."""
    episode = work.undoing.last(entity)
    if not isinstance(episode, Inclusion) or work.undoing.voided(entity):
        return False
    others = (i for i in work.inclusions.of(episode.patient) if i.id != entity)
    return any(episode.chevauche(other) for other in others)
