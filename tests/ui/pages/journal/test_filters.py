"""What is asked of the log follows what is chosen, and waits for a day that can be read."""

from datetime import date

import pytest

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.services.journal import Demande, Personne
from microstructure_desktop.ui.pages.journal.filters import Filters
from tests.cabinet import TODAY

TEAM = (Personne("m1", "Dr Paul Exemple"), Personne("m2", "Claire Modèle"))


@pytest.fixture
def filters(show, theme):
    made = show(Filters(lambda: TODAY), 1100)
    made.set_people(TEAM)
    return made


@pytest.fixture
def asked(filters):
    found = []
    filters.changed.connect(found.append)
    return found


def choose(combo, code):
    combo.set_value(code)
    combo.changed.emit(code)


def test_that_each_choice_asks_anew(filters, asked):
    choose(filters.person, "m2")
    choose(filters.action, "impression")
    filters.first.set_typed("01/11")
    filters.last.set_typed("hier")
    assert asked[-1] == Demande(
        "m2", action=Action.IMPRESSION, du=date(2026, 11, 1), au=date(2026, 11, 18)
    )
    choose(filters.person, "")
    assert asked[-1].membre is None
    assert len(asked) == 5


def test_that_what_is_typed_looks_for_somebody(qtbot, filters, asked, taper):
    taper(filters.search, "lég")
    qtbot.waitUntil(lambda: bool(asked) and asked[-1].texte == "lég")
    filters.forget_patient()
    assert filters.demande().texte == ""


def test_that_a_day_that_cannot_be_read_asks_for_nothing_and_says_why(filters, asked):
    filters.first.set_typed("bientôt")
    assert asked == []
    assert "17/11/2026" in filters.first_field.error_text
    filters.first.set_typed("19/11/2026")
    assert filters.first_field.error_text == ""
    filters.last.set_typed("18/11/2026")
    assert len(asked) == 1
    assert "avant le premier" in filters.last_field.error_text


def test_that_who_reads_their_own_accesses_has_nobody_to_choose(filters):
    assert filters.person_field.isVisible()
    filters.set_people(TEAM[:1])
    assert not filters.person_field.isVisible()
