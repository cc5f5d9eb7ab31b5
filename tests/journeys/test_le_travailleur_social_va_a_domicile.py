"""A social worker plans a home visit without the mouse, and notes who else helps the person."""

from datetime import date, time

import pytest
from PySide6.QtCore import Qt

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import annuaire
from microstructure_desktop.services.annuaire import PartenaireSaisi
from microstructure_desktop.ui.dialogs.appointment import AppointmentDialog
from microstructure_desktop.ui.pages.agenda.week_grid import WeekGrid
from tests.cabinet import TODAY

from .hands import CONTROL

TO_ADD = 3
VISIT = "visite à domicile"
FRIDAY, NINE = date(2026, 11, 20), time(9)


@pytest.fixture
def sophie(team):
    return team.patient()


@pytest.fixture
def nadia(sit, sophie):
    hands = sit(Role.TRAVAILLEUR_SOCIAL)
    hands.go("accueil")
    return hands


def walk_to(hands, day, hour):
    """To the stop of that day and hour, by arrows."""
    grid = hands.page.grid
    assert isinstance(hands.focus(), WeekGrid)
    hour = hour.hour * 60 + hour.minute
    stop = next(s for s in grid._week[day.weekday()] if s.plage.debut <= hour < s.plage.fin)
    hands.walk_to(grid, stop)


def test_that_keys_alone_plan_a_home_visit_from_the_agenda(nadia, team, sophie, counted):
    nadia.key(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert nadia.at() == "agenda"
    walk_to(nadia, FRIDAY, NINE)
    nadia.key(Qt.Key.Key_Return)
    dialog = nadia.dialog(AppointmentDialog)
    nadia.write("lég")
    nadia.key(Qt.Key.Key_Return)
    nadia.tab_to(dialog.form.precision)
    nadia.write(VISIT)
    nadia.key(Qt.Key.Key_Return)
    with nadia.desk.office.store.read() as work:
        (visit,) = work.rendez_vous.of(sophie.id)
    assert (visit.jour, visit.heure, visit.precision) == (FRIDAY, NINE, VISIT)
    assert visit.membre == team.travailleur_social.membre.id
    assert counted.clicks == 0


def test_that_the_visit_of_the_day_is_recorded_where_it_was_planned(nadia, team, sophie, counted):
    nadia.go("agenda")
    walk_to(nadia, TODAY, time(14, 30))
    nadia.key(Qt.Key.Key_Return)
    nadia.write("lég")
    nadia.key(Qt.Key.Key_Return)
    nadia.key(Qt.Key.Key_Return)
    nadia.key(Qt.Key.Key_Return)
    nadia.choose_action("Commencer la séance")
    assert nadia.at() == "seance"
    assert nadia.window.context.navigator.current["patient_id"] == sophie.id
    nadia.write("Visite à domicile, courrier de la CAF lu ensemble.")
    nadia.key(Qt.Key.Key_Return, CONTROL)
    with nadia.desk.office.store.read() as work:
        (act,) = work.consultations.of(sophie.id)
    assert (act.jour, act.role) == (TODAY, Role.TRAVAILLEUR_SOCIAL)
    assert counted.clicks == 0


@pytest.fixture
def csapa(team):
    return annuaire.add(team.medecin, PartenaireSaisi("CSAPA des Lices", "CSAPA"))


def helpers(hands, patient):
    with hands.desk.office.store.read() as work:
        return [i.partenaire for i in work.intervenants.of(patient.id)]


def test_that_three_clicks_add_a_partner_of_the_directory(nadia, csapa, sophie, counted):
    nadia.go("dossier", patient_id=sophie.id)
    counted.clicks = 0
    nadia.click(nadia.page.overview.intervenants.add_button)
    nadia.write("lices")
    nadia.key(Qt.Key.Key_Return)
    assert counted.clicks <= TO_ADD
    assert helpers(nadia, sophie) == [csapa.id]
    assert nadia.says("CSAPA des Lices")
    nadia.key(Qt.Key.Key_Z, CONTROL)
    assert helpers(nadia, sophie) == []


def test_that_three_clicks_create_one_that_the_directory_lacks(nadia, sophie, counted):
    nadia.go("dossier", patient_id=sophie.id)
    card = nadia.page.overview.intervenants
    counted.clicks = 0
    nadia.click(card.add_button)
    nadia.write("Pharmacie du Port")
    nadia.key(Qt.Key.Key_Return)
    kind = card.partner_dialog.fields["type"].editor
    nadia.tab_to(kind)
    nadia.key(Qt.Key.Key_Down)
    nadia.click(card.partner_dialog.save_button)
    assert counted.clicks <= TO_ADD
    (found,) = helpers(nadia, sophie)
    with nadia.desk.office.store.read() as work:
        assert work.annuaire.get(found).nom == "Pharmacie du Port"
