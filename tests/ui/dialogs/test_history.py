"""The versions of one record, two at a time, opened from any page."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import consultations, corbeille
from microstructure_desktop.services.historique import historique
from microstructure_desktop.ui.dialogs.history import Historian, HistoryDialog
from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.tag import Tag
from tests.ui.a11y import problems
from tests.ui.desk import make_desk


@pytest.fixture
def desk(team, theme):
    made = make_desk(team, theme, Role.PSYCHOLOGUE)
    made.notices = []
    made.context.events.notice_requested.connect(made.notices.append)
    yield made
    made.settle()


@pytest.fixture
def page(show):
    return show(QWidget(), 1000, 700)


@pytest.fixture
def amended(team):
    office = team.psychologue
    done = team.seance(team.patient().id, date(2026, 11, 12), note_partagee="Dort mal")
    again = consultations.open_seance(office, done.patient, done.id)
    saisie = replace(again.saisie, note_partagee="Dort mieux", motif_modification="Oubli")
    return consultations.record(office, done.id, done.patient, saisie, again.based_on)


@pytest.fixture
def dialog(desk, page, amended):
    made = HistoryDialog(page, historique(desk.office, amended.id), desk.context.discretion)
    made.show()
    return made


def said(dialog):
    return [part.text() for part in dialog.view.findChildren(Paragraph)]


def test_that_the_latest_version_is_beside_the_one_before(dialog):
    assert (dialog.choice.value(), dialog.other.value()) == ("2", "1")
    assert {"Dort mal", "Dort mieux"} <= set(said(dialog))
    assert len(dialog.view.findChildren(Tag)) == 1
    assert dialog.choice.currentText() == f"N°{NBSP}2 du 19/11/2026 à 14:05, C. Modèle"
    assert dialog.news.title() == f"Corrigé{NBSP}: Oubli"


def test_that_the_first_version_is_read_alone(dialog):
    dialog.show_version("1")
    assert dialog.other.value() == ""
    assert "Dort mieux" not in said(dialog)
    assert dialog.news.title() == ""


def test_that_the_other_version_is_chosen_too(dialog):
    dialog.other.set_value("")
    dialog.other.changed.emit("")
    assert dialog.view.findChildren(Tag) == []
    assert "Dort mal" not in said(dialog)


def test_that_a_cancellation_says_why_beside_what_was_there(desk, page, amended):
    corbeille.cancel(desk.office, amended.id, "Mauvais dossier")
    found = historique(desk.office, amended.id)
    dialog = HistoryDialog(page, found, desk.context.discretion)
    assert dialog.choice.currentText() == f"N°{NBSP}3 du 19/11/2026 à 14:05, annulé, C. Modèle"
    assert dialog.news.title() == f"Annulé{NBSP}: Mauvais dossier"
    assert (dialog.other.value(), "Dort mieux" in said(dialog)) == ("2", True)


def test_that_an_erased_version_says_so(desk, page, amended):
    found = historique(desk.office, amended.id)
    erased = replace(found, versions=tuple(replace(v, rubriques=None) for v in found.versions))
    dialog = HistoryDialog(page, erased, desk.context.discretion)
    assert "effacé" in dialog.news.title()
    assert said(dialog) == []


def test_that_it_is_accessible(dialog):
    assert problems(dialog) == []


def test_that_it_opens_over_the_page_that_asked(desk, page, amended):
    historian = Historian(desk.context, page)
    historian.show(amended.id)
    desk.settle()
    assert page.findChild(HistoryDialog).isVisible()


def test_that_nothing_opens_over_a_page_that_turned(desk, page, amended):
    historian = Historian(desk.context, page)
    historian.show(amended.id)
    historian.forget()
    desk.settle()
    assert page.findChildren(HistoryDialog) == []


def test_that_a_refusal_is_told(desk, page):
    Historian(desk.context, page).show("inconnu")
    desk.settle()
    assert desk.notices[-1].kind == "danger"
