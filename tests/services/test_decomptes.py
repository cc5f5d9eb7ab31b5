"""Forfaits counted from the store, of one person and of all."""

from dataclasses import replace
from datetime import date

import pytest

from microstructure_desktop.domain.decompte import EtatForfait
from microstructure_desktop.domain.equipe import CycleForfait, Role
from microstructure_desktop.services import equipe, patients
from microstructure_desktop.services.decomptes import decomptes, decomptes_de
from tests.cabinet import TODAY

from .cases import planned, write


@pytest.fixture
def sophie(team):
    """In her third year, begun on 3 March 2026."""
    made = team.patient(debut=date(2024, 3, 3))
    for jour in (date(2025, 3, 2), date(2026, 3, 2), date(2026, 3, 3), date(2026, 6, 1)):
        team.seance(made.id, jour)
    planned(team, made, date(2026, 12, 1))
    return made


def one(team, patient, le=TODAY):
    office = team.medecin
    with office.store.read() as work:
        acts, planned = work.consultations.of(patient.id), work.rendez_vous.of(patient.id)
        return decomptes_de(work, office.reference, patient.id, acts, planned, le)


def everyone(team, depuis, **others):
    office = team.medecin
    with office.store.read() as work:
        return decomptes(work, office.reference, depuis=depuis, le=TODAY, **others)


def told(found):
    return [
        (d.cycle.patient, str(d.forfait.debut), c.faits, c.planifies)
        for d in found
        if (c := d.forfait.compteur(Role.PSYCHOLOGUE)) is not None
    ]


def test_that_every_year_of_a_person_is_counted_with_its_acts(team, sophie):
    found = one(team, sophie)
    assert told(found) == [
        (sophie.id, "2024-03-03", 1, 0),
        (sophie.id, "2025-03-03", 1, 0),
        (sophie.id, "2026-03-03", 2, 1),
    ]
    assert found[-1].imputes[0].membre == team.psychologue.membre.id
    assert found[-1].etat(TODAY) is EtatForfait.EN_COURS


def test_that_the_forfaits_of_a_period_are_those_open_in_it_with_all_their_acts(team, sophie):
    other = team.patient("Autre", "Paul", debut=date(2026, 11, 1))
    left = team.patient("Parti", "Jean", debut=date(2025, 2, 1))
    (_, last) = one(team, left)
    patients.close(team.medecin, last.cycle.inclusion.id, fin=date(2026, 2, 20), motif="DECES")
    expected = [
        (sophie.id, "2025-03-03", 1, 0),
        (sophie.id, "2026-03-03", 2, 1),
        (other.id, "2026-11-01", 0, 0),
    ]
    assert sorted(told(everyone(team, date(2026, 3, 2)))) == sorted(expected)
    assert {d.cycle.patient for d in everyone(team, date(2026, 2, 20))} == {
        sophie.id,
        other.id,
        left.id,
    }


def test_that_years_to_come_are_those_of_people_still_followed(team, sophie):
    found = everyone(team, date(2026, 6, 1), jusqua=date(2027, 12, 31))
    assert told(found) == [(sophie.id, "2026-03-03", 2, 1), (sophie.id, "2027-03-03", 0, 0)]


def test_that_nothing_is_counted_for_an_alias(team, sophie):
    write(team, "patients", replace(sophie, anonyme=True, prenom=""), Role.MEDECIN)
    assert one(team, sophie) == ()
    assert everyone(team, date(2026, 1, 1)) == ()


def test_that_the_cycle_of_the_cabinet_is_followed(team, sophie):
    office = team.medecin
    equipe.save_cabinet(office, replace(equipe.cabinet(office), cycle_forfait=CycleForfait.CIVIL))
    assert told(everyone(team, date(2026, 1, 1))) == [(sophie.id, "2026-01-01", 3, 1)]
    assert [str(d.forfait.debut) for d in one(team, sophie)] == [
        "2024-03-03",
        "2025-01-01",
        "2026-01-01",
    ]
