"""Cancel what was entered by mistake, with a reason, and bring it back for thirty days."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from microstructure_desktop.domain.equipe import Membre, Role
from microstructure_desktop.domain.formation import Formation
from microstructure_desktop.domain.ids import MembreId, PatientId, RendezVousId
from microstructure_desktop.domain.patient import Patient
from microstructure_desktop.domain.reunion import Reunion
from microstructure_desktop.domain.synthese import Synthese
from microstructure_desktop.errors import AppError
from microstructure_desktop.store.failures import NotVoided, RecordMissing

from . import formations, fusion_moves
from .access import AccessDenied, Permission, allowed, attends, check
from .annulation import consistent
from .autres_reunions import OtherMeetingClosed
from .cercle import Cercle, autour_de, cercle
from .motif import ReasonMissing, motif_problem
from .office import Office
from .rendez_vous import annuler
from .reunis import courant, reunis
from .syntheses import MeetingClosed
from .titres import titre

if TYPE_CHECKING:
    from microstructure_desktop.store.undoing import Voided
    from microstructure_desktop.store.work import Work

DELAI = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Genre:
    """A kind of record that can be cancelled: its word, and who may see it there.

    `ecrit`: closed to whom the person objects to, its author set aside.
    """

    mot: str
    feminin: bool
    permission: Permission
    motifs: tuple[str, ...]
    ecrit: bool = True


_ERREURS = ("Mauvais dossier", "Saisie en double", "Date erronée")
GENRES = {
    "consultation": Genre("Séance", True, Permission.CLINIQUE, _ERREURS),
    "fiche": Genre("Fiche", True, Permission.CLINIQUE, _ERREURS),
    "inclusion": Genre("Inclusion", True, Permission.CLINIQUE, _ERREURS, ecrit=False),
    "rendez_vous": Genre(
        "Rendez-vous",
        False,
        Permission.AGENDA,
        ("À la demande de la personne", "Professionnel empêché", *_ERREURS),
        ecrit=False,
    ),
    "question": Genre("Question", True, Permission.CLINIQUE, ("Plus d’actualité", *_ERREURS)),
    "document": Genre("Document", False, Permission.DOCUMENTS, _ERREURS),
    "lettre": Genre("Lettre", True, Permission.DOCUMENTS, ("Envoi abandonné", *_ERREURS)),
    "synthese": Genre(
        "Réunion", True, Permission.REUNION, ("Réunion reportée", *_ERREURS), ecrit=False
    ),
    "reunion": Genre(
        "Réunion", True, Permission.ECRIRE_RESEAU, ("Réunion reportée", *_ERREURS), ecrit=False
    ),
    "formation": Genre("Formation", True, Permission.ECRIRE_RESEAU, _ERREURS, ecrit=False),
}
"""What a person may cancel and find again, by kind."""


class TooLate(AppError):
    sentence = "Cet élément a été annulé il y a plus de 30 jours."
    way_out = "Il reste lisible dans l’historique ; saisissez-le de nouveau s’il le faut."


class TraceKept(AppError):
    sentence = "Cette question dit qu’une opposition a été passée outre : elle ne s’annule pas."
    way_out = "Elle se règle à la prochaine réunion de synthèse."


@dataclass(frozen=True, slots=True)
class LigneCorbeille:
    """Something cancelled lately; `auteur` cancelled it, `retablissable` by the person who reads.

    `patient` None: it is about nobody in particular.
    """

    entity: str
    genre: Genre
    titre: str
    patient: Patient | None
    auteur: Membre | None
    at: datetime
    motif: str
    retablissable: bool


def cancel(office: Office, entity: str, motif: str) -> None:
    """Take a record entered by mistake out of every list and count; it stays in the history.

    Its author may, and a doctor; an appointment follows the rules of the agenda.

    Raises:
        ReasonMissing: nothing says why.
        AppointmentOver: it was kept, or not, already.
        AccessDenied: it is somebody else's.
        PartageLimite: the person objects to its being read.
        MeetingClosed: minutes never change.
        TraceKept: it tells the next meeting that somebody passed over an objection.
    """
    if motif_problem(motif) is not None:
        raise ReasonMissing
    if _is_appointment(office, entity):
        annuler(office, RendezVousId(entity), motif)
        return
    with office.store.begin(office.membre.id, office.now()) as work:
        record = _known(work, office, entity)
        if not _may(work, office, entity, record):
            raise AccessDenied(
                "Cette saisie est celle d’un autre membre de l’équipe.",
                "Demandez à son auteur, ou à un médecin, de l’annuler.",
            )
        if getattr(record, "close", False):
            raise OtherMeetingClosed if isinstance(record, Reunion) else MeetingClosed
        if entity in {bris.question for bris in work.bris_de_glace.all()}:
            raise TraceKept
        work.undoing.void(entity, motif.strip())
        if isinstance(record, Formation):
            formations.lacher(work, record)


def _is_appointment(office: Office, entity: str) -> bool:
    with office.store.read() as work:
        return work.revisions.kind_of(entity) is work.rendez_vous.kind


def opened_by(role: Role) -> bool:
    """Whether a role may find anything there."""
    return any(allowed(role, genre.permission) for genre in GENRES.values())


def restore(office: Office, entity: str) -> None:
    """Bring back as it was what was cancelled lately.

    Raises:
        NotVoided: it is there.
        TooLate: cancelled too long ago.
        AccessDenied: it is somebody else's.
        EpisodeOpen, RecordWithdrawn: what was recorded since contradicts it.
    """
    with office.store.begin(office.membre.id, office.now()) as work:
        if not work.undoing.voided(entity):
            raise NotVoided
        found = next((v for v in _lately(work, office) if v.entity == entity), None)
        if found is None:
            raise TooLate
        record = _known(work, office, entity)
        if found.author != office.membre.id and not _may(work, office, entity, record):
            raise AccessDenied(
                "Cette saisie est celle d’un autre membre de l’équipe.",
                "Demandez à son auteur, ou à un médecin, de la rétablir.",
            )
        work.undoing.restore(entity)
        if isinstance(record, Formation):
            formations.reprendre(work, record)
        if hasattr(record, "patient"):
            fusion_moves.follow(work, found.kind, entity)
        consistent(work, office, (entity,))


def corbeille(office: Office, patient_id: PatientId | None = None) -> tuple[LigneCorbeille, ...]:
    """What was cancelled in the last thirty days, latest first; about one person if asked."""
    if not opened_by(office.membre.role):
        raise AccessDenied
    with office.store.read() as work:
        lecture = cercle(office, work)
        wanted = courant(work, patient_id) if patient_id else None
        membres = {m.id: m for m in work.equipe.all()}
        return tuple(
            ligne
            for voided in _lately(work, office)
            if wanted in (None, voided.patient)
            and (ligne := _ligne(work, office, voided, membres, lecture)) is not None
        )


def _lately(work: "Work", office: Office) -> "list[Voided]":
    """Each about the person whom its record is today."""
    now = reunis(work)
    return [
        replace(v, patient=now.get(v.patient, v.patient)) if v.patient else v
        for v in work.undoing.since(office.now() - DELAI)
    ]


def _ligne(
    work: "Work",
    office: Office,
    voided: "Voided",
    membres: dict[MembreId, Membre],
    lecture: Cercle,
) -> LigneCorbeille | None:
    genre = GENRES.get(voided.kind)
    if genre is None or not allowed(office.membre.role, genre.permission):
        return None
    try:
        record = _last(work, voided.entity)
        patient = work.undoing.last(voided.patient) if voided.patient is not None else None
    except RecordMissing:  # legally erased
        return None
    if genre.ecrit and not lecture.lit(record):
        return None
    if isinstance(record, Synthese) and not attends(office, record.presents):
        return None
    mine = voided.author == office.membre.id or _may(work, office, voided.entity, record)
    return LigneCorbeille(
        voided.entity,
        genre,
        titre(work, office, record),
        patient,
        membres.get(voided.author),
        voided.at,
        voided.reason,
        mine,
    )


def _last(work: "Work", entity: str) -> Any:
    """What a record said last, about the person whom its record is today."""
    record = work.undoing.last(entity)
    if not hasattr(record, "patient"):
        return record
    return replace(record, patient=courant(work, record.patient))


def _known(work: "Work", office: Office, entity: str) -> Any:
    """A record of a kind that can be cancelled, as it was said last."""
    genre = GENRES.get(work.revisions.kind_of(entity).name)
    if genre is None:
        raise RecordMissing
    check(office, genre.permission)
    record = _last(work, entity)
    if genre.ecrit:
        autour_de(office, work, record.patient).check(record)
    return record


def _may(work: "Work", office: Office, entity: str, record: Any) -> bool:
    me = office.membre
    authors = {getattr(record, name, None) for name in ("membre", "redacteur")}
    return (
        me.role is Role.MEDECIN
        or me.id in authors
        or work.revisions.history(entity)[0].author == me.id
    )
