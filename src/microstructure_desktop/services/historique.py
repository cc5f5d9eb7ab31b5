"""Every version of a record: who saved it, when, and what it said to those who may read it."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.domain.equipe import Membre
from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.domain.patient import Patient
from microstructure_desktop.domain.reunion import Reunion
from microstructure_desktop.domain.revision import Operation, Revision
from microstructure_desktop.domain.synthese import Synthese
from microstructure_desktop.store.failures import RecordMissing

from . import journal
from .access import Permission, check, check_attends
from .cercle import autour_de, cercle
from .corbeille import GENRES
from .office import Office
from .reunis import courant
from .situations import ouvertes_a
from .titres import titre
from .versions import Reader, Rubrique, rubriques
from .versions_reunion import rubriques_de_reunion
from .versions_synthese import rubriques_de_synthese

if TYPE_CHECKING:
    from microstructure_desktop.store.work import Work

LISIBLES = {
    "patient": Permission.IDENTITE,
    **{nom: genre.permission for nom, genre in GENRES.items()},
}
"""The kinds whose history is shown, and to whom."""
OUVERTURES = {
    "fiche": Action.OUVERTURE_FICHE,
    "document": Action.OUVERTURE_DOCUMENT,
    "lettre": Action.OUVERTURE_DOCUMENT,
    "synthese": Action.LECTURE_COMPTE_RENDU,
}
"""What the log says of a kind read there; of any other, that the record was opened."""
SANS_PERSONNE = frozenset({"reunion", "formation"})
"""What names nobody followed: the log says nothing of it, here as elsewhere."""


@dataclass(frozen=True, slots=True)
class Version:
    """One save. `motif`: why it was cancelled, or corrected once finished.

    A cancellation says nothing else; `rubriques` None: what it said was legally erased.
    """

    number: int
    at: datetime
    auteur: Membre | None
    op: Operation
    motif: str
    rubriques: tuple[Rubrique, ...] | None


@dataclass(frozen=True, slots=True)
class Historique:
    """Oldest version first."""

    entity: str
    titre: str
    versions: tuple[Version, ...]


def historique(office: Office, entity: str) -> Historique:
    """What became of a record since it was created, cancelled or not.

    Raises:
        AccessDenied: the role does not read such records, or was not at that meeting.
        PartageLimite: the person objects to its being read.
        RecordMissing: unknown, or of a kind that has no history to read.
    """
    with office.store.read() as work:
        kind = work.revisions.kind_of(entity).name
        if kind not in LISIBLES:
            raise RecordMissing
        check(office, LISIBLES[kind])
        record = _last(work, entity)
        _check(work, office, kind, record)
        membres = {m.id: m for m in work.equipe.all()}
        reader = Reader(office, work, {m.id: m.nom_affiche for m in membres.values()})
        versions = tuple(
            _version(reader, revision, membres.get(revision.author))
            for revision in work.revisions.history(entity)
        )
        found = Historique(entity, titre(work, office, record) if record else "", versions)
        patient = _about(work, record)
    action = OUVERTURES.get(kind, Action.OUVERTURE_DOSSIER)
    if kind not in SANS_PERSONNE:
        journal.opened(office, action, patient=patient, objet=entity, detail="historique")
    return found


def _version(reader: Reader, revision: Revision, auteur: Membre | None) -> Version:
    told: tuple[Rubrique, ...] | None = ()
    motif = ""
    try:
        if revision.op is Operation.VOID:
            motif = str(reader.work.revisions.at(revision.id)["motif"])
        else:
            kind = reader.work.revisions.kind_of(revision.entity)
            record = kind.decode(reader.work.revisions.payload(revision.id))
            motif = getattr(record, "motif_modification", "")
            told = _told(reader, record)
    except RecordMissing:
        told = None
    return Version(revision.number, revision.at, auteur, revision.op, motif, told)


def _last(work: "Work", entity: str) -> Any:
    """None when it was legally erased: there is nothing left to hide."""
    try:
        return work.undoing.last(entity)
    except RecordMissing:
        return None


def _check(work: "Work", office: Office, kind: str, record: Any) -> None:
    if isinstance(record, Synthese):
        check_attends(office, record.presents)
    genre = GENRES.get(kind)
    if record is not None and genre is not None and genre.ecrit:
        autour_de(office, work, record.patient).check(record)


def _about(work: "Work", record: Any) -> PatientId | None:
    """Whose record of today it is in; None of the team's own papers and meetings."""
    owner = record.id if isinstance(record, Patient) else getattr(record, "patient", None)
    return courant(work, owner) if owner else None


def _told(reader: Reader, record: Any) -> tuple[Rubrique, ...]:
    if isinstance(record, Reunion):
        return rubriques_de_reunion(reader, record)
    if not isinstance(record, Synthese):
        return rubriques(reader, record)
    lecture = cercle(reader.office, reader.work)
    return rubriques_de_synthese(reader, ouvertes_a(lecture, record))
