"""The psychiatrist reads what was written about people, changes nobody's identity or follow-up."""

from dataclasses import replace
from datetime import date, time

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.synthese import Motif, Situation
from microstructure_desktop.services import fiches, patients, syntheses
from microstructure_desktop.services.patients import PatientSaisie
from microstructure_desktop.ui.pages.patients.panel import PatientPanel
from tests.services.cases import filled

from .test_chaque_suivi_est_court import MEDICAL

OCTOBER, NOVEMBER = date(2026, 10, 22), date(2026, 11, 12)
WHOLE = {"psychologique": "Canari du sommeil.", "medicale": "Canari 40 mg"}
CHANGES = (
    "Modifier l’identité",
    "Terminer le suivi",
    "Inclure dans un programme",
    "Annuler l’inclusion…",
)


@pytest.fixture
def sophie(team):
    return team.patient()


@pytest.fixture
def written(team, sophie):
    """A fiche of the psychologist and one of the doctor, with words for their professions."""
    team.clock.set(NOVEMBER, time(10))
    first = filled(team, sophie, NOVEMBER, etat_texte=WHOLE["psychologique"])
    opened = fiches.start(team.medecin, sophie.id, "medicale_suivi")
    answers = {**MEDICAL, "jour": NOVEMBER.isoformat(), "tso": "AUTRE"}
    answers["tso_posologie"] = WHOLE["medicale"]
    second = fiches.save(team.medecin, opened, jour=NOVEMBER, answers=answers, complete=True)
    return {"psychologique": first, "medicale": second}


def read(hands, patient, fiche):
    hands.go("dossier", patient_id=patient.id, onglet="fiches", fiche_id=fiche.id)
    return hands


@pytest.mark.parametrize("profession", WHOLE)
def test_that_fiches_of_the_other_professions_are_read_whole(sit, sophie, written, profession):
    amara = sit(Role.PSYCHIATRE)
    assert read(amara, sophie, written[profession]).says(WHOLE[profession])
    nadia = sit(Role.TRAVAILLEUR_SOCIAL)
    assert not read(nadia, sophie, written[profession]).says(WHOLE[profession])


def hold(team, patient, jour, *, without=()):
    """A meeting of the past."""
    team.clock.set(jour, time(12, 30))
    prepared = syntheses.prepare(team.medecin)
    situation = Situation(patient.id, Motif.AJOUT, vue=True, minutes=5)
    presents = tuple(m for m in prepared.synthese.presents if m not in without)
    wanted = replace(prepared.synthese, situations=(situation,), presents=presents)
    opened = syntheses.begin(team.medecin, wanted, prepared.based_on)
    return syntheses.close(team.medecin, opened.synthese, opened.based_on).synthese


def test_that_only_the_meetings_she_attended_are_hers(team, sit, sophie):
    hers = hold(team, sophie, OCTOBER)
    other = hold(team, sophie, NOVEMBER, without=(team[Role.PSYCHIATRE].membre.id,))
    amara = sit(Role.PSYCHIATRE)
    amara.go("reunions")
    assert [row.id for row in amara.page.model.rows()] == [hers.id]
    amara.go("synthese", synthese_id=other.id)
    assert amara.says("pas parmi les participants")
    paul = sit(Role.MEDECIN)
    paul.go("reunions")
    assert {row.id for row in paul.page.model.rows()} == {hers.id, other.id}


def offered(hands):
    hands.click(hands.page.header.menu_button)
    menu = hands.focus()
    words = {action.text() for action in menu.actions() if action.isVisible()}
    menu.close()
    return words


def test_that_no_page_offers_her_to_change_who_somebody_is(sit, team, sophie):
    amara = sit(Role.PSYCHIATRE)
    amara.go("accueil")
    assert "nouveau dossier" not in amara.shows()
    amara.go("patients")
    assert "creer un dossier" not in amara.shows()
    assert not amara.window.panel.findChild(PatientPanel).create_button.isVisible()
    amara.go("dossier", patient_id=sophie.id)
    assert not offered(amara) & set(CHANGES)
    claire = sit(Role.PSYCHOLOGUE)
    claire.go("dossier", patient_id=sophie.id)
    assert offered(claire) >= {"Modifier l’identité", "Terminer le suivi"}


def test_that_an_inclusion_that_waits_is_said_without_a_button(sit, team):
    ana = patients.create(team[Role.SECRETARIAT], PatientSaisie("Costa", "Ana", date(1990, 5, 2)))
    amara = sit(Role.PSYCHIATRE)
    amara.go("dossier", patient_id=ana.id)
    assert amara.says("Pas encore inclus")
    assert "inclure" not in amara.shows().split()
