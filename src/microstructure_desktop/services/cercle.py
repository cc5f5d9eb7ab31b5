"""Whose records the person at the keyboard reads: objections to sharing are applied here.

Who is objected to reads only what they wrote themselves, from the day it is said and whatever the
date of the rest. The doctor can pass over it for a day, with a reason that stays.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol, TypeVar

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.domain.consultation import Consultation, Question
from microstructure_desktop.domain.declaration import BrisDeGlace
from microstructure_desktop.domain.document import DocumentRecu, Lettre
from microstructure_desktop.domain.equipe import Membre
from microstructure_desktop.domain.fiche import Fiche
from microstructure_desktop.domain.ids import BrisDeGlaceId, MembreId, PatientId, QuestionId, new_id
from microstructure_desktop.errors import AppError

from . import drafts, journal
from .access import Permission, check
from .office import Office, today
from .oppositions import Opposition, of_everybody, of_patient
from .patients import Formulaire
from .reunis import courant, under_each_id

if TYPE_CHECKING:
    from microstructure_desktop.store.work import Work

MOTIF_MINIMUM = 10
"""Characters of a reason: fewer say nothing to who reads it later."""


class Ecrit(Protocol):
    """A record about somebody, written by somebody."""

    @property
    def patient(self) -> PatientId: ...


E_ = TypeVar("E_", bound=Ecrit)


class PartageLimite(AppError):
    sentence = "Partage limité à la demande de la personne : ceci ne vous est pas ouvert."
    way_out = "Vous lisez ce que vous avez écrit vous-même. Parlez-en avec la personne."


class MotifTropCourt(AppError):
    sentence = "Le motif est trop court pour être compris plus tard."
    way_out = f"Écrivez au moins {MOTIF_MINIMUM} caractères : il reste dans le dossier."


class RienAPasserOutre(AppError):
    sentence = "Rien ne vous est fermé dans ce dossier."
    way_out = "Fermez puis rouvrez le dossier pour voir où il en est."


@dataclass(frozen=True, slots=True)
class Cercle:
    """What one member reads. `fermes`: whose record is closed to them, and since when."""

    membre: MembreId
    fermes: Mapping[PatientId, date | None]

    def ferme(self, patient: PatientId) -> bool:
        return patient in self.fermes

    def lit(self, ecrit: Ecrit) -> bool:
        return not self.ferme(ecrit.patient) or _author(ecrit) == self.membre

    def ouverts(self, ecrits: Iterable[E_]) -> list[E_]:
        """Those that the member reads, in their order."""
        return [ecrit for ecrit in ecrits if self.lit(ecrit)]

    def check(self, ecrit: Ecrit) -> None:
        """Refuse what is closed.

        Raises:
            PartageLimite: the person objects.
        """
        if not self.lit(ecrit):
            raise PartageLimite


def autour_de(office: Office, work: "Work", patient_id: PatientId) -> Cercle:
    """What the person at the keyboard reads of one record, under each id that it ever had."""
    kept = courant(work, patient_id)
    return _cercle(office, work, under_each_id(work, {kept: of_patient(work, kept)}))


def cercle(
    office: Office, work: "Work", said: Mapping[PatientId, Opposition] | None = None
) -> Cercle:
    """What the person at the keyboard reads of all records; `said` when it has been read."""
    return _cercle(office, work, of_everybody(work) if said is None else said)


def limites(work: "Work", membres: Iterable[Membre]) -> dict[PatientId, tuple[Membre, ...]]:
    """By person who objects to sharing, before whom of these members."""
    present = tuple(membres)
    found = {
        p: tuple(m for m in present if said.ferme(m)) for p, said in of_everybody(work).items()
    }
    return {patient: closed for patient, closed in found.items() if closed}


def passer_outre(office: Office, patient_id: PatientId, motif: str) -> BrisDeGlace:
    """Open a closed record to the doctor until the end of the day.

    The reason stays, and a question that nobody rewords puts it on the next agenda.

    Raises:
        AccessDenied: not a doctor.
        MotifTropCourt, RienAPasserOutre
    """
    check(office, Permission.BRIS_DE_GLACE)
    said = motif.strip()
    if len(said) < MOTIF_MINIMUM:
        raise MotifTropCourt
    at = office.now()
    texte = f"Opposition au partage passée outre le {today(office):%d/%m/%Y} : {said}"
    question = Question(QuestionId(new_id()), patient_id, office.membre.id, texte, at)
    who = BrisDeGlaceId(new_id()), patient_id, office.membre.id
    made = BrisDeGlace(*who, at, said, question.id)
    with office.store.begin(office.membre.id, at) as work:
        if not autour_de(office, work, patient_id).ferme(patient_id):
            raise RienAPasserOutre
        work.bris_de_glace.save(made)
        work.questions.save(question)
        subject = Formulaire.PASSER_OUTRE.sujet(patient_id)
        work.drafts.drop(drafts.key(drafts.PATIENT, subject), office.membre.id)
        # No reason in the log, which an erasure cannot rewrite: it is read from the record.
        journal.note(work, Action.BRIS_DE_GLACE, patient=patient_id, objet=made.id)
    return made


def _cercle(office: Office, work: "Work", said: Mapping[PatientId, Opposition]) -> Cercle:
    closed = {p: o for p, o in said.items() if o.ferme(office.membre)}
    fermes = {
        p: _since(o, office.membre) for p, o in closed.items() if not _passed(office, work, p)
    }
    return Cercle(office.membre.id, fermes)


def _since(said: Opposition, membre: Membre) -> date | None:
    days = [jour for cible, jour in said.partage.items() if cible.vise(membre)]
    return min((jour for jour in days if jour is not None), default=None)


def _passed(office: Office, work: "Work", patient_id: PatientId) -> bool:
    """Whether the person at the keyboard passed over the objection today."""
    le, mine = today(office), office.membre.id
    return any(
        bris.membre == mine and bris.le.astimezone().date() == le
        for bris in work.bris_de_glace.of(courant(work, patient_id))
    )


def _author(ecrit: Ecrit) -> MembreId | None:
    match ecrit:
        case Consultation() | Question() | Lettre():
            return ecrit.membre
        case Fiche():
            return ecrit.redacteur
        case DocumentRecu():
            return ecrit.ajoute_par
    return None
