"""When somebody receives, on days chosen in a calendar."""

from datetime import date, time

from microstructure_desktop.domain.creneaux import Plage
from microstructure_desktop.services.horaires import Horaires, horaires
from tests.cabinet import TODAY
from tests.factories import AUTHOR, a_permanence, an_absence

from .cases import write

AFTERNOON = Plage.entre(time(14), time(17))


def test_that_a_weekly_presence_comes_back_on_its_weekday_while_it_lasts():
    thursdays = a_permanence(depuis=date(2026, 11, 12), jusqu_a=date(2026, 11, 26))
    temps = Horaires((thursdays,), ())
    days = [date(2026, 11, day) for day in (5, 12, 19, 20, 26)] + [date(2026, 12, 3)]
    assert [bool(temps.du_jour(AUTHOR, day)) for day in days] == [
        False, True, True, False, True, False,
    ]  # fmt: skip
    assert temps.du_jour(AUTHOR, TODAY) == (AFTERNOON,)
    assert temps.du_jour("somebody else", TODAY) == ()


def test_that_nobody_receives_on_a_holiday_nor_when_away():
    wednesdays = a_permanence(jour_semaine=2)
    temps = Horaires((wednesdays, a_permanence()), (an_absence(du=TODAY, au=TODAY),))
    armistice = date(2026, 11, 11)
    assert temps.du_jour(AUTHOR, armistice) == ()
    assert temps.prevues(AUTHOR, armistice) == (AFTERNOON,)
    assert temps.absent(AUTHOR, TODAY)
    assert temps.du_jour(AUTHOR, TODAY) == ()


def test_that_two_presences_of_a_day_are_in_order():
    morning = a_permanence(debut=time(9), fin=time(12))
    assert Horaires((a_permanence(), morning), ()).du_jour(AUTHOR, TODAY) == (
        Plage.entre(time(9), time(12)), AFTERNOON,
    )  # fmt: skip


def test_that_the_next_presence_skips_holidays_and_absences():
    fridays = a_permanence(jour_semaine=4)  # 25 December and 1 January are Fridays
    temps = Horaires((fridays,), (an_absence(du=date(2026, 12, 14), au=date(2026, 12, 24)),))
    assert temps.prochaine(AUTHOR, date(2026, 12, 11)) == (date(2027, 1, 8), AFTERNOON)


def test_that_nothing_is_announced_beyond_two_months():
    later = a_permanence(depuis=date(2027, 2, 4))
    assert Horaires((later,), ()).prochaine(AUTHOR, TODAY) is None
    assert Horaires((), ()).prochaine(AUTHOR, TODAY) is None


def test_that_what_is_written_is_read(team):
    membre = team.psychologue.membre.id
    kept = write(team, "permanences", a_permanence(membre=membre))
    away = write(team, "absences", an_absence(membre=membre))
    with team.psychologue.store.read() as work:
        found = horaires(work)
    assert (found.permanences, found.absences) == ((kept,), (away,))
    assert found.ecrits(membre)
    assert not found.ecrits(team.medecin.membre.id)
