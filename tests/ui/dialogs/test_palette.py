"""People, actions and settings by a few letters, over the page that stays as it was."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services.recherche import search
from microstructure_desktop.ui.actions import actions_for, patient_actions_for
from microstructure_desktop.ui.dialogs.palette import Palette
from microstructure_desktop.ui.dialogs.palette_rows import Entry, Found, Heading, Known
from microstructure_desktop.ui.navigation import Route
from tests.ui import a11y
from tests.ui.desk import make_desk


@pytest.fixture
def people(team):
    return {
        nom: team.patient(nom, prenom, naissance=date(1992, 5, 14))
        for nom, prenom in (("Delmas", "Sophie"), ("Delorme", "Kévin"), ("Bernard", "Luc"))
    }


@pytest.fixture
def seat(team, theme, show):
    """A window with a field, and the palette of a role over it."""
    desks = []

    def seated(role=Role.PSYCHOLOGUE):
        desk = make_desk(team, theme, role)
        desks.append(desk)
        window = QWidget()
        window.field = QLineEdit()
        QVBoxLayout(window).addWidget(window.field)
        known = Known(actions_for(role), patient_actions_for(role))
        window.palette_shown = Palette(desk.context, known, window)
        show(window, 1000, 700)
        window.field.setFocus()
        window.palette_shown.open()
        return desk, window.palette_shown

    yield seated
    for desk in desks:
        desk.settle()


def titles(palette):
    return [row.title for row in palette.model.rows() if isinstance(row, Entry)]


def typed(desk, palette, text):
    QTest.keyClicks(palette.edit, text)
    desk.settle()


def test_that_letters_find_people_and_enter_opens_the_first(seat, people):
    desk, palette = seat()
    typed(desk, palette, "del")
    assert titles(palette)[:2] == ["DELMAS Sophie", "DELORME Kévin"]
    assert palette.current().title == "DELMAS Sophie"
    assert a11y.problems(palette) == []
    QTest.keyClick(palette.edit, Qt.Key.Key_Return)
    assert desk.routes == [Route("dossier", patient_id=people["Delmas"].id)]
    assert not palette.isVisible()


def test_that_enter_typed_before_the_answer_waits_for_it(seat, people):
    desk, palette = seat()
    QTest.keyClicks(palette.edit, "ber")
    QTest.keyClick(palette.edit, Qt.Key.Key_Return)
    assert desk.routes == []
    desk.settle()
    assert desk.routes == [Route("dossier", patient_id=people["Bernard"].id)]


def test_that_an_answer_to_older_letters_is_dropped(seat, people):
    desk, palette = seat()
    typed(desk, palette, "ber")
    palette._on_found(Found("be", search(desk.office, "delmas")))
    assert titles(palette)[0] == "BERNARD Luc"


def test_that_people_found_stay_while_the_next_letter_is_answered(seat, people):
    desk, palette = seat()
    typed(desk, palette, "de")
    QTest.keyClick(palette.edit, Qt.Key.Key_L)
    assert titles(palette)[0] == "DELMAS Sophie"
    desk.settle()
    assert titles(palette)[:2] == ["DELMAS Sophie", "DELORME Kévin"]


def test_that_arrows_pass_headings_and_go_round(seat, people):
    desk, palette = seat()
    typed(desk, palette, "del")
    many = len(titles(palette))
    QTest.keyClick(palette.edit, Qt.Key.Key_Up)
    assert palette.current().title == titles(palette)[-1]
    for _ in range(many):
        QTest.keyClick(palette.edit, Qt.Key.Key_Down)
    assert palette.current().title == titles(palette)[-1]
    QTest.keyClick(palette.edit, Qt.Key.Key_PageUp)
    QTest.keyClick(palette.edit, Qt.Key.Key_PageUp)
    assert palette.current().title == "DELMAS Sophie"
    heading = palette.model.index(0, 0)
    assert isinstance(palette.model.row(0), Heading)
    assert palette.model.flags(heading) == Qt.ItemFlag.NoItemFlags


def test_that_the_mouse_chooses_too(seat, people):
    desk, palette = seat()
    typed(desk, palette, "bernard")
    place = palette.view.visualRect(palette.model.index(1, 0)).center()
    no_key = Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(palette.view.viewport(), Qt.MouseButton.LeftButton, no_key, place)
    assert desk.routes == [Route("dossier", patient_id=people["Bernard"].id)]


def test_that_an_action_begun_then_a_name_does_it_with_them(seat, people):
    desk, palette = seat()
    typed(desk, palette, "seance delor")
    assert titles(palette) == ["Nouvelle séance avec DELORME Kévin"]
    QTest.keyClick(palette.edit, Qt.Key.Key_Return)
    assert desk.routes == [Route("seance", patient_id=people["Delorme"].id)]


def test_that_leaving_gives_the_keyboard_back(seat):
    _, palette = seat()
    field = palette.parentWidget().field
    QTest.keyClick(palette.edit, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert field.hasFocus()
    palette.open()
    assert palette.edit.hasFocus()
    outside = QPoint(5, 690)
    QTest.mouseClick(palette, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, outside)
    assert not palette.isVisible()


def test_that_it_opens_empty_with_what_was_done_lately(seat, people):
    desk, palette = seat()
    typed(desk, palette, "synth")
    QTest.keyClick(palette.edit, Qt.Key.Key_Return)
    assert desk.routes == [Route("preparation")]
    palette.open()
    assert palette.edit.text() == ""
    assert palette.model.rows()[0] == Heading("Récemment")
    assert titles(palette)[0] == "Préparer la réunion de synthèse"
    assert not [title for title in titles(palette) if "DELMAS" in title]


def test_that_nobody_found_is_said(seat, people):
    desk, palette = seat()
    typed(desk, palette, "zzzz")
    assert palette.model.rows() == (Heading("Aucun résultat pour «\xa0zzzz\xa0»"),)
    assert palette.current() is None
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(palette.edit, key)
    assert palette.isVisible()


def test_that_names_are_hidden_at_once(seat, people):
    desk, palette = seat()
    typed(desk, palette, "del")
    desk.context.discretion.switch(on=True)
    assert titles(palette)[0] == "S.\xa0D."


def test_that_locking_leaves_nothing_to_read(seat, people):
    desk, palette = seat()
    typed(desk, palette, "del")
    desk.context.events.lock_requested.emit()
    assert not palette.isVisible()
    assert palette.edit.text() == ""


def test_that_the_reception_finds_people_but_begins_no_session(seat, people):
    desk, palette = seat(Role.SECRETARIAT)
    typed(desk, palette, "delm")
    assert titles(palette) == ["DELMAS Sophie"]


def test_that_it_stays_inside_a_small_window(seat):
    _, palette = seat()
    palette.parentWidget().resize(500, 300)
    palette.place()
    assert palette.geometry() == palette.parentWidget().rect()
    assert palette.rect().contains(palette.frame.geometry())
