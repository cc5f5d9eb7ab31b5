"""Records that became part of another one: who is who now, wherever they were written before."""

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from microstructure_desktop.errors import AppError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from microstructure_desktop.domain.ids import PatientId
    from microstructure_desktop.domain.patient import Patient
    from microstructure_desktop.domain.synthese import Synthese
    from microstructure_desktop.store.work import Work

T = TypeVar("T")


class RecordJoined(AppError):
    sentence = "Ce dossier a été réuni avec un autre entre-temps."
    way_out = "Cherchez la personne par son nom : l’ancien numéro mène aussi au bon dossier."


def check_current(patient: "Patient") -> None:
    """Raises:
    RecordJoined: the record became part of another one.
    """
    if patient.absorbe_par is not None:
        raise RecordJoined


def current(work: "Work", patient_id: "PatientId") -> "Patient":
    """The record that something is to be written about.

    Raises:
        RecordJoined: it became part of another one.
    """
    patient = work.patients.get(patient_id)
    check_current(patient)
    return patient


def reunis(work: "Work") -> "dict[PatientId, PatientId]":
    """Each record that became part of another one, and the one that it is today."""
    direct = work.patients.absorbed()
    return {absorbed: _today(absorbed, direct) for absorbed in direct}


def courant(work: "Work", patient_id: "PatientId") -> "PatientId":
    """The record that this one is today: itself, as a rule."""
    return reunis(work).get(patient_id, patient_id)


def identifiants(work: "Work", patient_id: "PatientId") -> "frozenset[PatientId]":
    """The ids under which somebody may have been written: their own, and those that joined it."""
    joined = (absorbed for absorbed, kept in reunis(work).items() if kept == patient_id)
    return frozenset((patient_id, *joined))


def under_each_id(work: "Work", found: "Mapping[PatientId, T]") -> "dict[PatientId, T]":
    """What is known of people, under the ids of the records that joined theirs too."""
    joined = {old: found[kept] for old, kept in reunis(work).items() if kept in found}
    return {**found, **joined}


def syntheses_lues(work: "Work") -> "list[Synthese]":
    """The meetings, naming each person by the record of today.

    Only to read: a meeting is saved as it was written, so that a merge changes none and can be
    undone.
    """
    return named_now(work, work.syntheses.all())


def syntheses_entre(work: "Work", du: "date", au: "date") -> "list[Synthese]":
    """Those of a period, both days included, naming each person by the record of today."""
    return named_now(work, work.syntheses.between(du, au))


def named_now(work: "Work", syntheses: "list[Synthese]") -> "list[Synthese]":
    """These meetings, naming each person by the record of today."""
    now = reunis(work)
    return [_named(s, now) for s in syntheses] if now else syntheses


def _today(absorbed: "PatientId", direct: "Mapping[PatientId, PatientId]") -> "PatientId":
    kept = direct[absorbed]
    while kept in direct:
        kept = direct[kept]
    return kept


def _named(synthese: "Synthese", now: "Mapping[PatientId, PatientId]") -> "Synthese":
    return replace(
        synthese,
        situations=tuple(
            replace(s, patient=now.get(s.patient, s.patient)) for s in synthese.situations
        ),
        reprises=tuple(
            replace(r, patient=now.get(r.patient, r.patient)) for r in synthese.reprises
        ),
    )
