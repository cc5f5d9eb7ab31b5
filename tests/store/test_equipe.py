"""Members stay known once they have left: what they wrote bears their name."""

from dataclasses import replace
from datetime import date, datetime

from tests import factories as make


def test_that_a_member_who_left_is_still_listed(store):
    first, second = make.a_membre(id="a"), make.a_membre(id="b", nom="Morel")
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.equipe.save(first)
        work.equipe.save(second)
        work.equipe.save(replace(first, actif=False))
        assert work.equipe.all() == [replace(first, actif=False), second]
        assert work.equipe.get("b") == second


def test_that_an_account_was_open_between_two_of_its_revisions(store):
    """There from March 2024 to May 2025: in both years, not before nor after."""
    left = make.a_membre(id="a")
    for day, membre in ((date(2024, 3, 1), left), (date(2025, 5, 2), replace(left, actif=False))):
        with store.begin(make.AUTHOR, datetime(day.year, day.month, day.day, 12).astimezone()) as w:
            w.equipe.save(membre)
    with store.read() as work:
        years = {y: work.equipe.actifs(date(y, 1, 1), date(y, 12, 31)) for y in range(2023, 2027)}
    assert years == {2023: frozenset(), 2024: {"a"}, 2025: {"a"}, 2026: frozenset()}
