"""Conventions, keys and ways to send come back as they were given."""

from datetime import date

from microstructure_desktop.domain.canal import Reglage, TypeCanal
from microstructure_desktop.domain.echange import CleSignature, ConventionRecue
from tests import factories as make


def test_that_conventions_come_in_the_order_they_were_received(store):
    second = ConventionRecue("b", "00", "cd" * 32, 2, date(2026, 3, 1))
    first = ConventionRecue("a", "00ff", "ab" * 32, 1, date(2026, 1, 5), date(2026, 1, 6))
    with store.begin(make.AUTHOR, make.NOW) as work:
        for each in (second, first):
            work.conventions.save(each)
        assert work.conventions.all() == [first, second]


def test_that_a_key_comes_back_and_is_never_told(store):
    key = CleSignature("k", "aa" * 32, "bb" * 32, date(2026, 1, 5))
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.cles_signature.save(key)
        assert work.cles_signature.all() == [key]
    assert "aa" not in repr(key)


def test_that_a_way_to_send_can_be_taken_back(store):
    way = Reglage("c", TypeCanal.WEBDAV, "RAMIP", "https://exemple.fr/", "oliviers", "motdepasse")
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.canaux.save(way)
        assert work.canaux.all() == [way]
        work.canaux.void(way.id, "Plus utilisé")
        assert work.canaux.all() == []
    assert "motdepasse" not in repr(way)
