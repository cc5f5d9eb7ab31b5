"""Months and years, one after the other, never after today's."""

from datetime import date

import pytest

from microstructure_desktop.domain.indicateurs.faits import Periode
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.ui.pages.activite.period_bar import PeriodBar
from tests.ui import a11y

TODAY = date(2026, 11, 19)


@pytest.fixture
def bar(show):
    made = show(PeriodBar(TODAY), 500, 60)
    made.asked = []
    made.changed.connect(made.asked.append)
    return made


def test_that_months_go_back_and_forth_up_to_today(bar):
    assert not bar.after_button.isEnabled()
    assert not bar.today_button.isEnabled()
    bar.before_button.click()
    bar.before_button.click()
    bar.after_button.click()
    assert bar.asked == [Periode.du_mois(Mois(2026, n)) for n in (10, 9, 10)]
    assert bar.today_button.isEnabled()
    assert a11y.problems(bar) == []
    bar.today_button.click()
    assert bar.periode() == Periode.du_mois(Mois(2026, 11))


def test_that_a_month_becomes_its_year_and_a_year_its_last_month(bar):
    bar.set_periode(Periode.du_mois(Mois(2025, 3)))
    bar.kind.part("annee").click()
    assert bar.periode() == Periode.de_l_annee(2025)
    assert bar.before_button.accessibleName() == "Année précédente"
    bar.kind.part("mois").click()
    assert bar.periode() == Periode.du_mois(Mois(2025, 12))
    bar.set_periode(Periode.de_l_annee(2026))
    bar.kind.part("mois").click()
    assert bar.periode() == Periode.du_mois(Mois(2026, 11))


def test_that_the_keyboard_is_not_left_on_a_button_that_does_nothing(bar):
    bar.before_button.click()
    bar.after_button.setFocus()
    bar.after_button.click()
    assert bar.before_button.hasFocus()
