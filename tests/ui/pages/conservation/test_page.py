"""The doctor decides what is due, reads the archive with a reason, and sees what is left to do."""

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import sauvegardes
from microstructure_desktop.ui.pages.conservation.page import ARCHIVES, DECIDER, EFFACEMENTS
from tests.services.erasures import erase
from tests.ui import a11y


def names(part):
    return [part.model.index(at, 0).data() for at in range(part.model.rowCount())]


def test_that_nothing_to_decide_is_said_calmly(opened):
    _, page = opened()
    assert page.due.empty.isVisible()
    assert page.header.subtitle.text() == "0\u00a0dossier archivé · 0 à décider"
    assert a11y.problems(page) == []


def test_that_each_list_has_its_people(opened, old, archived):
    _, page = opened()
    assert names(page.due) == ["ANCIEN Sophie"]
    assert names(page.archive) == ["ANCIEN Sophie", "RANGÉ Sophie"]
    row = [page.due.model.index(0, at).data() for at in range(1, 5)]
    assert row == ["0001", "02/01/1970", "04/03/2006", "04/03/2026"]
    assert page.due.detail.text() == "Compté depuis le dernier acte"
    assert page.first_focus() is page.tabs.tab(DECIDER)
    assert a11y.problems(page) == []


def test_that_the_archive_is_searched_alone(opened, old, archived):
    desk, page = opened(onglet=ARCHIVES)
    page.search.setText("rang")
    page._on_searched("rang")
    desk.settle()
    assert names(page.archive) == ["RANGÉ Sophie"]
    page._on_searched("personne")
    desk.settle()
    assert page.archive.empty.isVisible()
    page._on_searched("")
    desk.settle()
    assert len(names(page.archive)) == 2


def test_that_only_a_doctor_has_the_buttons_that_decide(opened, old):
    _, page = opened(Role.PSYCHOLOGUE)
    assert page.read_due.isVisible()
    assert page.keep_button.isHidden()
    assert page.erase_button.isHidden()


def test_that_names_are_hidden_on_demand(opened, old):
    desk, page = opened()
    desk.context.discretion.toggle()
    assert names(page.due) == ["S.\u00a0A. · n°\u00a00001"]


def test_that_copies_still_to_do_are_told_and_done_again(opened, desk_of, old, team, tmp_path):
    made = sauvegardes.sauvegarder(team.medecin)
    whole = made.chemin.read_bytes()
    made.chemin.write_bytes(whole[:-1])
    erase(team, old)
    desk, page = opened(onglet=EFFACEMENTS)
    assert page.register.to_do.isVisible()
    page.register.again_asked.emit()
    desk.settle()
    assert made.chemin.name in page.banner.findChildren(type(page.banner._text))[1].text()
    made.chemin.write_bytes(whole)
    page.register.to_do.action_button.click()
    desk.settle()
    assert page.register.to_do.isHidden()
    assert desk.notices[-1].text == "Sauvegardes de cet ordinateur refaites"


def test_that_the_durations_say_what_nobody_verified(opened):
    _, page = opened(onglet="durees")
    assert a11y.problems(page) == []


@pytest.mark.parametrize("role", [Role.MEDECIN, Role.PSYCHOLOGUE])
def test_that_the_register_names_nobody(opened, old, team, role):
    erase(team, old)
    _, page = opened(role, onglet=EFFACEMENTS)
    row = [page.register.model.index(0, at).data() for at in range(4)]
    assert row == ["0001", "19/11/2026", "Dr Exemple", "Fin de la durée de conservation"]
