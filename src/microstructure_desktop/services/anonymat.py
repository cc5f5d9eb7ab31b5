"""Care under an alias: what it forbids, and why."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.domain.patient import Inclusion, Patient
from microstructure_desktop.domain.programme import Programme
from microstructure_desktop.errors import AppError

from .reference import Reference

if TYPE_CHECKING:
    from microstructure_desktop.store.work import Work

POURQUOI = "Le forfait se facture pour une personne identifiée : sous alias, le suivi s’en passe."


class FollowUpFunded(AppError):
    sentence = "Cette personne suit un programme au forfait, qui suppose son identité."
    way_out = "Terminez d’abord ce suivi, puis enregistrez l’anonymat."


class AliasNotFunded(AppError):
    sentence = POURQUOI
    way_out = "Choisissez « Microstructure hors forfait »."


def funded(programme: Programme) -> bool:
    """Whether it pays for each person."""
    return any(version.montant_centimes for version in programme.versions)


def offered(reference: Reference, *, anonyme: bool) -> dict[str, Programme]:
    """The programmes that a person may enter here, by code; not those of other regions."""
    return {
        code: found
        for code, found in reference.programmes.items()
        if found.court(reference.region) and not (anonyme and funded(found))
    }


def check_programme(reference: Reference, patient: Patient, programme: str) -> None:
    """Raises:
    AliasNotFunded: the programme pays for a person identified.
    """
    if patient.anonyme and not _free(reference, programme):
        raise AliasNotFunded


def check_episodes(reference: Reference, inclusions: Iterable[Inclusion]) -> None:
    """Raises:
    FollowUpFunded: the person is followed in a programme that pays for a person identified.
    """
    if any(e.fin is None and not _free(reference, e.programme) for e in inclusions):
        raise FollowUpFunded


def _free(reference: Reference, programme: str) -> bool:
    """Whether it pays for nobody; what is not described may pay."""
    known = reference.programmes.get(programme)
    return known is not None and not funded(known)


def check_people(work: "Work", reference: Reference, people: Iterable[PatientId]) -> None:
    """Raises:
    FollowUpFunded: one of them is an alias, and followed in a programme that pays for a person.
    """
    for patient in work.patients.aliases() & set(people):
        check_episodes(reference, work.inclusions.of(patient))
