"""What a record asks for, and the door to each."""

from datetime import date

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import dossiers, drafts
from microstructure_desktop.services.doublons import doublons
from microstructure_desktop.services.lettres import sujet
from microstructure_desktop.services.patients import Formulaire
from microstructure_desktop.services.suivi import FICHE_DE_SUIVI
from microstructure_desktop.ui.discretion import Discretion
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.patients.alerts import (
    Alert,
    AlertStack,
    alerts_of,
    form_route,
    homonyms_of,
)
from microstructure_desktop.ui.texts import NBSP


@pytest.fixture
def discretion():
    return Discretion()


@pytest.fixture
def alerts(team, discretion):
    def told(patient, role=Role.PSYCHOLOGUE):
        office = team[role]
        return alerts_of(
            dossiers.dossier(office, patient.id), office.reference, discretion, office.membre.role
        )

    return told


def test_that_somebody_outside_is_invited_in(alerts, team):
    outside = team.patient(programme=None, debut=None)
    (alert,) = alerts(outside)
    assert alert.title == "Pas encore incluse dans un programme"
    assert alert.route == Route("dossier", patient_id=outside.id, formulaire="inclusion")


def test_that_a_due_fiche_opens_for_who_fills_it(alerts, sophie):
    (mine,), (theirs,) = alerts(sophie), alerts(sophie, Role.MEDECIN)
    assert mine.title == "Fiche psychologique de suivi à compléter"
    assert theirs.title == "Fiche médicale de suivi à compléter"
    assert f"3{NBSP}septembre{NBSP}2026" in mine.text
    assert mine.route == Route("fiche", patient_id=sophie.id, form_id=FICHE_DE_SUIVI)
    assert theirs.route == Route("fiche", patient_id=sophie.id, form_id="medicale_suivi")
    assert alerts(sophie, Role.PSYCHIATRE) == ()


@pytest.mark.parametrize(
    ("genre", "cible", "payload", "route"),
    [
        (drafts.SEANCE, "s1", {}, {"name": "seance", "consultation_id": "s1"}),
        (
            drafts.FICHE,
            "f1",
            {"form": FICHE_DE_SUIVI},
            {"name": "fiche", "form_id": FICHE_DE_SUIVI},
        ),
        (
            drafts.FICHE,
            "f1",
            {"form": FICHE_DE_SUIVI, "papier": True},
            {"name": "fiche", "form_id": FICHE_DE_SUIVI, "papier": True},
        ),
        (drafts.DEMANDE, "d1", {"passages": ["x"]}, {"name": "demande", "demande_id": "d1"}),
    ],
)
def test_that_an_unfinished_text_is_taken_up_again(
    alerts, team, sophie, genre, cible, payload, route
):
    drafts.save(team.psychologue, genre, cible, payload, sophie.id)
    alert = alerts(sophie)[0]
    assert alert.action == "Continuer"
    assert alert.route == Route(patient_id=sophie.id, **route)


@pytest.mark.parametrize("form", list(Formulaire))
def test_that_every_short_form_left_unfinished_is_told(alerts, team, sophie, form):
    drafts.save(team.psychologue, drafts.PATIENT, form.sujet(sophie.id), {"x": "y"}, sophie.id)
    alert = alerts(sophie)[0]
    assert ", pas encore " in alert.title
    assert alert.route == form_route(sophie.id, form)


def test_that_a_letter_being_corrected_is_found_again(alerts, team, sophie):
    drafts.save(team.psychologue, drafts.PATIENT, sujet(sophie.id, "l1"), {"x": "y"}, sophie.id)
    alert = alerts(sophie)[0]
    assert alert.route == form_route(sophie.id, Formulaire.LETTRE, "l1")
    assert alert.route["papier"] == "l1"


def test_that_a_silence_and_a_used_up_forfait_are_told(alerts, team, discretion):
    sophie = team.patient(debut=date(2026, 9, 1), telephone="06 11 22 33 44")
    team.seance(sophie.id, date(2026, 9, 2), Role.MEDECIN)
    for jour in range(3, 9):
        team.seance(sophie.id, date(2026, 9, jour))
    for jour in range(3, 10):
        team.seance(sophie.id, date(2026, 9, jour), Role.TRAVAILLEUR_SOCIAL)
    used, silent = alerts(sophie)
    assert "hors forfait jusqu’au 31" in used.text
    assert silent.title == f"Sans nouvelles depuis 71{NBSP}jours"
    assert "06 11 22 33 44" in silent.text
    discretion.switch(on=True)
    assert "téléphone" not in alerts(sophie)[1].text


def test_that_a_homonym_is_told_apart(team, sophie, discretion):
    twin = team.patient("Légende", "Sofie")
    found = doublons(team.medecin, sophie.nom, sophie.prenom, sophie.naissance, sophie.id)
    (alert,) = homonyms_of(found, discretion)
    assert alert.title == "À ne pas confondre avec LÉGENDE Sofie"
    assert alert.route == Route("dossier", patient_id=twin.id)
    assert alert.text.startswith("14/05/1992 · ")
    discretion.switch(on=True)
    (alert,) = homonyms_of(found, discretion)
    assert alert.title == f"À ne pas confondre avec S.{NBSP}L."
    assert alert.text.startswith(f"n°{NBSP}0002 · ")


def test_that_each_banner_leads_where_it_says(qtbot, show):
    stack = AlertStack()
    route = Route("dossier", patient_id="1")
    stack.show_alerts((Alert("warn", "Un", "Pourquoi", "Ouvrir", route), Alert("info", "Deux")))
    show(stack, 500, 200)
    first, second = stack.banners()
    assert not second.action_button.isVisible()
    with qtbot.waitSignal(stack.route_chosen) as chosen:
        first.action_button.click()
    assert chosen.args == [route]
    stack.show_alerts(())
    assert not stack.isVisible()
