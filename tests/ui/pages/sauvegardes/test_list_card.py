"""Each backup says when, why, in which state and how big; a damaged one is not restored."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from microstructure_desktop.domain.sauvegarde import Genre
from microstructure_desktop.services.sauvegardes import Sauvegarde
from microstructure_desktop.ui import backup_words
from microstructure_desktop.ui.cell_roles import TAG_ROLE
from microstructure_desktop.ui.pages.sauvegardes.list_card import VERIFYING, ListCard, Row
from tests.ui import a11y

GOOD = Sauvegarde(Path("a"), datetime(2026, 11, 21, 16, 30, tzinfo=UTC), Genre.AUTO)
BAD = Sauvegarde(Path("b"), datetime(2026, 11, 20, 16, 30, tzinfo=UTC), Genre.AVANT_RETRAIT, True)


def test_that_a_line_says_when_why_and_in_which_state(show):
    card = show(ListCard(may_verify=True, may_restore=True), 700)
    card.show_rows([Row(GOOD, 18_000_000), Row(BAD, 850_000)])
    model = card.model
    cells = [[model.index(r, c).data() for c in range(4)] for r in (0, 1)]
    assert cells[0] == [backup_words.moment(GOOD.faite_le), "Courante", "Vérifiée", "18\u00a0Mo"]
    assert cells[1][1:] == ["Avant un changement de clé", "Abîmée", "850\u00a0ko"]
    assert model.index(1, 2).data(TAG_ROLE) == ("Abîmée", "danger")
    assert a11y.problems(card) == []


def test_that_a_damaged_one_is_verified_but_not_restored(show, qtbot):
    card = show(ListCard(may_verify=True, may_restore=True), 700)
    card.show_rows([Row(BAD, 1), Row(GOOD, 1)])
    assert not card.restore_button.isEnabled()
    with qtbot.waitSignal(card.verify_asked) as told:
        card.verify_button.click()
    assert told.args == [BAD]
    card.table.setCurrentIndex(card.model.index(1, 0))
    with qtbot.waitSignal(card.restore_asked) as told:
        card.restore_button.click()
    assert told.args == [GOOD]


def test_that_the_choice_stays_when_it_is_found_damaged(show):
    card = show(ListCard(may_verify=True, may_restore=True), 700)
    card.show_rows([Row(BAD, 1), Row(GOOD, 1)])
    card.table.setCurrentIndex(card.model.index(1, 0))
    card.show_busy(VERIFYING)
    assert not card.verify_button.isEnabled()
    card.show_busy("")
    card.show_rows([Row(BAD, 1), Row(replace(GOOD, chemin=Path("a.abimee"), abimee=True), 1)])
    assert card.chosen().chemin == Path("a.abimee")
    assert not card.restore_button.isEnabled()
    card.show_rows([])
    assert card.chosen() is None
    assert not card.verify_button.isEnabled()
