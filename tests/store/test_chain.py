"""The chain says where it ends and where it breaks."""

import pytest

from microstructure_desktop.store.chain import Chain, Tip, commitment
from microstructure_desktop.store.keys import DatabaseKey
from tests import factories as make


@pytest.fixture
def saved(store):
    with store.begin(make.AUTHOR, make.NOW) as work:
        for _ in range(3):
            work.consultations.save(make.a_consultation())
    return store


def test_that_an_empty_chain_ends_at_its_start(store):
    assert store._chain.read(store._raw) == (Tip(), None)
    assert store._chain.last(store._raw) == Tip()


def test_that_reading_the_chain_finds_its_end(saved):
    assert saved._chain.read(saved._raw) == (saved._tip, None)
    assert saved._chain.last(saved._raw) == saved._tip
    assert saved._tip.seq == saved._tip.dseq == 3


def test_that_another_key_recognises_nothing(saved):
    chain = Chain(DatabaseKey.generate(), saved._chain.device)
    assert chain.read(saved._raw) == (Tip(), "chaine")


def test_that_two_devices_have_a_chain_each(saved):
    key = DatabaseKey.generate()
    here, there = Chain(key, "here"), Chain(key, "there")
    ends = {"here": (0, bytes(32)), "there": (0, bytes(32))}
    rows = []
    for seq, chain in enumerate((here, there, there, here), start=1):
        number, mac = ends[chain.device]
        fields = (f"r{seq}", "e", "k", None, None, None, "edit", "a", chain.device, number + 1)
        fields = (*fields, 0, seq, "")
        committed = commitment(b"salt", "{}")
        mac = chain.mac(mac, fields, committed)
        ends[chain.device] = number + 1, mac
        rows.append((seq, b"salt", "{}", committed, mac, *fields))
    assert here._walk(rows, set()) == (Tip(4, 2, 4, ends["here"][1], mac), None)
    assert there._walk(rows, set()) == (Tip(4, 2, 4, ends["there"][1], mac), None)
    assert here._walk(rows[1:], set())[1] == "chaine"
    assert here._walk([rows[0], rows[2]], set())[1] == "chaine"


def test_that_a_mac_covers_what_came_before_the_fields_and_the_content():
    chain = Chain(DatabaseKey(bytes(range(32))), "here")
    macs = {
        chain.mac(previous, fields, committed)
        for previous in (b"p" * 32, b"q" * 32)
        for fields in (("a", None), ("b", None))
        for committed in (b"c" * 32, b"d" * 32)
    }
    assert len(macs) == 8


def test_that_a_commitment_binds_the_salt_and_the_content():
    assert len({commitment(s, p) for s in (b"a", b"b") for p in ("x", "y")}) == 4
