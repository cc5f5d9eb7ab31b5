"""A text that seems to name somebody is doubted where it stands, once the typing pauses."""

import pytest
from PySide6.QtCore import QObject

from microstructure_desktop.domain.reunion import Point
from microstructure_desktop.domain.synthese import Decision, Etat
from microstructure_desktop.ui.pages.autres_reunions.actions_card import ActionsCard
from microstructure_desktop.ui.pages.autres_reunions.doubts import Doubts
from microstructure_desktop.ui.pages.autres_reunions.facts_card import FactsCard
from microstructure_desktop.ui.pages.autres_reunions.people_card import PeopleCard
from microstructure_desktop.ui.pages.autres_reunions.points_card import PointsCard
from tests.cabinet import TODAY


class Screen(QObject):
    def __init__(self, desk, opened):
        super().__init__()
        self.facts, self.points = FactsCard(lambda: TODAY), PointsCard()
        self.people, self.actions = PeopleCard(), ActionsCard()
        self.parts = (self.facts, self.people, self.points, self.actions)
        for part in self.parts:
            part.show_meeting(opened)
        self.doubts = Doubts(desk.context, *self.parts, parent=self)


@pytest.fixture
def screen(qtbot, desk, team, meeting):
    team.patient("Légende", "Sophie")
    opened = meeting(
        etat=Etat.EN_COURS,
        lieu="Mairie",
        points=(Point("Tests", "Rien."), Point("Mme Légende", "")),
        actions=(Decision("a", "Appeler"), Decision("b", "Rappeler sophie legende")),
    )
    made = Screen(desk, opened)
    for part in made.parts:
        qtbot.addWidget(part)
    return made


def said(screen):
    rows = [*screen.points.rows, *screen.actions.rows]
    return [bool(x.text()) for x in (screen.facts.doubt, *(row.doubt for row in rows))]


def test_that_each_doubt_stands_at_its_text(desk, screen):
    screen.doubts.ask()
    desk.settle()
    assert said(screen) == [False, False, True, False, True]
    assert "Légende" in screen.points.rows[1].doubt.text()
    screen.points.rows[1].title.setText("Une situation")
    screen.facts.place.setText("Chez Légende")
    screen.doubts.ask()
    desk.settle()
    assert said(screen) == [True, False, False, False, True]


@pytest.mark.parametrize("field", ["name", "structure", "job"])
def test_that_a_guest_is_doubted_before_being_added(desk, screen, field):
    screen.people.name.setText("Quelqu’un")
    getattr(screen.people, field).setText("Sophie Légende")
    screen.doubts.ask()
    desk.settle()
    assert "Sophie Légende" in screen.people.doubt.text()


def test_that_the_store_is_asked_once_the_typing_pauses(qtbot, desk, screen):
    screen.doubts.touch()
    assert not desk.context.worker._waiting
    qtbot.waitUntil(lambda: any(said(screen)))
    screen.doubts.touch()
    screen.doubts.stop()
    assert not screen.doubts._timer.isActive()


def test_that_what_was_typed_since_is_not_spoken_of(desk, screen):
    screen.doubts.ask()
    screen.points.rows[1].title.setText("Autre chose")
    desk.settle()
    assert not screen.points.rows[1].doubt.text()


def test_that_no_name_is_repeated_while_names_are_hidden(desk, screen):
    screen.doubts.ask()
    desk.settle()
    desk.context.discretion.switch(on=True)
    told = screen.points.rows[1].doubt.text()
    assert told
    assert "Légende" not in told
    desk.context.discretion.switch(on=False)
    assert "Légende" in screen.points.rows[1].doubt.text()
