"""The reception sees when somebody comes and came, whom they met, and what is left."""

from datetime import date, time

import pytest

from microstructure_desktop.domain.consultation import Issue, TypeActe
from microstructure_desktop.domain.declaration import Objet
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import droits_personne, rendez_vous, venues
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.oppositions import Cible
from microstructure_desktop.services.rendez_vous import RendezVousSaisi
from tests.cabinet import TODAY

OCTOBER, LATER = date(2026, 10, 5), date(2026, 12, 1)


@pytest.fixture
def sophie(team):
    patient = team.patient()
    team.seance(patient.id, OCTOBER)
    team.seance(patient.id, date(2026, 10, 19), issue=Issue.ABSENT_EXCUSE)
    team.seance(
        patient.id,
        date(2026, 10, 20),
        Role.TRAVAILLEUR_SOCIAL,
        type=TypeActe.DEMARCHE_SANS_PATIENT,
    )
    mine = team.psychologue.membre.id
    rendez_vous.prendre(team.psychologue, RendezVousSaisi(mine, patient.id, LATER, time(9), 45))
    return patient


def test_that_dates_who_and_counters_are_told(team, sophie):
    seen = venues.venues(team[Role.SECRETARIAT], sophie.id)
    assert [(v.jour, v.membre.nom, v.issue) for v in seen.a_venir] == [(LATER, "Modèle", None)]
    assert [(v.jour, v.issue) for v in seen.passees] == [
        (date(2026, 10, 19), Issue.ABSENT_EXCUSE),
        (OCTOBER, Issue.HONORE),
    ]
    psychologue = next(c for c in seen.compteurs if c.role is Role.PSYCHOLOGUE)
    assert (psychologue.inclus, psychologue.faits, psychologue.planifies) == (6, 1, 1)


def test_that_an_objection_before_the_team_hides_past_visits(team, sophie):
    droits_personne.declarer(
        team.psychologue, sophie.id, Cible(Objet.PARTAGE), oppose=True, jour=TODAY
    )
    seen = venues.venues(team[Role.SECRETARIAT], sophie.id)
    assert seen.passees == ()
    assert len(seen.a_venir) == 1


def test_that_an_appointment_of_today_already_kept_is_not_to_come(team, sophie):
    mine = team.psychologue.membre.id
    today = RendezVousSaisi(mine, sophie.id, TODAY, time(16), 45)
    rendez_vous.prendre(team.psychologue, today)
    team.seance(sophie.id, TODAY)
    seen = venues.venues(team[Role.SECRETARIAT], sophie.id)
    assert [v.jour for v in seen.a_venir] == [LATER]


def test_that_coordination_sees_none_of_it(team, sophie):
    from dataclasses import replace

    office = team.medecin
    other = replace(office, membre=replace(office.membre, role=Role.COORDINATION))
    with pytest.raises(AccessDenied):
        venues.venues(other, sophie.id)
