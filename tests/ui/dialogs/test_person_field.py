"""Somebody is found and taken with the keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.recherche import search as search_people
from microstructure_desktop.ui.dialogs.person_field import PersonField
from tests.ui import a11y
from tests.ui.desk import make_desk


@pytest.fixture
def desk(team, theme):
    made = make_desk(team, theme, Role.SECRETARIAT)
    yield made
    made.settle()


@pytest.fixture
def people(team):
    return {p.nom: p for p in (team.patient("Bernard", "Luc"), team.patient("Bertrand", "Zoé"))}


@pytest.fixture
def field(show, desk, people):
    return show(PersonField(desk.context), 400, 260)


@pytest.fixture
def search(field, desk, taper):
    def typed(text):
        field.search.clear()
        taper(field.search, text)
        QApplication.processEvents()
        desk.settle()

    return typed


def found(field):
    return [row.nom_affiche for row in field.model.rows()]


def test_that_letters_find_people_and_enter_takes_the_first(qtbot, field, search, desk, people):
    search("ber")
    assert found(field) == ["BERNARD Luc", "BERTRAND Zoé"]
    assert a11y.problems(field) == []
    with qtbot.waitSignal(field.chosen):
        qtbot.keyClick(field.search, Qt.Key.Key_Return)
        desk.settle()
    assert field.value() == people["Bernard"].id
    assert field.name.text() == "BERNARD Luc"
    assert not field.search.isVisible()


def test_that_enter_waits_for_the_answer_to_what_was_typed_last(qtbot, field, desk, taper, people):
    taper(field.search, "bert")
    qtbot.keyClick(field.search, Qt.Key.Key_Return)
    desk.settle()
    assert field.value() == people["Bertrand"].id


def test_that_a_late_answer_replaces_nothing(field, search, desk):
    search("bert")
    field._on_found(("bern", search_people(desk.office, "bern")))
    assert found(field) == ["BERTRAND Zoé"]


def test_that_down_leads_to_the_list(qtbot, field, search, people):
    search("ber")
    qtbot.keyClick(field.search, Qt.Key.Key_Down)
    qtbot.waitUntil(field.view.hasFocus)
    qtbot.keyClick(field.view, Qt.Key.Key_Down)
    qtbot.keyClick(field.view, Qt.Key.Key_Return)
    assert field.value() == people["Bertrand"].id


def test_that_somebody_else_may_be_chosen(qtbot, field, search, desk):
    search("bernard")
    qtbot.keyClick(field.search, Qt.Key.Key_Return)
    desk.settle()
    with qtbot.waitSignal(field.chosen):
        field.change_button.click()
    assert field.value() is None
    assert field.search.isVisible()


def test_that_nobody_is_said(field, search):
    search("zzzzz")
    assert field.nobody.text() == "Personne ne correspond."
    assert field.nobody.isVisible()
    search("")
    assert not field.nobody.isVisible()


def test_that_whom_it_is_about_may_be_settled(field, people):
    field.set_person(people["Bernard"].id, people["Bernard"], fixed=True)
    assert field.value() == people["Bernard"].id
    assert not field.change_button.isVisible()


def test_that_discretion_names_nobody(field, search, desk, people):
    search("bernard")
    desk.context.discretion.switch(on=True)
    text = field._row_text(field.model.rows()[0])
    assert (text.title, text.subtitle) == ("L.\xa0B.", "")
    field.set_person(people["Bernard"].id, people["Bernard"])
    assert field.name.text() == "L.\xa0B. · n°\xa00001"


def test_that_a_refusal_is_said(field):
    field._on_failed(AccessDenied())
    assert field.nobody.text() == AccessDenied.sentence
