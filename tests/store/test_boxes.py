"""A box opens for its holder, for its purpose, and whole; for nothing else."""

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from microstructure_desktop.store import boxes


@pytest.fixture
def pair():
    key = X25519PrivateKey.generate()
    return key.private_bytes_raw(), key.public_key().public_bytes_raw()


def test_that_the_holder_opens_what_was_sealed(pair):
    box = boxes.seal(pair[1], b"une cle", "coffre")
    assert boxes.unseal(*pair, box, "coffre") == b"une cle"
    assert b"une cle" not in box
    assert len(box) == len(b"une cle") + 60  # a public key 32, a nonce 12, a tag 16


def test_that_another_purpose_another_holder_or_another_byte_opens_nothing(pair):
    box = boxes.seal(pair[1], b"une cle", "coffre")
    other = X25519PrivateKey.generate()
    theirs = other.private_bytes_raw(), other.public_key().public_bytes_raw()
    assert boxes.unseal(*pair, box, "note") is None
    assert boxes.unseal(*theirs, box, "coffre") is None
    assert boxes.unseal(*pair, box[:-1] + bytes([box[-1] ^ 1]), "coffre") is None
    assert boxes.unseal(*pair, b"court", "coffre") is None


def test_that_the_same_content_is_never_sealed_twice_the_same(pair):
    assert boxes.seal(pair[1], b"une cle", "coffre") != boxes.seal(pair[1], b"une cle", "coffre")


def test_that_the_public_half_follows_from_the_private_one(pair):
    assert boxes.public_of(pair[0]) == pair[1]
