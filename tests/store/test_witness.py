"""The witness is believed only when it is whole and ours."""

import hmac
import json
import os

import pytest

from microstructure_desktop.store.acces_chain import Head
from microstructure_desktop.store.chain import Tip
from microstructure_desktop.store.keys import DatabaseKey
from microstructure_desktop.store.witness import NAME, SIZE, Confirmed, Witness

TIP = Tip(7, 7, 99, bytes(range(32)), bytes(range(32)))
LOG = Head(12, bytes(range(32, 64)))


@pytest.fixture
def key():
    return DatabaseKey.generate()


@pytest.fixture
def witness(tmp_path, key):
    witness = Witness(tmp_path, key, "0192")
    witness.start(TIP, LOG, checked=739_000)
    yield witness
    witness.close()


def test_that_it_tells_what_was_confirmed_last(witness, tmp_path, key):
    assert witness.read() == Confirmed(7, TIP.mac, 739_000, LOG)
    witness.write(Tip(123_456_789, 8, 100, bytes(32)), Head(13, bytes(32)))
    later = Confirmed(123_456_789, bytes(32), 739_000, Head(13, bytes(32)))
    assert Witness(tmp_path, key, "0192").read() == later


def test_that_a_witness_from_before_the_access_log_is_believed(witness, tmp_path, key):
    sealed = hmac.digest(key.derive("temoin"), f"0192 7 {TIP.mac.hex()} 739000".encode(), "sha256")
    old = {"seq": 7, "mac": TIP.mac.hex(), "verifie": 739_000, "sceau": sealed.hex()}
    (tmp_path / NAME).write_text(json.dumps(old))
    assert witness.read() == Confirmed(7, TIP.mac, 739_000, Head())


def test_that_nobody_takes_the_access_log_out_of_what_it_says(witness, tmp_path):
    said = json.loads((tmp_path / NAME).read_bytes())
    del said["acces"], said["acces_mac"]
    (tmp_path / NAME).write_text(json.dumps(said))
    assert witness.read() is None


def test_that_a_shorter_statement_leaves_nothing_of_a_longer_one(witness, tmp_path):
    witness.write(Tip(10**15, 1, 1, bytes(32)), Head(10**15, bytes(32)))
    witness.write(Tip(1, 1, 1, bytes(32)), Head())
    content = (tmp_path / NAME).read_bytes()
    assert len(content) == SIZE
    assert content.rstrip().endswith(b"}")


def test_that_any_changed_byte_makes_it_unbelievable(witness, tmp_path):
    content = (tmp_path / NAME).read_bytes().rstrip()
    for index in range(len(content)):
        damaged = bytearray(content)
        damaged[index] ^= 0x02
        (tmp_path / NAME).write_bytes(damaged)
        assert witness.read() is None


def test_that_another_store_or_key_does_not_believe_it(witness, tmp_path, key):
    assert Witness(tmp_path, key, "another").read() is None
    assert Witness(tmp_path, DatabaseKey.generate(), "0192").read() is None


@pytest.mark.parametrize("name", ["seq", "verifie", "acces"])
def test_that_a_number_without_end_makes_it_unbelievable(name, witness, tmp_path):
    said = json.loads((tmp_path / NAME).read_bytes())
    (tmp_path / NAME).write_text(json.dumps({**said, name: float("inf")}))
    assert witness.read() is None


def test_that_an_absent_witness_says_nothing(tmp_path, key):
    assert Witness(tmp_path, key, "0192").read() is None


def test_that_a_witness_that_cannot_be_written_does_not_undo_the_save(witness, caplog):
    os.close(witness._descriptor)
    witness.write(TIP, LOG)
    assert "witness not written" in caplog.text
    witness._descriptor = -1


def test_that_closing_twice_is_harmless(witness):
    witness.close()
    witness.close()
    assert witness._descriptor == -1
