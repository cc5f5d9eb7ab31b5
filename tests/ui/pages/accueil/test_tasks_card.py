"""What waits to be completed."""

from datetime import date

import pytest

from microstructure_desktop.services import drafts
from microstructure_desktop.services.accueil import GenreTache, Tache
from microstructure_desktop.ui.discretion import Discretion
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.accueil.tasks_card import TasksCard, route_of
from microstructure_desktop.ui.widgets.labels import Paragraph
from tests.cabinet import TODAY
from tests.factories import a_patient
from tests.ui import a11y

SOPHIE = a_patient(nom="Légende", prenom="Sophie")
SILENT = Tache(GenreTache.SANS_NOUVELLES, SOPHIE, date(2026, 10, 1), jours=49)


def begun(genre, patient=SOPHIE, cible="x"):
    return Tache(GenreTache.BROUILLON, patient, TODAY, cible, genre)


@pytest.fixture
def discretion():
    return Discretion()


@pytest.fixture
def card(show, discretion):
    return show(TasksCard(discretion), 300, 400)


def test_that_each_line_leads_to_what_it_names(qtbot, card):
    card.show_tasks((SILENT,), TODAY)
    assert a11y.problems(card) == []
    (line,) = card.lines()
    assert line.accessibleName() == "LÉGENDE Sophie, Sans nouvelles · 49\u00a0jours"
    with qtbot.waitSignal(card.route_chosen) as chosen:
        line.click()
    assert chosen.args == [Route("dossier", patient_id=SOPHIE.id)]


@pytest.mark.parametrize(
    ("tache", "route"),
    [
        (
            Tache(GenreTache.FICHE_DUE, SOPHIE, TODAY, "suivi"),
            Route("fiche", patient_id=SOPHIE.id, form_id="suivi"),
        ),
        (begun(drafts.FICHE), Route("fiche", patient_id=SOPHIE.id, form_id="x")),
        (begun(drafts.SEANCE), Route("seance", patient_id=SOPHIE.id, consultation_id="x")),
        (begun(drafts.SYNTHESE, None), Route("synthese", synthese_id="x")),
        (begun(drafts.PATIENT, None), Route("patients", nouveau="")),
    ],
)
def test_that_every_task_has_a_place_where_it_is_completed(tache, route):
    assert route_of(tache) == route


def test_that_a_long_list_shows_the_rest_on_demand(card):
    card.show_tasks((SILENT,) * 6, TODAY)
    assert len(card.lines()) == 4
    assert card.more_button.text() == "Afficher 2\u00a0autres"
    card.more_button.click()
    assert len(card.lines()) == 6
    assert not card.more_button.isVisible()


def test_that_nothing_to_do_is_said(card):
    card.show_tasks((), TODAY)
    assert card.findChild(Paragraph).text() == "Tout est à jour."
    assert card.lines() == []


def test_that_a_discreet_line_is_named_anew_where_it_stands(card, discretion):
    card.show_tasks((SILENT, begun(drafts.SYNTHESE, None)), TODAY)
    discretion.switch(on=True)
    first, second = card.lines()
    assert first.text() == "S.\u00a0L. · n°\u00a00000"
    assert first.accessibleName() == f"{first.text()}, Sans nouvelles · 49\u00a0jours"
    assert second.text() == "Réunion en cours"
