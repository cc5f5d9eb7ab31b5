"""Permanences and absences are asked for in a few fields."""

from datetime import date, time

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services.permanences import AbsenceSaisie, PermanenceSaisie
from microstructure_desktop.ui.pages.agenda.times_forms import AbsenceForm, PermanenceForm
from tests.ui import a11y


@pytest.fixture
def desk(desks):
    return desks(Role.PSYCHOLOGUE)


@pytest.fixture
def psy(team):
    return team.psychologue.membre


@pytest.fixture
def permanence(show, desk, psy, team):
    made = show(PermanenceForm(desk.context), 340, 320)
    made.set_members((team.medecin.membre, psy))
    return made


@pytest.fixture
def absence(show, desk, psy):
    made = show(AbsenceForm(desk.context), 340, 320)
    made.set_members((psy,))
    return made


def test_that_a_weekly_presence_is_typed_in_three_fields(qtbot, permanence, psy, taper):
    assert a11y.problems(permanence) == []
    taper(permanence.day, "jeudi")
    taper(permanence.start, "14h")
    taper(permanence.end, "17h")
    with qtbot.waitSignal(permanence.asked) as asked:
        permanence.save_button.click()
    assert asked.args == [
        PermanenceSaisie(psy.id, time(14), time(17), date(2026, 11, 26), unique=False)
    ]
    permanence.clear()
    assert permanence.day.text() == permanence.start.text() == permanence.end.text() == ""


def test_that_once_is_once(qtbot, permanence, taper):
    permanence.rhythm.set_value("jour")
    for field, text in ((permanence.day, "24/11"), (permanence.start, "9"), (permanence.end, "11")):
        taper(field, text)
    with qtbot.waitSignal(permanence.asked) as asked:
        permanence.end.returnPressed.emit()
    assert asked.args[0].unique


def test_that_what_is_missing_is_said_and_nothing_asked(qtbot, permanence):
    with qtbot.assertNotEmitted(permanence.asked):
        permanence.save_button.click()
    wrong = [name for name, field in permanence.fields.items() if field.error_text]
    assert wrong == ["depuis", "debut", "fin"]
    assert permanence.focusWidget() is permanence.day


def test_that_one_day_is_the_first_and_the_last(qtbot, absence, psy):
    assert a11y.problems(absence) == []
    absence.first.set_typed("24/12")
    assert absence.last.value() == date(2026, 12, 24)
    absence.first.set_typed("21/12")
    assert absence.last.value() == date(2026, 12, 24)
    absence.reason.set_value("CONGES")
    with qtbot.waitSignal(absence.asked) as asked:
        absence.save_button.click()
    days = date(2026, 12, 21), date(2026, 12, 24)
    assert asked.args == [AbsenceSaisie(psy.id, *days, "CONGES")]
    absence.clear()
    assert absence.first.text() == ""


def test_that_an_absence_without_days_is_refused(qtbot, absence):
    with qtbot.assertNotEmitted(absence.asked):
        absence.save_button.click()
    assert [n for n, f in absence.fields.items() if f.error_text] == ["du", "au"]


def test_that_one_professional_alone_is_not_asked_about(absence, permanence, psy):
    assert not absence.fields["membre"].isVisible()
    assert permanence.fields["membre"].isVisible()
    assert permanence.membre() == absence.membre() == psy.id
