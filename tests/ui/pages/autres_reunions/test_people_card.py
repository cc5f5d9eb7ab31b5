"""The cabinet's own are ticked; the others are written under their structure."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from microstructure_desktop.domain.reunion import Invite, Point
from microstructure_desktop.domain.synthese import Etat
from microstructure_desktop.ui.pages.autres_reunions.people_card import PeopleCard
from microstructure_desktop.ui.widgets.labels import Label
from tests.ui import a11y

LEA = Invite("Léa Martin", "CSAPA du centre", "infirmière")
OMAR = Invite("Omar Diallo", "CAARUD")


@pytest.fixture
def card(theme, show, meeting):
    made = PeopleCard()
    made.opened = meeting(invites=(LEA, OMAR, Invite("Ana Costa")))
    made.show_meeting(made.opened)
    return show(made, 340, 700)


def places(card):
    known = {"CSAPA du centre", "CAARUD", "Autres"}
    return [x.text() for x in card.findChildren(Label) if x.text() in known]


def test_that_people_stand_under_their_structure(card):
    assert a11y.problems(card) == []
    assert places(card) == ["CSAPA du centre", "CAARUD", "Autres"]
    assert card.applied(card.opened.reunion) == card.opened.reunion


def test_that_members_are_taken_and_given_back(qtbot, card, team):
    doctor = team.medecin.membre.id
    with qtbot.waitSignal(card.edited):
        card.members.chip(doctor).click()
    assert doctor not in card.applied(card.opened.reunion).membres


def test_that_somebody_is_added_by_the_keyboard_and_the_structure_stays(card):
    card.name.setText("Jean Roux")
    card.structure.setText("CSAPA du centre")
    QTest.keyClick(card.structure, Qt.Key.Key_Return)
    added = card.applied(card.opened.reunion).invites[-1]
    assert added == Invite("Jean Roux", "CSAPA du centre")
    assert (card.name.text(), card.structure.text()) == ("", "CSAPA du centre")
    assert card.name.hasFocus()
    assert places(card) == ["CSAPA du centre", "CAARUD", "Autres"]


def test_that_somebody_typed_takes_part_before_being_added(qtbot, card, taper):
    with qtbot.waitSignal(card.edited):
        taper(card.name, "Jean Roux")
    taper(card.structure, "CAARUD")
    taken = card.applied(card.opened.reunion)
    assert taken.invites[-1] == Invite("Jean Roux", "CAARUD")
    card.show_meeting(replace(card.opened, reunion=taken))
    assert card.applied(taken) == taken
    assert card.name.text() == ""
    qtbot.waitUntil(lambda: len(card.removers()) == 4)


def test_that_nobody_is_added_without_a_name_or_twice(card):
    card.add_button.click()
    assert "nom" in card.name_field.error_text
    for edit, text in ((card.name, LEA.nom), (card.structure, LEA.structure)):
        edit.setText(text)
    card.job.setText(LEA.profession)
    card.add_button.click()
    assert len(card.applied(card.opened.reunion).invites) == 3


def test_that_somebody_is_taken_back(qtbot, card):
    first = card.removers()[0]
    assert (first.accessibleName() or first.toolTip()) == "Retirer Léa Martin"
    with qtbot.waitSignal(card.edited):
        card.removers()[0].click()
    assert card.applied(card.opened.reunion).invites == (OMAR, Invite("Ana Costa"))


def test_that_a_closed_meeting_is_only_read(card, meeting):
    closed = meeting(etat=Etat.CLOSE, invites=(LEA,), points=(Point("Divers", "Dit."),))
    card.show_meeting(closed)
    assert not card.form.isVisible()
    assert card.removers() == []
    assert not card.members.isEnabled()
