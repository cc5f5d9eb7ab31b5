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
from tests.services.cases import filled
from tests.services.plans import planned_care

from .hands import CONTROL

TO_ADD, TO_MOVE, TO_READ = 3, 2, 1
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


def states(hands, fiche):
    with hands.desk.office.store.read() as work:
        answers = work.fiches.get(fiche.id).answers
    return answers["objectif_etat_1"], answers["objectif_etat_2"]


def test_that_two_clicks_move_a_goal_of_the_plan_and_two_keys_take_it_back(
    nadia, team, sophie, counted
):
    fiche = planned_care(team, sophie)
    nadia.go("dossier", patient_id=sophie.id, onglet="plan")
    counted.clicks = 0
    nadia.click(nadia.page.plan.goals.states[1])
    nadia.click_action("En cours")
    assert states(nadia, fiche) == ("EN_COURS", "EN_COURS")
    assert counted.clicks <= TO_MOVE
    nadia.key(Qt.Key.Key_Z, CONTROL)
    assert states(nadia, fiche) == ("EN_COURS", "A_FAIRE")


def test_that_what_colleagues_did_since_is_on_the_first_page(nadia, team, sophie, counted):
    luc = team.patient("Bernard", "Luc")
    team.seance(luc.id, date(2026, 11, 2), note_partagee="Canari d’avant.")
    team.seance(luc.id, date(2026, 11, 9), Role.TRAVAILLEUR_SOCIAL)
    team.seance(sophie.id, date(2026, 11, 12), note_partagee="Canari de jeudi.")
    filled(team, sophie, date(2026, 11, 12), etat_texte="Canari du sommeil.")
    nadia.go("reglages")
    nadia.go("accueil")
    told = [line.accessibleName() for line in nadia.page.news.list.lines()]
    session = "Consultation psychologique · C. Modèle"
    assert [name.partition(",")[0] for name in told if session in name] == ["LÉGENDE Sophie"]
    assert any("Fiche psychologique de suivi complétée" in name for name in told)
    assert not nadia.says("canari")
    counted.clicks = 0
    line = next(x for x in nadia.page.news.list.lines() if session in x.accessibleName())
    nadia.click(line)
    assert nadia.window.context.navigator.current["patient_id"] == sophie.id
    assert counted.clicks <= TO_READ
