"""The list beside the discussion shows what is done, where we are, what is to come."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from microstructure_desktop.domain.synthese import Etat, Suite
from microstructure_desktop.ui.pages.reunions.agenda_list import AgendaList
from tests.ui.a11y import name_of, problems


@pytest.fixture
def agenda(desk, show):
    return show(AgendaList(desk.context), 260, 600)


def test_that_each_step_has_its_sign_and_its_words(agenda, opened, names, who):
    synthese = opened.synthese.avec_situation(
        replace(opened.synthese.situation(who.sophie.id), vue=True)
    )
    agenda.show_agenda(synthese, who.luc.id, names)
    signs = {
        "reprises": "circle-dot",
        who.sophie.id: "circle-check",
        who.luc.id: "chevron-right",
        who.ana.id: "circle-dot",
        "organisation": "circle-dot",
    }
    assert {step: agenda.row(step).sign() for step in signs} == signs
    assert agenda.row(who.sophie.id).caption() == "Reprise du travail ?"
    assert name_of(agenda.row(who.ana.id)) == "COSTA Ana, Inclusion, à évoquer"
    assert agenda.row("reprises").caption() == "1 sans suite"
    assert agenda.counter.text() == "2 sur 3"
    assert problems(agenda) == []


def test_that_followed_decisions_are_said_to_be(agenda, opened, names, who):
    (reprise,) = opened.synthese.reprises
    done = replace(reprise, decision=replace(reprise.decision, suite=Suite.FAITE))
    agenda.show_agenda(replace(opened.synthese, reprises=(done,)), who.luc.id, names)
    assert agenda.row("reprises").caption() == "Toutes suivies"


def test_that_the_next_date_stands_in_the_last_row(agenda, opened, names):
    agenda.show_agenda(opened.synthese, "organisation", names)
    assert agenda.row("organisation").caption() == "jeu.\xa017\xa0déc."
    assert agenda.counter.text() == "0 sur 3"
    agenda.show_agenda(replace(opened.synthese, prochaine=None), "organisation", names)
    assert agenda.row("organisation").caption() == "Et prochaine date"


def test_that_a_click_asks_to_go_there(qtbot, agenda, opened, names, who):
    agenda.show_agenda(opened.synthese, who.sophie.id, names)
    with qtbot.waitSignal(agenda.chosen) as told:
        agenda.row(who.ana.id).click()
    assert told.args == [who.ana.id]


def test_that_arrows_move_between_rows(qtbot, agenda, opened, names, who):
    agenda.show_agenda(opened.synthese, who.sophie.id, names)
    agenda.row(who.sophie.id).setFocus()
    qtbot.keyClick(agenda.row(who.sophie.id), Qt.Key.Key_Down)
    qtbot.waitUntil(agenda.row(who.luc.id).hasFocus)
    qtbot.keyClick(agenda.row(who.luc.id), Qt.Key.Key_Up)
    qtbot.waitUntil(agenda.row(who.sophie.id).hasFocus)


def test_that_a_long_agenda_scrolls_to_where_we_are(qtbot, agenda, opened, names):
    agenda.resize(260, 160)
    agenda.show_agenda(opened.synthese, "reprises", names)
    bar = agenda._area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    agenda.show_agenda(opened.synthese, "organisation", names)
    assert bar.value() > 0


def test_that_rows_follow_the_agenda(agenda, opened, names, who):
    agenda.show_agenda(opened.synthese, who.sophie.id, names)
    shorter = replace(opened.synthese, situations=opened.synthese.situations[:2])
    agenda.show_agenda(shorter, who.sophie.id, names)
    with pytest.raises(KeyError):
        agenda.row(who.ana.id)


def test_that_a_projected_list_names_nobody(agenda, opened, names, who):
    names.discretion.switch(on=True)
    agenda.show_agenda(opened.synthese, who.sophie.id, names)
    assert agenda.row(who.luc.id).text() == "L.\xa0B. · n°\xa00002"


def test_that_nobody_is_added_to_a_closed_meeting(agenda, opened, names, who):
    agenda.show_agenda(opened.synthese, who.sophie.id, names)
    assert agenda.finder.isVisible()
    agenda.show_agenda(replace(opened.synthese, etat=Etat.CLOSE), who.sophie.id, names)
    assert not agenda.finder.isVisible()
    assert agenda.row("organisation").sign() == "circle-check"
