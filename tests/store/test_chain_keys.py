"""The chains' keys are derived at first, then kept as they were."""

import pytest
from sqlcipher3 import dbapi2

from microstructure_desktop.store import chain_keys
from microstructure_desktop.store.chain_keys import ChainKeys
from microstructure_desktop.store.keys import DatabaseKey

FIRST, SECOND, THIRD = (DatabaseKey(bytes([n]) * 32) for n in (1, 2, 3))


@pytest.fixture
def meta():
    connection = dbapi2.connect(":memory:")
    connection.execute("create table meta (key text primary key, value text not null)")
    yield connection
    connection.close()


def test_that_the_first_key_gives_them(meta):
    for purpose in chain_keys.KEPT:
        assert ChainKeys(meta, FIRST).derive(purpose) == FIRST.derive(purpose)
    assert chain_keys.former_keys(meta) == ()


def test_that_they_stay_those_of_the_first_key_whatever_the_key(meta):
    chain_keys.keep(meta, FIRST)
    chain_keys.keep(meta, SECOND)
    for purpose in chain_keys.KEPT:
        assert ChainKeys(meta, THIRD).derive(purpose) == FIRST.derive(purpose)
    assert [key.raw for key in chain_keys.former_keys(meta)] == [FIRST.raw, SECOND.raw]


def test_that_earlier_keys_that_a_copy_cannot_know_are_kept_once(meta):
    chain_keys.keep(meta, FIRST, (FIRST, SECOND))
    chain_keys.keep(meta, THIRD, (SECOND,))
    assert [key.raw for key in chain_keys.former_keys(meta)] == [
        k.raw for k in (FIRST, SECOND, THIRD)
    ]


def test_that_another_purpose_follows_the_store_s_key(meta):
    chain_keys.keep(meta, FIRST)
    assert ChainKeys(meta, SECOND).derive("temoin") == SECOND.derive("temoin")


def test_that_nothing_of_them_is_shown(meta):
    chain_keys.keep(meta, FIRST)
    assert repr(ChainKeys(meta, SECOND)) == "ChainKeys(…)"
