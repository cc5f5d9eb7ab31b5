"""The legal file on screen: filled in, ticked, read over, printed, taken back."""

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import dossier_legal
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.dossier_legal.page import DossierLegalPage
from tests.cabinet import TODAY
from tests.ui import a11y
from tests.ui.desk import make_desk


@pytest.fixture
def opened(team, theme, show):
    desks = []

    def opener(role=Role.MEDECIN, **params):
        desk = make_desk(team, theme, role)
        desks.append(desk)
        page = show(DossierLegalPage(desk.context), 1180, 760)
        page.open(Route("dossier_legal", **params))
        desk.settle()
        return desk, page

    yield opener
    for desk in desks:
        desk.settle()


def kept(desk, name):
    lignes = dossier_legal.dossier(desk.office).reponses
    return next(x.texte for x in lignes if x.blanc.id == name)


@pytest.mark.parametrize("onglet", ["documents", "reponses", "poste", "actions"])
def test_that_each_part_is_reached_by_its_tab(opened, onglet):
    _, page = opened(onglet=onglet)
    assert page.tabs.current() == onglet
    assert a11y.problems(page) == []
    shown = {
        "documents": page.papers,
        "reponses": page.answers,
        "poste": page.groups["L’ordinateur"],
        "actions": page.actions_card,
    }
    assert [key for key, part in shown.items() if part.isVisible()] == [onglet]


def test_that_an_answer_is_kept_and_taken_back(opened):
    desk, page = opened(onglet="reponses")
    page.answers.editors["dpo"].setText("Mme Untel")
    page.answers.editors["dpo"].editingFinished.emit()
    assert kept(desk, "dpo") == "Mme Untel"
    desk.context.undo.undo()
    desk.settle()
    assert kept(desk, "dpo") == ""
    assert page.answers.editors["dpo"].text() == ""


def test_that_an_answer_left_with_the_page_is_kept(opened):
    desk, page = opened(onglet="reponses")
    page.answers.editors["dpo"].setText("Mme Untel")
    page.leave()
    assert kept(desk, "dpo") == "Mme Untel"


def test_that_a_line_is_ticked_today_and_taken_back(opened):
    desk, page = opened(onglet="poste")
    box = page.groups["L’ordinateur"].boxes["disque"]
    box.click()
    desk.settle()
    assert "Vérifié le 19/11/2026" in page.groups["L’ordinateur"].states["disque"].text()
    desk.context.undo.undo()
    desk.settle()
    assert not box.isChecked()
    page.actions_card.boxes["action_poste"].click()
    desk.settle()
    assert page.actions_card.states["action_poste"].text() == "Fait le 19/11/2026."


def test_that_a_reading_over_is_noted(opened):
    desk, page = opened()
    page.review.button.click()
    assert dossier_legal.dossier(desk.office).revu_le == TODAY
    assert "19\u00a0novembre" in page.review.review.text()


@pytest.mark.parametrize(
    ("name", "title"), [("", dossier_legal.TITRE), ("aipd", "Analyse d’impact")]
)
def test_that_the_whole_or_one_paper_is_shown_before_it_is_printed(opened, name, title):
    desk, page = opened()
    (page.papers.buttons[name] if name else page.print_button).click()
    desk.settle()
    assert page.preview.header.title.text() == title
    page.preview.reject()


def test_that_who_only_reads_changes_nothing(opened):
    _, page = opened(Role.SECRETARIAT)
    assert page.review.button.isHidden()
    assert all(editor.isReadOnly() for editor in page.answers.editors.values())
    assert not any(box.isEnabled() for box in page.actions_card.boxes.values())


def test_that_a_tick_refused_comes_back(opened):
    desk, page = opened(Role.SECRETARIAT, onglet="actions")
    page.actions_card.boxes["action_poste"].setChecked(True)
    page.actions_card.ticked.emit("action_poste", True)
    desk.settle()
    assert not page.actions_card.boxes["action_poste"].isChecked()
    assert "rôle" in page.banner.title()
