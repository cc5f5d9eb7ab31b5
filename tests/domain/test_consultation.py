"""Which acts each role records, and which are kept."""

from dataclasses import replace
from datetime import date, time

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


def test_that_only_a_kept_appointment_counts_as_kept():
    kept = {issue for issue in Issue if replace(SEANCE, issue=issue).honoree}
    assert kept == {Issue.HONORE}


def test_that_relatives_are_recognised_by_the_type_of_act():
    assert not SEANCE.entourage
    assert replace(SEANCE, type=TypeActe.ENTRETIEN_ENTOURAGE).entourage
