"""What is reached in a day, in the order of hours."""

from dataclasses import replace
from datetime import time
from itertools import pairwise

from microstructure_desktop.domain.creneaux import Plage
from microstructure_desktop.ui.pages.agenda import words
from microstructure_desktop.ui.pages.agenda.stops import Genre, nearest, stops

THURSDAY = 3


def told(day):
    return [(words.hours(s.plage), s.genre) for s in day if s.genre is not Genre.VIDE]


def test_that_a_permanence_offers_what_nobody_takes(week):
    day = stops(week())[THURSDAY]
    assert told(day) == [
        ("12:30 – 13:30", Genre.REUNION),
        ("14:00 – 14:45", Genre.RENDEZ_VOUS),
        ("14:45 – 15:30", Genre.LIBRE),
        ("15:30 – 16:15", Genre.LIBRE),
        ("16:15 – 17:00", Genre.LIBRE),
    ]


def test_that_the_rest_of_the_day_is_half_hours(week):
    day = stops(week())[THURSDAY]
    empty = [words.hours(s.plage) for s in day if s.genre is Genre.VIDE]
    assert empty[:2] == ["09:00 – 09:30", "09:30 – 10:00"]
    assert empty[-2:] == ["17:00 – 17:30", "17:30 – 18:00"]
    assert "13:30 – 14:00" in empty
    whole = sorted(s.plage for s in day)
    assert all(a.fin == b.debut for a, b in pairwise(whole))


def test_that_the_whole_team_has_no_slot_of_its_own(week):
    day = stops(week(mine=False))[THURSDAY]
    assert Genre.LIBRE not in {s.genre for s in day}


def test_that_an_absence_offers_nothing(week):
    friday = stops(week())[4]
    assert {s.genre for s in friday} == {Genre.VIDE}


def test_that_two_at_once_share_the_width(week):
    day = stops(week(mine=False))[THURSDAY]
    assert [(words.hours(s.plage), s.lane, s.lanes) for s in day if s.bloc] == [
        ("12:30 – 13:30", 0, 1),
        ("14:00 – 14:45", 0, 2),
        ("14:15 – 14:45", 1, 2),
    ]


def test_that_a_lane_is_taken_again_once_it_is_free(week):
    lue = week(mine=False)
    jour = lue.jours[THURSDAY]
    first = jour.rendez_vous[0]

    def at(heure, duree):
        return replace(first, rendez_vous=replace(first.rendez_vous, heure=heure, duree=duree))

    three = (at(time(9), 120), at(time(9, 30), 30), at(time(10), 60), at(time(11), 30))
    jours = (*lue.jours[:3], replace(jour, rendez_vous=three, reunion=None), *lue.jours[4:])
    day = stops(replace(lue, jours=jours))[THURSDAY]
    assert [(s.lane, s.lanes) for s in day if s.bloc] == [(0, 2), (1, 2), (1, 2), (0, 1)]


def test_that_the_nearest_stop_holds_the_minute_or_comes_closest(week):
    day = stops(week())[THURSDAY]
    assert day[nearest(day, 14 * 60 + 20)].plage == Plage(840, 885)
    assert day[nearest(day, 6 * 60)] is day[0]
    assert day[nearest(day, 23 * 60)] is day[-1]
