"""A word of caution is always there; for whom a programme is, when asked."""

from datetime import date

import pytest

from microstructure_desktop.services.reference import load
from microstructure_desktop.ui.pages.patients.programme_about import ProgrammeAbout
from microstructure_desktop.ui.widgets.labels import Paragraph
from tests.ui import a11y

REFERENCE = load()
COVID = REFERENCE.programmes["COVID_SM"]


@pytest.fixture
def about(theme, show):
    return show(ProgrammeAbout(REFERENCE), 500, 400)


def test_that_nothing_is_said_of_no_programme(about):
    about.show_programme(None, None, date(2026, 11, 22))
    assert not about.isVisible()


def test_that_criteria_and_capacity_wait_to_be_asked(about):
    about.show_programme(COVID, date(1980, 1, 1), date(2026, 11, 22))
    assert about.caution.text() == ""
    assert a11y.problems(about) == []
    assert not about.lines.isVisible()
    about.ask_button.click()
    said = [p.text() for p in about.lines.findChildren(Paragraph) if p.isVisible()]
    assert "Moins de 18 ans" in said
    assert "Pas en même temps que\u00a0: Equip’Addict." in said
    assert any(text.startswith("10 à 25") for text in said)


def test_that_a_refusal_to_come_is_said_before(about):
    about.show_programme(COVID, date(2010, 1, 1), date(2026, 11, 22))
    assert "réservé aux personnes de 18" in about.caution.text()
