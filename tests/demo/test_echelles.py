"""Fictional scores: valid, repeated, lighter in the end, and never about suicide."""

from datetime import date, timedelta
from random import Random

from microstructure_desktop.demo import echelles
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services.trajectoire import trajectoire

FIRST = date(2026, 3, 5)


def told(team, patient, rank, times, role=Role.PSYCHOLOGUE):
    """Score what is due once a month."""
    random = Random(3)
    plan = echelles.plan(rank, FIRST, random)
    for month in range(times):
        jour = FIRST + timedelta(days=30 * month)
        echelles.score(team[role], patient.id, plan, jour, random)
    series = trajectoire(team.medecin, patient.id).series
    return {s.echelle: [m.valeur for m in s.mesures] for s in series if s.principal}


def test_that_each_scale_comes_back_at_its_own_pace(team):
    found = told(team, team.patient(), 0, 9)
    assert {name: len(values) for name, values in found.items()} == {"audit": 3, "phq_9": 9}
    assert all(value is not None for values in found.values() for value in values)
    assert found["audit"][-1] < found["audit"][0]


def test_that_a_profession_scores_its_own(team):
    assert set(told(team, team.patient(), 1, 2, Role.TRAVAILLEUR_SOCIAL)) == {"epices"}


def test_that_some_people_are_scored_with_nothing(team):
    assert echelles.plan(3, FIRST, Random(1)) == []


def test_that_no_answer_is_about_suicide(team):
    sophie = team.patient()
    told(team, sophie, 0, 9)
    with team.medecin.store.read() as work:
        filled = [f for f in work.fiches.of(sophie.id) if f.form == "echelle_phq_9"]
    assert {f.answers["phq_9"]["cotes"]["9"] for f in filled} == {0}
    assert all(f.complete for f in filled)


def test_that_less_heavy_is_less_precarious(team):
    scale = team.medecin.reference.instruments["epices"]
    light, heavy = (
        [echelles._cote(scale, cote, weight, Random(1)) for cote in scale.cotes]
        for weight in (-5.0, 5.0)
    )
    assert light == [0, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1]
    assert heavy == [1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0]
