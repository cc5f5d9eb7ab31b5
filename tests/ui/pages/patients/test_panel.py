"""Finding somebody: letters, filters, keyboard."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from microstructure_desktop.services import patients, recherche
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.patients.panel import PatientPanel
from tests.ui import a11y


@pytest.fixture
def people(team):
    return {
        nom: team.patient(nom, prenom, naissance=born)
        for nom, prenom, born in (
            ("Bernard", "Luc", date(1979, 1, 30)),
            ("Garnier", "Éloïse", date(1984, 3, 7)),
            ("Légende", "Sophie", date(1992, 5, 14)),
        )
    }


@pytest.fixture
def panel(show, desk, people):
    made = show(PatientPanel(desk.context), 312, 700)
    desk.settle()
    return made


def names(panel):
    return [ligne.nom_affiche for ligne in panel.model.rows()]


def asked(desk):
    return [r for r in desk.routes if isinstance(r, Route)]


def test_that_everybody_followed_is_listed_and_counted(panel):
    assert names(panel) == ["BERNARD Luc", "GARNIER Éloïse", "LÉGENDE Sophie"]
    assert panel.chips.chip("actifs").text() == "Actifs\u00a03"
    assert panel.chips.chip("a_completer").text() == "À compléter\u00a03"
    assert a11y.problems(panel) == []


def test_that_letters_find_without_accents(qtbot, panel, taper):
    taper(panel.search, "elo")
    qtbot.waitUntil(lambda: names(panel) == ["GARNIER Éloïse"])
    assert panel.chips.selected() == ()
    panel.search.clear()
    qtbot.waitUntil(lambda: len(names(panel)) == 3)
    assert panel.chips.selected() == ("actifs",)


def test_that_an_answer_to_an_older_text_is_dropped(desk, panel, taper):
    taper(panel.search, "ber")
    late = ("be", recherche.search(desk.office, "garnier"))
    panel._on_found(late)
    assert "GARNIER Éloïse" in names(panel)
    assert len(names(panel)) == 3
    panel._on_found(("ber", recherche.search(desk.office, "ber")))
    assert names(panel) == ["BERNARD Luc"]


def test_that_three_letters_and_enter_open_the_first_one(qtbot, desk, panel, people, taper):
    taper(panel.search, "leg")
    QTest.keyClick(panel.search, Qt.Key.Key_Return)
    wanted = Route("dossier", patient_id=people["Légende"].id)
    qtbot.waitUntil(lambda: wanted in asked(desk))


def test_that_enter_does_not_open_what_later_letters_find(qtbot, desk, panel, taper):
    taper(panel.search, "zz")
    QTest.keyClick(panel.search, Qt.Key.Key_Return)
    panel.search.setText("ber")
    qtbot.waitUntil(lambda: names(panel) == ["BERNARD Luc"])
    desk.settle()
    assert asked(desk) == []


def test_that_nobody_found_offers_to_create_with_the_name_typed(qtbot, desk, panel, taper):
    taper(panel.search, "dupon")
    qtbot.waitUntil(panel.empty.isVisible)
    panel.empty.action_button.click()
    assert asked(desk) == [Route("patients", nouveau="dupon")]


def test_that_the_keyboard_goes_down_the_list_and_opens(desk, panel, people):
    QTest.keyClick(panel.search, Qt.Key.Key_Down)
    assert panel.view.hasFocus()
    QTest.keyClick(panel.view, Qt.Key.Key_Down)
    QTest.keyClick(panel.view, Qt.Key.Key_Return)
    assert asked(desk) == [Route("dossier", patient_id=people["Garnier"].id)]


def test_that_a_filter_keeps_its_people(desk, panel):
    panel.chips.chip("sortis").click()
    desk.settle()
    assert names(panel) == []
    assert panel.empty.isVisible()
    panel.chips.chip("a_completer").click()
    desk.settle()
    assert len(names(panel)) == 3


def test_that_the_person_opened_stays_selected_through_a_reload(desk, panel, people, team):
    desk.context.navigator.go(Route("dossier", patient_id=people["Légende"].id))
    assert panel.view.currentIndex().row() == 2
    team.patient("Avant", "Tous")
    panel.reload()
    desk.settle()
    assert panel.view.currentIndex().row() == 3
    desk.context.navigator.go(Route("patients"))
    assert not panel.view.selectionModel().hasSelection()


def test_that_a_change_elsewhere_is_shown(desk, panel):
    saisie = patients.PatientSaisie("Nouvelle", "Personne", date(1990, 1, 1))
    desk.context.worker.run(lambda office: patients.create(office, saisie))
    desk.settle()
    assert "NOUVELLE Personne" in names(panel)


def test_that_keys_create_and_go_to_the_search(qtbot, desk, panel):
    panel.view.setFocus()
    QTest.keyClick(panel, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(panel.search.hasFocus)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(panel, Qt.Key.Key_N, both)
    assert asked(desk) == [Route("patients", nouveau="")]


def test_that_an_empty_cabinet_proposes_its_first_record(show, desk):
    panel = show(PatientPanel(desk.context), 312, 700)
    desk.settle()
    assert panel.empty.action_button.text() == "Créer le premier dossier"
    panel.empty.other_button.click()
    assert desk.routes == [Route("reprise")]


def test_that_a_discreet_list_shows_and_says_initials_at_once(desk, panel):
    panel.view.show_selected(panel.model.index(1, 0))
    desk.context.discretion.switch(on=True)
    index = panel.view.currentIndex()
    assert index.row() == 1
    assert index.data() == "É.\xa0G."
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("É.\xa0G., 42\xa0ans · n°\xa00002")
