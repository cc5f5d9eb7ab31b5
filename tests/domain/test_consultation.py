"""Which acts each role records, and which are kept."""

from dataclasses import replace
from datetime import date, time

import pytest

from microstructure_desktop.domain.consultation import (
    TYPES_PAR_ROLE,
    Consultation,
    Issue,
    TypeActe,
)
from microstructure_desktop.domain.equipe import SOIGNANTS, Role
from microstructure_desktop.domain.ids import ConsultationId, MembreId, PatientId

SEANCE = Consultation(
    ConsultationId("1"),
    PatientId("p"),
    MembreId("m"),
    Role.PSYCHOLOGUE,
    TypeActe.CONS_PSY,
    date(2026, 11, 12),
    time(14),
    45,
)


def test_that_every_role_that_receives_people_has_acts_of_its_own():
    assert set(TYPES_PAR_ROLE) == set(SOIGNANTS)
    firsts = [types[0] for types in TYPES_PAR_ROLE.values()]
    assert len(set(firsts)) == len(firsts)


def test_that_every_act_of_the_list_is_recorded_by_somebody_and_offered_once():
    assert {t for types in TYPES_PAR_ROLE.values() for t in types} == set(TypeActe)
    assert all(len(set(types)) == len(types) for types in TYPES_PAR_ROLE.values())


def test_that_only_a_kept_appointment_counts_as_kept():
    kept = {issue for issue in Issue if replace(SEANCE, issue=issue).honoree}
    assert kept == {Issue.HONORE}


def test_that_relatives_are_recognised_by_the_type_of_act():
    assert not SEANCE.entourage
    assert replace(SEANCE, type=TypeActe.ENTRETIEN_ENTOURAGE).entourage


@pytest.mark.parametrize(
    ("without_them", "kinds"),
    [
        (
            "sans_patient",
            {"ENTRETIEN_ENTOURAGE", "DEMARCHE_SANS_PATIENT", "AVIS_PSYCHIATRE_EQUIPE"},
        ),
        ("hors_rendez_vous", {"DEMARCHE_SANS_PATIENT", "AVIS_PSYCHIATRE_EQUIPE"}),
    ],
)
def test_that_acts_without_the_person_are_known(without_them, kinds):
    assert {t for t in TypeActe if getattr(replace(SEANCE, type=t), without_them)} == kinds
