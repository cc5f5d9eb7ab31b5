"""Chronologie: what happened with somebody besides sessions, fiches and meetings."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from microstructure_desktop.domain.consultation import Consultation, RendezVous
from microstructure_desktop.domain.declaration import Declaration
from microstructure_desktop.domain.document import DocumentRecu, Lettre
from microstructure_desktop.domain.ids import PatientId

from .access import Permission, allowed, check
from .cercle import autour_de
from .episodes import Episode, episodes
from .lettres_modeles import modeles
from .office import Office, today
from .plan_de_soins import Plans, plans
from .reunis import courant

if TYPE_CHECKING:
    from datetime import date

    from microstructure_desktop.store.work import Work

    from .cercle import Cercle


@dataclass(frozen=True, slots=True)
class LettreTitree:
    """`titre`: what its template is called."""

    lettre: Lettre
    titre: str


@dataclass(frozen=True, slots=True)
class Chronologie:
    """As far as the reader may know. `non_notes`: appointments passed, of which nothing is said."""

    episodes: tuple[Episode, ...]
    plans: Plans
    documents: tuple[DocumentRecu, ...]
    lettres: tuple[LettreTitree, ...]
    paroles: tuple[Declaration, ...]
    non_notes: tuple[RendezVous, ...]


def chronologie(office: Office, patient_id: PatientId) -> Chronologie:
    """Everything that the record tells beside `dossiers.dossier`."""
    check(office, Permission.CLINIQUE)
    with office.store.read() as work:
        patient_id = courant(work, patient_id)
        lecture = autour_de(office, work, patient_id)
        documents, lettres = _papers(office, work, lecture, patient_id)
        paroles = () if lecture.ferme(patient_id) else tuple(work.declarations.of(patient_id))
        actes, rendez_vous = work.consultations.of(patient_id), work.rendez_vous.of(patient_id)
    return Chronologie(
        episodes(office, patient_id),
        plans(office, patient_id),
        documents,
        lettres,
        paroles,
        _unsaid(rendez_vous, actes, today(office)),
    )


def _papers(
    office: Office, work: "Work", lecture: "Cercle", patient_id: PatientId
) -> tuple[tuple[DocumentRecu, ...], tuple[LettreTitree, ...]]:
    if not allowed(office.membre.role, Permission.DOCUMENTS):
        return (), ()
    known = modeles()
    documents = lecture.ouverts(work.documents.of(patient_id))
    lettres = [
        LettreTitree(lettre, known[lettre.modele].titre if lettre.modele in known else "Lettre")
        for lettre in lecture.ouverts(work.lettres.of(patient_id))
    ]
    return tuple(documents), tuple(lettres)


def _unsaid(
    rendez_vous: list[RendezVous], actes: list[Consultation], le: "date"
) -> tuple[RendezVous, ...]:
    said = {(a.membre, a.jour) for a in actes if not a.hors_rendez_vous}
    return tuple(r for r in rendez_vous if r.jour < le and (r.membre, r.jour) not in said)
