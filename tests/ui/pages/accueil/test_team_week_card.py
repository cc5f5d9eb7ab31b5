"""Who receives on which day."""

from datetime import date, time

import pytest

from microstructure_desktop.services import semaine
from microstructure_desktop.ui.pages.accueil.team_week_card import TeamWeekCard
from microstructure_desktop.ui.widgets.labels import Label
from tests.factories import a_permanence, an_absence
from tests.services.cases import write
from tests.ui import a11y

MONDAY = date(2026, 11, 16)


@pytest.fixture
def card(show, team):
    made = show(TeamWeekCard(), 800, 220)

    def shown(lundi=MONDAY):
        made.show_week(semaine.semaine(team.psychologue, lundi))
        return made

    return shown


def words(cell):
    return [x.text() for x in cell.findChildren(Label)]


def test_that_each_day_says_who_is_there(card, team):
    psy = team.psychologue.membre.id
    write(team, "permanences", a_permanence(membre=psy))
    write(team, "permanences", a_permanence(membre=psy, jour_semaine=4))
    write(team, "absences", an_absence(membre=psy, du=date(2026, 11, 20), au=date(2026, 11, 20)))
    shown = card()
    assert shown.dates.text() == "16 – 20\xa0novembre"
    assert words(shown.days[3]) == ["Jeudi 19", "C. Modèle", "14:00 – 17:00"]
    assert words(shown.days[4]) == ["Vendredi 20", "C. Modèle", "absence"]
    assert [bool(c.property("chosen")) for c in shown.days] == [
        False, False, False, True, False,
    ]  # fmt: skip
    assert not shown._none.isVisible()
    assert a11y.problems(shown) == []


def test_that_saturday_is_there_when_somebody_is(card, team):
    write(
        team,
        "permanences",
        a_permanence(membre=team.medecin.membre.id, jour_semaine=5, debut=time(9), fin=time(12)),
    )
    assert words(card().days[5])[0] == "Samedi 21"


def test_that_a_holiday_is_named(card, team):
    write(team, "permanences", a_permanence(membre=team.psychologue.membre.id, jour_semaine=4))
    assert words(card(date(2026, 12, 21)).days[4]) == ["Vendredi 25", "Noël"]


def test_that_nothing_written_is_said(card):
    assert card()._none.isVisible()


def test_that_other_weeks_are_asked_for(qtbot, card):
    shown = card()
    with qtbot.waitSignal(shown.week_asked) as asked:
        shown.after_button.click()
    assert asked.args == [date(2026, 11, 23)]
    with qtbot.waitSignal(shown.week_asked) as asked:
        shown.before_button.click()
    assert asked.args == [date(2026, 11, 9)]
