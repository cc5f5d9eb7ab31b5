"""The thinning keeps what it says it keeps, and the age that matters is that of what waits."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microstructure_desktop.domain.sauvegarde import (
    ANCIENNE,
    Copie,
    Fraicheur,
    Genre,
    a_garder,
    exercice_du,
    fraicheur,
)

NOW = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)
INSTANTS = st.datetimes(datetime(2025, 9, 1), datetime(2027, 1, 31), timezones=st.just(UTC))  # noqa: DTZ001
COPIES = st.lists(
    st.builds(
        lambda le, abimee: Copie(f"{le:%Y%m%d-%H%M%S%f}", le, Genre.AUTO, abimee),
        INSTANTS,
        st.booleans(),
    ),
    max_size=60,
    unique_by=lambda c: c.nom,
)


def at(*ago, **changes):
    return [Copie(f"c{hours}", NOW - timedelta(hours=hours), **changes) for hours in ago]


def kept(copies, now=NOW):
    return sorted(c.nom for c in a_garder(copies, now))


def test_that_nothing_of_the_last_day_goes():
    assert kept(at(0, 1, 2, 3, 23)) == ["c0", "c1", "c2", "c23", "c3"]


def test_that_a_day_that_is_over_keeps_its_latest():
    assert kept(at(30, 33, 36)) == ["c30"]


def test_that_seven_days_four_weeks_and_twelve_months_stay():
    every_day = [Copie(f"j{n:03}", NOW - timedelta(days=n)) for n in range(400)]
    left = {int(c.nom[1:]) for c in a_garder(every_day, NOW)}
    days = set(range(7))  # 16 to 22 November; the 22nd is a Sunday
    weeks = {0, 7, 14, 21}
    months = {0, 22, 53, 83, 114, 145, 175, 206, 236, 267, 295, 326}  # 31 October… 31 December
    assert left == days | weeks | months


def test_that_holidays_make_nothing_disappear():
    before = [Copie(f"a{n}", NOW - timedelta(days=30 + n)) for n in range(5)]
    assert len(kept(before)) == 5


def test_that_the_latest_sound_one_stays_whatever_else_there_is():
    sound, later = at(24 * 90), at(1, 2, abimee=True)
    assert kept([*sound, *later]) == ["c1", "c2", "c2160"]


def test_that_of_the_same_second_the_last_made_stays():
    same = [
        Copie(f"c{n}" if n > 1 else "z", NOW - timedelta(days=30), numero=n) for n in (1, 10, 2)
    ]
    assert kept(same) == ["c10"]


@given(copies=COPIES)
def test_that_thinning_twice_is_thinning_once(copies):
    once = a_garder(copies, NOW)
    assert a_garder(once, NOW) == once


@given(copies=COPIES)
def test_that_the_latest_sound_and_all_of_the_future_stay(copies):
    once = a_garder(copies, NOW)
    past = [c for c in copies if c.faite_le <= NOW and not c.abimee]
    assert not past or max(past, key=lambda c: c.faite_le) in once
    assert once.issuperset(c for c in copies if c.faite_le > NOW or c.abimee)


@given(copies=COPIES)
def test_that_the_future_and_the_damaged_take_nobodys_place(copies):
    counted = [c for c in copies if c.faite_le <= NOW and not c.abimee]
    assert a_garder(copies, NOW) & set(counted) == a_garder(counted, NOW)


@pytest.mark.parametrize(
    ("derniere", "attend", "expected"),
    [
        (None, None, Fraicheur.JAMAIS),
        (timedelta(days=90), None, Fraicheur.OK),  # nothing was entered since
        (timedelta(days=90), ANCIENNE, Fraicheur.OK),
        (timedelta(days=3), ANCIENNE + timedelta(seconds=1), Fraicheur.ANCIENNE),
        (timedelta(hours=1), timedelta(days=900), Fraicheur.OK),  # an erasure was done again in it
    ],
)
def test_that_what_waits_two_days_is_an_alarm(derniere, attend, expected):
    before, since = (NOW - x if x is not None else None for x in (derniere, attend))
    assert fraicheur(before, since, NOW) is expected


def test_that_a_restoration_is_tried_every_month():
    assert exercice_du(None, NOW)
    assert not exercice_du(NOW - timedelta(days=31), NOW)
    assert exercice_du(NOW - timedelta(days=31, seconds=1), NOW)
