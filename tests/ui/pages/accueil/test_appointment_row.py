"""One appointment: its button does what comes next, for who receives and for who welcomes."""

from datetime import time

import pytest

from microstructure_desktop.domain.ids import ConsultationId
from microstructure_desktop.services.journee import RendezVousLigne
from microstructure_desktop.services.presences import EtatRendezVous
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.accueil.appointment_row import AppointmentRow
from tests.factories import a_membre, a_patient, a_rendez_vous
from tests.ui import a11y

SOPHIE = a_patient(nom="Légende", prenom="Sophie")
E = EtatRendezVous


@pytest.fixture
def row(show):
    def made(etat, *, own=True, consultation=None):
        rdv = a_rendez_vous(patient=SOPHIE.id, heure=time(14))
        line = RendezVousLigne(rdv, SOPHIE, a_membre(), 2, 6, etat, consultation)
        shown = show(AppointmentRow(line, own=own), 760, 60)
        shown.set_name("LÉGENDE Sophie")
        return shown

    return made


@pytest.mark.parametrize(
    ("etat", "verb"),
    [
        (E.ATTENDU, "Commencer"),
        (E.ARRIVE, "Commencer"),
        (E.EN_COURS, "Continuer"),
        (E.FAIT, "Voir"),
        (E.EXCUSE, "Replanifier"),
        (E.ABSENT, "Replanifier"),
        (E.ANNULE, "Replanifier"),
        (E.REPORTE, "Replanifier"),
    ],
)
def test_that_the_professional_s_button_says_what_comes_next(row, etat, verb):
    shown = row(etat)
    assert shown.button.text() == verb
    assert shown.button.accessibleName() == f"{verb}\xa0: LÉGENDE Sophie"
    assert a11y.problems(shown) == []


@pytest.mark.parametrize(
    ("etat", "verb"),
    [
        (E.ATTENDU, "Arrivée"),
        (E.ARRIVE, "Pas encore là"),
        (E.EN_COURS, ""),
        (E.FAIT, ""),
        (E.ABSENT, "Replanifier"),
    ],
)
def test_that_the_reception_s_button_welcomes(row, etat, verb):
    shown = row(etat, own=False)
    assert shown.button.text() == verb
    assert shown.button.isVisible() is bool(verb)


def test_that_a_session_opens_in_one_click(qtbot, row):
    shown = row(E.ATTENDU)
    with qtbot.waitSignal(shown.route_chosen) as chosen:
        shown.button.click()
    assert chosen.args == [Route("seance", patient_id=SOPHIE.id)]


def test_that_a_recorded_session_opens_itself(qtbot, row):
    shown = row(E.FAIT, consultation=ConsultationId("c"))
    with qtbot.waitSignal(shown.route_chosen) as chosen:
        shown.button.click()
    assert chosen.args == [Route("seance", patient_id=SOPHIE.id, consultation_id="c")]


def test_that_who_did_not_come_is_planned_again(qtbot, row):
    shown = row(E.ABSENT)
    with qtbot.waitSignal(shown.again_chosen), qtbot.assertNotEmitted(shown.route_chosen):
        shown.button.click()


def test_that_an_arrival_is_one_click(qtbot, row):
    shown = row(E.ATTENDU, own=False)
    with qtbot.waitSignal(shown.arrival_chosen):
        shown.button.click()


def test_that_the_name_opens_the_record_for_who_reads_it(qtbot, row):
    shown = row(E.ATTENDU)
    with qtbot.waitSignal(shown.route_chosen) as chosen:
        shown.name_button.click()
    assert chosen.args == [Route("dossier", patient_id=SOPHIE.id)]
    reception = row(E.ATTENDU, own=False)
    with qtbot.assertNotEmitted(reception.route_chosen):
        reception.name_button.click()
    assert reception.name_button.accessibleName() == "LÉGENDE Sophie"


def test_that_the_rest_is_behind_three_dots(qtbot, row):
    shown = row(E.ATTENDU)
    with qtbot.waitSignal(shown.menu_asked):
        shown.more_button.click()
    assert shown.more_button.accessibleName() == "Autres actions\xa0: LÉGENDE Sophie"
