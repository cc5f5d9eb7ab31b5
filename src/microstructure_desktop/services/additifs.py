"""Additions to closed minutes: signed by their author, dated, never taken back."""

from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING

from microstructure_desktop.domain.ids import AdditifId, PatientId, SyntheseId, new_id
from microstructure_desktop.domain.suites_donnees import Additif
from microstructure_desktop.errors import AppError
from microstructure_desktop.reports.printed import AdditifImprime

from . import drafts
from .access import Permission, check, check_attends
from .cercle import Cercle, PartageLimite, cercle
from .office import Office

if TYPE_CHECKING:
    from microstructure_desktop.store.work import Work

__all__ = [
    "AdditifImprime",
    "AdditifTropLong",
    "AdditifVide",
    "AdditifsLus",
    "HorsDeLaReunion",
    "MeetingOpen",
    "lus",
    "problem",
    "signer",
]

TEXTE_MAX = 4_000


class MeetingOpen(AppError):
    sentence = "Cette réunion n’est pas close : son compte rendu peut encore changer."
    way_out = "Écrivez dans la réunion elle-même, ou attendez sa clôture."


class AdditifVide(AppError):
    sentence = "Cet additif ne dit rien."
    way_out = "Écrivez ce qu’il faut ajouter au compte rendu."


class AdditifTropLong(AppError):
    sentence = f"Un additif compte {TEXTE_MAX} caractères au plus."
    way_out = "Gardez l’essentiel, ou écrivez un second additif."


class HorsDeLaReunion(AppError):
    sentence = "Cette personne n’était pas à l’ordre du jour de cette réunion."
    way_out = "Choisissez une personne évoquée, ou la réunion en général."


@dataclass(frozen=True, slots=True)
class AdditifsLus:
    """Those that the reader reads, in the order they were written.

    `ecrits`: how many there are. `retenus`: how many of them are about somebody who objects.
    """

    lus: tuple[AdditifImprime, ...]
    ecrits: int

    @property
    def retenus(self) -> int:
        return self.ecrits - len(self.lus)


def signer(
    office: Office, synthese_id: SyntheseId, texte: str, patient_id: PatientId | None = None
) -> Additif:
    """Add a text to closed minutes, which stay as they are; its draft ends with it.

    Raises:
        AccessDenied: the person was not at this meeting.
        MeetingOpen, AdditifVide, AdditifTropLong, HorsDeLaReunion
        PartageLimite: the person objects to who writes.
    """
    check(office, Permission.REUNION)
    said = texte.strip()
    _check_words(said)
    at = office.now()
    made = Additif(
        AdditifId(new_id()), synthese_id, office.membre.id, at.astimezone(UTC), said, patient_id
    )
    with office.store.begin(office.membre.id, at) as work:
        synthese = work.syntheses.get(synthese_id)
        check_attends(office, synthese.presents)
        if not synthese.close:
            raise MeetingOpen
        if patient_id is not None:
            if synthese.situation(patient_id) is None:
                raise HorsDeLaReunion
            if cercle(office, work).ferme(patient_id):
                raise PartageLimite
        work.additifs.save(made)
        work.drafts.drop(drafts.key(drafts.ADDITIF, synthese_id), office.membre.id)
    return made


def problem(texte: str) -> str | None:
    """What is to be said at the field; None when it can be signed."""
    try:
        _check_words(texte.strip())
    except AppError as error:
        return f"{error.sentence} {error.way_out}"
    return None


def lus(work: "Work", lecture: Cercle, synthese_id: SyntheseId) -> AdditifsLus:
    """What was added to one meeting, inside an open reading."""
    written = work.additifs.of_synthese(synthese_id)
    membres = {m.id: m for m in work.equipe.all()}
    read = tuple(
        AdditifImprime(
            rang,
            membres[a.auteur],
            a.le.astimezone(),
            a.texte,
            work.revisions.fingerprint_of(a.id),
            a.patient,
        )
        for rang, a in enumerate(written, 1)
        if _open(lecture, a)
    )
    return AdditifsLus(read, len(written))


def _open(lecture: Cercle, additif: Additif) -> bool:
    mine = additif.auteur == lecture.membre
    return mine or additif.patient is None or not lecture.ferme(additif.patient)


def _check_words(said: str) -> None:
    if not said:
        raise AdditifVide
    if len(said) > TEXTE_MAX:
        raise AdditifTropLong
