"""Hours held against hours expected, counted by hand."""

from dataclasses import replace
from datetime import date, time

import pytest

from microstructure_desktop.domain.consultation import Issue, TypeActe
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.domain.permanence import (
    M08,
    TempsTenu,
    attendus,
    du,
    m08,
    m09,
    prorata,
)
from microstructure_desktop.domain.programme import Programme, Rythme, TempsAttendu, Version
from microstructure_desktop.domain.reunion import Reunion, TypeReunion
from microstructure_desktop.domain.synthese import Etat
from tests import factories as make

OCTOBER, NOVEMBER = Mois(2026, 10), Mois(2026, 11)
MONTHLY = TempsAttendu(Role.PSYCHIATRE, 120, Rythme.MOIS, "x")
WEEKLY = TempsAttendu(Role.PSYCHOLOGUE, 180, Rythme.SEMAINE, "x")
MEMBRES = {
    "y": make.a_membre(id="y", role=Role.PSYCHIATRE),
    "y2": make.a_membre(id="y2", role=Role.PSYCHIATRE),
    "p": make.a_membre(id="p", role=Role.PSYCHOLOGUE),
}


def act(patient, jour, duree, type_=TypeActe.CONS_PSYCHIATRE, role=Role.PSYCHIATRE, **more):
    return make.a_consultation(
        patient=patient, jour=jour, duree=duree, type=type_, role=role, **more
    )


def meeting(jour, *presents, etat=Etat.CLOSE, fin=time(13, 45)):
    return make.a_synthese(
        jour=jour, debut=time(13), fin=fin, presents=presents, situations=(), etat=etat
    )


def other(type_, *membres, etat=Etat.CLOSE):
    return Reunion("r", type_, date(2026, 11, 12), time(9), time(9, 30), "", etat, membres)


# November: 30 + 20 + 15 minutes kept with the person, 10 with a relative, 15 of advice.
ACTES = (
    act("a", date(2026, 11, 3), 30),
    act("a", date(2026, 11, 17), 20),
    act("b", date(2026, 11, 17), 15, TypeActe.TELECONSULTATION),
    act("c", date(2026, 11, 17), 10, TypeActe.ENTRETIEN_ENTOURAGE),
    act("d", date(2026, 11, 17), 15, TypeActe.AVIS_PSYCHIATRE_EQUIPE),
    act("e", date(2026, 11, 17), 30, issue=Issue.ABSENT_EXCUSE),
    act("f", date(2026, 10, 30), 30),
    act("g", date(2026, 11, 3), 45, TypeActe.CONS_PSY, Role.PSYCHOLOGUE),
)


def test_that_the_psychiatrist_s_month_is_counted_by_hand():
    held = (
        meeting(date(2026, 11, 19), "y", "p"),  # 45 minutes
        meeting(date(2026, 11, 26), "y", etat=Etat.EN_COURS),
        meeting(date(2026, 10, 22), "y"),
        meeting(date(2026, 11, 5), "p"),
        other(TypeReunion.CRISE, "y"),  # 30 minutes
        other(TypeReunion.TRIMESTRIELLE, "y"),
    )
    found = m08(ACTES, held, MEMBRES, NOVEMBER, MONTHLY)
    assert found == M08(TempsTenu(actes=90, reunions=75, du=120), frozenset("ab"), avis=1)
    assert (found.temps.tenu, found.patients) == (165, 2)
    assert m08(ACTES, (), MEMBRES, OCTOBER, None) == M08(TempsTenu(30, 0, None), frozenset("f"), 0)


def test_that_a_meeting_of_two_psychiatrists_counts_once():
    held = (meeting(date(2026, 11, 19), "y", "y2", "p"),)
    assert m08((), held, MEMBRES, NOVEMBER, None).temps.reunions == 45


def test_that_a_month_expects_what_its_last_day_does():
    before = Version(date(2020, 1, 1), date(2026, 11, 14), 0, (), "x", (MONTHLY,))
    after = Version(date(2026, 11, 15), None, 0, (), "x", (WEEKLY,))
    programme = Programme("P", "P", 12, False, None, (before, after))
    assert attendus(programme, OCTOBER) == {Role.PSYCHIATRE: MONTHLY}
    assert attendus(programme, NOVEMBER) == {Role.PSYCHOLOGUE: WEEKLY}
    assert attendus(programme, Mois(2019, 12)) == attendus(None, OCTOBER) == {}


def test_that_the_week_s_hours_are_those_of_the_days_of_the_month():
    """3 h a week: 30 days are 771 minutes and 3 sevenths, 31 days 797 and 1 seventh."""
    assert (du(WEEKLY, NOVEMBER), du(WEEKLY, OCTOBER)) == (771, 797)
    assert du(MONTHLY, OCTOBER) == 120
    assert du(None, OCTOBER) is None


def test_that_the_other_professions_hold_what_they_kept():
    home = act("a", date(2026, 11, 4), 60, TypeActe.VAD, Role.TRAVAILLEUR_SOCIAL)
    calls = replace(home, type=TypeActe.DEMARCHE_SANS_PATIENT, duree=20)
    missed = replace(home, issue=Issue.ABSENT_NON_EXCUSE)
    group = replace(home, type=TypeActe.GROUPE, duree=90)
    others = replace(group, id="other", patient="b")
    assert m09((group, others), NOVEMBER, {})[Role.TRAVAILLEUR_SOCIAL] == TempsTenu(90, 0, None)
    found = m09((*ACTES, home, calls, missed), NOVEMBER, {Role.PSYCHOLOGUE: WEEKLY})
    assert found == {
        Role.PSYCHOLOGUE: TempsTenu(45, 0, 771),
        Role.TRAVAILLEUR_SOCIAL: TempsTenu(80, 0, None),
    }


@pytest.mark.parametrize(
    ("le", "expected"),
    [
        (date(2026, 10, 31), 0),
        (date(2026, 11, 1), 4),
        (date(2026, 11, 15), 60),
        (date(2026, 11, 19), 76),
        (date(2026, 11, 30), 120),
        (date(2026, 12, 25), 120),
    ],
)
def test_that_a_month_under_way_expects_its_part(le, expected):
    assert prorata(120, NOVEMBER, le) == expected
    assert prorata(None, NOVEMBER, le) is None
