"""One fiche from its draft to its record, and what became of it when the disk refused."""

from datetime import date, time
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject

from microstructure_desktop.services import fiches
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.fiches.filling import Filling, day_of
from microstructure_desktop.ui.pages.fiches.opening import open_route

from .conftest import FORM, LEAST, NOVEMBER


@pytest.fixture
def answers() -> dict:
    return {}


@pytest.fixture
def owner(qtbot):
    return QObject()


@pytest.fixture
def filling(desk, team, patient, answers, owner):
    team.clock.set(NOVEMBER, time(14))
    opened = open_route(desk.office, Route("fiche", patient_id=patient.id, form_id=FORM))
    return Filling(desk.context.worker, opened, lambda: dict(answers), owner)


def drafted(desk, patient):
    desk.context.worker.drain()
    return fiches.start(desk.office, patient.id, FORM)


def test_that_what_is_typed_becomes_the_draft_of_the_fiche(filling, desk, patient, answers):
    answers |= {"jour": "2026-11-18", "alliance": "BONNE", "note_privee": "à moi"}
    filling.keeper.touch()
    filling.keeper.flush()
    found = drafted(desk, patient)
    assert (found.id, found.brouillon) == (filling.opened.fiche.id, True)
    assert (found.jour, found.answers) == (date(2026, 11, 18), answers)


def test_that_completing_saves_it_for_the_team_without_a_draft(filling, desk, patient, answers):
    made = []
    filling.completed.connect(made.append)
    answers |= LEAST
    filling.keeper.touch()
    filling.complete()
    desk.settle()
    assert [(f.result.complete, f.result.answers) for f in made] == [(True, LEAST)]
    assert [change.entity for change in made[0].changes] == [made[0].result.id]
    assert not drafted(desk, patient).brouillon


def test_that_a_refusal_is_told_and_what_is_typed_is_a_draft(filling, desk, patient, answers):
    refused = []
    filling.refused.connect(refused.append)
    answers |= {"alliance": "BONNE"}  # the rest is expected
    filling.keeper.touch()
    filling.complete()
    desk.settle()
    assert [type(error) for error in refused] == [fiches.InvalidAnswers]
    assert drafted(desk, patient).answers == {"alliance": "BONNE"}
    answers |= {"alliance": "FRAGILE"}
    filling.keeper.touch()
    filling.keeper.flush()
    assert drafted(desk, patient).answers == {"alliance": "FRAGILE"}


def test_that_a_text_the_disk_never_had_is_shown_again(filling, desk, answers, monkeypatch):
    assert not filling.as_left().fiche.answers
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=0))
    answers |= {"alliance": "BONNE"}
    filling.keeper.touch()
    filling.keeper.flush()
    desk.settle()
    left = filling.as_left()
    assert left.fiche.id == filling.opened.fiche.id
    assert left.answers["alliance"] == "BONNE"
    assert left.fiche.brouillon


def test_that_the_day_of_a_fiche_is_the_one_answered(filling):
    fiche = filling.opened.fiche
    assert day_of(fiche, {"jour": "2026-11-18"}) == date(2026, 11, 18)
    assert day_of(fiche, {"jour": "en mars"}) == NOVEMBER
    assert day_of(fiche, {}) == NOVEMBER
