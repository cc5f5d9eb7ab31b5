"""The revisions of one fiche."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget

from microstructure_desktop.services import fiches
from microstructure_desktop.ui.pages.fiches.history_dialog import HistoryDialog
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.tag import Tag
from tests.ui import a11y

from .conftest import OF_JUNE


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(window, team, fiche_of_june):
    opened = fiches.open_fiche(team.psychologue, fiche_of_june.id)
    fiches.save(
        team.psychologue,
        opened,
        jour=fiche_of_june.jour,
        answers={**OF_JUNE, "alliance": "FRAGILE"},
        complete=True,
    )
    lines = fiches.history(team.psychologue, fiche_of_june.id)
    made = HistoryDialog(window, lines)
    window.show()
    made.show()
    return made


def test_that_the_latest_revision_is_beside_the_one_before(dialog):
    assert dialog.choice.value() == "2"
    assert len(dialog.view.findChildren(Tag)) == 1
    words = [part.text() for part in dialog.view.findChildren(Paragraph)]
    assert {"Bonne", "Fragile"} <= set(words)
    headings = [label.text() for label in dialog.view.findChildren(Label)]
    assert any(text.startswith("N°\u00a01 du 02/06/2026") for text in headings)
    assert any("C. Modèle" in text for text in headings)


def test_that_the_first_revision_is_read_alone(dialog):
    dialog.show_revision("1")
    assert dialog.view.findChildren(Tag) == []
    assert "Bonne" in [part.text() for part in dialog.view.findChildren(Paragraph)]


def test_that_the_dialog_is_accessible(dialog):
    assert a11y.problems(dialog) == []


def test_that_a_revision_of_a_former_version_is_read_with_its_own_questions(window, dialog):
    first, second = dialog._lines["1"], dialog._lines["2"]
    groups = tuple(group for group in second.form.groups if group.id != "parcours")
    moved = replace(second, form=replace(second.form, version=99, groups=groups), answers={})
    other = HistoryDialog(window, (first, moved))
    other.show()
    assert other.view.findChildren(Tag) == []
    other.show_revision("1")
    assert "Bonne" in [part.text() for part in other.view.findChildren(Paragraph)]
