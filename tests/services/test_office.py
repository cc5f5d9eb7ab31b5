"""The office: its local day, and what a passphrase costs."""

from datetime import UTC, date, datetime

from microstructure_desktop.services.office import Cost, today
from microstructure_desktop.store import keys


def test_that_the_day_is_the_local_one(team):
    at = datetime(2026, 6, 30, 23, 30).astimezone()
    team.clock.set(at.date(), at.time())
    assert team.clock().tzinfo is UTC
    assert today(team.medecin) == date(2026, 6, 30)


def test_that_a_cost_given_is_the_one_taken(cheap, limits):
    cost = Cost(cheap, limits)
    assert cost.parameters() is cheap
    assert cost.bounds() is limits
    assert Cost().bounds() is keys.LIMITS
