"""What has come, and what lies in quarantine with what can be done about it."""

from datetime import date

from microstructure_desktop.animateur.model import Quarantaine
from microstructure_desktop.ui.animateur.pages.reception.acts import Attente, Ligne
from microstructure_desktop.ui.animateur.pages.reception.lists import ArrivalsCard, QuarantineCard
from tests.ui import a11y

JOUR = date(2026, 4, 20)


def waiting(motif):
    return Attente(Quarantaine(motif, "x.msma", motif, JOUR, "dossier"), "Cabinet")


def test_that_what_came_stays_until_the_next_time(show):
    card = show(ArrivalsCard())
    card.show_lines((Ligne("accepte", "a"), Ligne("doublon", "b")))
    assert [line.dite.tag for line in card.lines] == ["Accepté", "Doublon"]
    card.show_lines(())
    assert not card.isVisible()


def test_that_only_a_contradiction_may_be_accepted_anyway(show, qtbot):
    card = show(QuarantineCard(), 800, 500)
    damaged, contrary = waiting("scelle"), waiting("cumul")
    card.show_waiting((damaged, contrary), JOUR)
    assert len(card.discards) == 2
    assert len(card.accepts) == 1
    with qtbot.waitSignal(card.accept_asked) as told:
        card.accepts[0].click()
    assert told.args == [contrary]
    with qtbot.waitSignal(card.discard_asked) as told:
        card.discards[0].click()
    assert told.args == [damaged]
    with qtbot.waitSignal(card.retry_asked):
        card.retry_button.click()
    assert a11y.problems(card) == []


def test_that_an_empty_quarantine_is_not_shown(show):
    card = show(QuarantineCard())
    card.show_waiting((), JOUR)
    assert not card.isVisible()
