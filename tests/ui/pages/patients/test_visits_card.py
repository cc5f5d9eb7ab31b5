"""The reception's card: dates, who, and what is left."""

from datetime import date, time

from PySide6.QtWidgets import QLabel

from microstructure_desktop.domain.consultation import Issue
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.forfait import Compteur
from microstructure_desktop.services.venues import Venue, Venues
from microstructure_desktop.ui.pages.patients.identity_edition import IdentityEdition
from microstructure_desktop.ui.pages.patients.visits_card import VisitsCard
from tests.ui import a11y
from tests.ui.desk import make_desk


def texts(widget):
    return [label.text() for label in widget.findChildren(QLabel)]


def test_that_each_visit_says_when_who_and_what_became_of_it(show, team):
    who = team.psychologue.membre
    card = show(VisitsCard(), 320, 400)
    card.show_visits(
        Venues(
            (Venue(date(2026, 12, 1), time(9), who, None),),
            (Venue(date(2026, 10, 5), time(14), None, Issue.ABSENT_NON_EXCUSE),),
            (Compteur(Role.PSYCHOLOGUE, 6, 4),),
        )
    )
    said = texts(card)
    assert "1er\xa0décembre\xa02026, 09:00" in said
    assert "C. Modèle" in said
    assert "Absent" in said
    assert "Psychologue\xa0: 4 sur 6" in said
    assert a11y.problems(card) == []


def test_that_nothing_is_said_so(show):
    card = show(VisitsCard(), 320, 300)
    card.show_visits(Venues((), (), ()))
    assert any("Aucune venue" in text for text in texts(card))


def test_that_only_who_has_no_record_to_read_gets_it(show, team, theme, sophie):
    for role, shown in ((Role.SECRETARIAT, True), (Role.PSYCHOLOGUE, False)):
        desk = make_desk(team, theme, role)
        page = show(IdentityEdition(desk.context, sophie.id), 1000, 800)
        desk.settle()
        assert bool(page.findChildren(VisitsCard)) is shown
