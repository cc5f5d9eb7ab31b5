"""What may be handed over to somebody, read from the real store."""

from datetime import date, time

import pytest

from microstructure_desktop.domain.consultation import Issue
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.reports.printed import Objectif
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.parcours import contenu

from .cases import planned
from .trajectories import (
    AUDIT_9,
    AUDIT_24,
    FOLLOWED,
    JUNE,
    MARCH,
    OCTOBER,
    answer,
    followed,
    scored,
    with_form,
)

PLAN = """
id = "plan_essai"
version = 1
title = "Plan"
role = "equipe"
stage = "plan"
depuis = 2026-11-01

[[group]]
id = "plan"
title = "Plan"

[[group.item]]
id = "points_forts"
text = "Appuis"
type = "text"

[[group]]
id = "objectifs"
title = "Objectifs"
repeat = 2

[[group.item]]
id = "objectif"
text = "Objectif"
type = "string"

[[group.item]]
id = "objectif_etat"
text = "Où il en est"
type = "choice"
list = "NIVEAU"
trajectoire = true
"""


@pytest.fixture
def sophie(team):
    return team.patient()


def test_that_meetings_are_counted_since_the_follow_up_began(team, sophie):
    for jour in (MARCH, JUNE):
        team.seance(sophie.id, jour)
    team.seance(sophie.id, OCTOBER, Role.TRAVAILLEUR_SOCIAL)
    team.seance(sophie.id, date(2026, 2, 3))  # before
    team.seance(sophie.id, OCTOBER, issue=Issue.ABSENT_EXCUSE)
    made = contenu(team.psychologue, sophie.id)
    assert [(m.nom_complet, count) for m, count in made.rencontres] == [
        ("Claire Modèle", 2),
        ("Nadia Témoin", 1),
    ]
    assert (made.debut, made.prenom, made.dossier) == (MARCH, "Sophie", "0001")


def test_that_outside_any_programme_the_first_meeting_is_the_beginning(team):
    outside = team.patient(programme=None, debut=None)
    assert contenu(team.medecin, outside.id).debut is None
    team.seance(outside.id, JUNE)
    team.seance(outside.id, OCTOBER)
    made = contenu(team.medecin, outside.id)
    assert made.debut == JUNE
    assert [count for _, count in made.rencontres] == [2]


def test_that_the_soonest_appointment_is_told(team, sophie):
    planned(team, sophie, date(2026, 12, 8), heure=time(9))
    planned(team, sophie, date(2026, 11, 24), heure=time(10), role=Role.MEDECIN)
    rdv, membre = contenu(team.psychologue, sophie.id).prochain
    assert (rdv.jour, rdv.heure, membre.nom_affiche) == (
        date(2026, 11, 24),
        time(10),
        "Dr Exemple",
    )


def test_that_only_what_the_team_shares_and_can_be_compared_is_handed_over(team, sophie):
    form = followed()
    office = with_form(team.psychologue, form)
    for jour, envie, verres in ((MARCH, 8, 6), (OCTOBER, 4, 2)):
        answer(office, sophie, form.id, jour, envie=envie, verres=verres)
    answer(office, sophie, form.id, JUNE, abri="HAUT")
    scored(team, sophie, MARCH, *AUDIT_24)
    scored(team, sophie, date(2026, 10, 3), *AUDIT_9)
    made = contenu(office, sophie.id)
    assert [s.titre for s in made.changements if s.principal or s.item] == ["AUDIT", "Verres"]


@pytest.mark.parametrize(
    "name", ["rud_urgence", "idees_suicidaires", "tentative_jour", "securite_plan", "alerte_suite"]
)
def test_that_what_is_about_suicide_is_never_handed_over(team, sophie, name):
    form = followed(FOLLOWED.replace('"verres"', f'"{name}"', 1))
    office = with_form(team.psychologue, form)
    for jour, value in ((MARCH, 6), (OCTOBER, 2)):
        answer(
            office, sophie, form.id, jour, **{name: value, "jours_1": value, "produit_1": "ALCOOL"}
        )
    assert [s.item for s in contenu(office, sophie.id).changements] == ["jours"]


def test_that_the_goals_of_the_last_plan_are_told(team, sophie):
    plan = followed(PLAN)
    office = with_form(team.medecin, plan)
    answer(office, sophie, plan.id, MARCH, points_forts="Avant", objectif_1="Ancien")
    for jour, state in ((JUNE, "BAS"), (OCTOBER, "HAUT")):
        goals = {"objectif_1": "Dormir", "objectif_etat_1": state, "objectif_2": "Marcher"}
        answer(office, sophie, plan.id, jour, points_forts="Ma sœur", **goals)
    made = contenu(with_form(team.psychologue, plan), sophie.id)
    assert made.appuis == "Ma sœur"
    assert made.objectifs == (Objectif("Dormir", "Haut"), Objectif("Marcher", ""))
    assert made.changements == ()


def test_that_a_plan_kept_to_a_profession_is_not_told(team, sophie):
    plan = followed(PLAN.replace('"equipe"', '"psychologue"'))
    office = with_form(team.psychologue, plan)
    answer(office, sophie, plan.id, MARCH, points_forts="Ma sœur", objectif_1="Dormir")
    made = contenu(office, sophie.id)
    assert (made.appuis, made.objectifs) == ("", ())


def test_that_nothing_is_invented(team, sophie):
    made = contenu(team.medecin, sophie.id)
    assert (made.rencontres, made.changements, made.appuis, made.objectifs, made.prochain) == (
        (),
        (),
        "",
        (),
        None,
    )


def test_that_the_reception_hands_nothing_over(team, sophie):
    with pytest.raises(AccessDenied):
        contenu(team[Role.SECRETARIAT], sophie.id)
