"""Only its addressee opens what is sealed, and nothing altered is believed."""

import hashlib
import os
import random

import pyrage
import pytest
from hypothesis import given
from hypothesis import strategies as st

from microstructure_desktop.exchange import seal
from microstructure_desktop.exchange.errors import (
    BundleRefused,
    KeyUnreadable,
    NotForUs,
    SealBroken,
    WrongPassphraseOfKeys,
)
from microstructure_desktop.exchange.seal import Identity, SigningKey
from tests.exchange.keys import CABINET, DESTINATAIRES, INCONNU, LECTRICE, SECOURS

# RFC 8032, section 7.1, tests 1 and 2.
VECTORS = [
    (
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        (
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9"
            "b46bd25bf5f0595bbe24655141438e7a100b"
        ),
    ),
    (
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        (
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f1"
            "1d8c387b2eaeb4302aeeb00d291612bb0c00"
        ),
    ),
]


@pytest.mark.parametrize(("secret", "public", "message", "signature"), VECTORS)
def test_that_signatures_are_those_of_the_standard(secret, public, message, signature):
    key = SigningKey(bytes.fromhex(secret))
    assert key.public == public
    assert key.sign(bytes.fromhex(message)).hex() == signature
    assert seal.verify(public, bytes.fromhex(message), bytes.fromhex(signature))


def test_that_a_signature_is_of_one_key_and_of_one_message():
    signature = CABINET.sign(b"mars")
    assert seal.verify(CABINET.public, b"mars", signature)
    assert not seal.verify(CABINET.public, b"avril", signature)
    assert not seal.verify(SigningKey.generate().public, b"mars", signature)
    assert not seal.verify(CABINET.public, b"mars", signature[:-1])
    assert not seal.verify(CABINET.public, b"mars", b"")
    for nothing in ("", "00", "zz" * 32, "é"):
        assert not seal.verify(nothing, b"mars", signature)


def test_that_keys_are_new_each_time_and_of_one_size():
    assert SigningKey.generate() != SigningKey.generate()
    assert Identity.generate() != Identity.generate()
    for size in (0, 31, 33, 64):
        with pytest.raises(KeyUnreadable):
            SigningKey(b"\x01" * size)


def test_that_a_fingerprint_is_what_two_people_read_aloud():
    found = seal.fingerprint("00" * 32)
    # The first 128 bits of the SHA-256 of thirty-two zeros.
    assert found == "6668 7AAD F862 BD77 6C8F C18B 8E9F 8E20"
    assert found.replace(" ", "").lower() == hashlib.sha256(bytes(32)).hexdigest()[:32]
    with pytest.raises(KeyUnreadable):
        seal.fingerprint("pas une clé")


def test_that_each_addressee_opens_what_is_sealed_and_nobody_else():
    sealed = seal.encrypt(b"mars", [LECTRICE.recipient, SECOURS.recipient])
    assert seal.decrypt(sealed, [LECTRICE]) == b"mars"
    assert seal.decrypt(sealed, [SECOURS]) == b"mars"
    assert seal.decrypt(sealed, [INCONNU, SECOURS]) == b"mars"
    for others in ([INCONNU], []):
        with pytest.raises(NotForUs):
            seal.decrypt(sealed, others)
    assert seal.encrypt(b"mars", [LECTRICE.recipient]) != seal.encrypt(
        b"mars", [LECTRICE.recipient]
    )
    assert b"mars" not in sealed


def test_that_what_is_sealed_is_an_age_file_for_anybody():
    stranger = pyrage.x25519.Identity.from_str(LECTRICE.secret)
    assert pyrage.decrypt(seal.encrypt(b"mars", [LECTRICE.recipient]), [stranger]) == b"mars"
    assert seal.decrypt(pyrage.encrypt(b"avril", [stranger.to_public()]), [LECTRICE]) == b"avril"


def test_that_nothing_is_sealed_to_nobody_or_to_something_else():
    for recipients in ([], [""], ["age1"], [LECTRICE.secret], [LECTRICE.recipient, "age1x"]):
        with pytest.raises(KeyUnreadable):
            seal.encrypt(b"mars", recipients)
    assert all(map(seal.readable_recipient, DESTINATAIRES))
    assert not seal.readable_recipient(DESTINATAIRES[0].upper())
    assert not seal.readable_recipient(DESTINATAIRES[0][:-1] + "q")


def test_that_an_identity_that_is_none_says_so():
    for text in ("", "AGE-SECRET-KEY-1", DESTINATAIRES[0]):
        with pytest.raises(KeyUnreadable):
            _ = Identity(text).recipient
        with pytest.raises(KeyUnreadable):
            seal.decrypt(seal.encrypt(b"mars", DESTINATAIRES), [Identity(text)])


def test_that_two_thousand_flipped_bits_are_two_thousand_refusals():
    sealed = seal.encrypt(os.urandom(600), [LECTRICE.recipient, SECOURS.recipient])
    rng = random.Random(8785)
    for _ in range(2_000):
        altered = bytearray(sealed)
        altered[rng.randrange(len(altered))] ^= 1 << rng.randrange(8)
        with pytest.raises(BundleRefused):
            seal.decrypt(bytes(altered), [LECTRICE])


def test_that_what_is_cut_anywhere_or_continued_is_refused():
    sealed = seal.encrypt(b"mars" * 50, [LECTRICE.recipient])
    for end in range(len(sealed)):
        with pytest.raises(SealBroken):
            seal.decrypt(sealed[:end], [LECTRICE])
    with pytest.raises(SealBroken):
        seal.decrypt(sealed + b"\n", [LECTRICE])


@given(st.binary(max_size=300) | st.binary(max_size=300).map(b"age-encryption.org/v1\n".__add__))
def test_that_any_bytes_are_refused_and_never_break(data):
    with pytest.raises(BundleRefused):
        seal.decrypt(data, [LECTRICE])
    with pytest.raises((SealBroken, WrongPassphraseOfKeys)):
        seal.unlock(data, "phrase")


def test_that_a_header_without_end_is_not_read():
    """Forty thousand readers that nobody asked for: refused at once, not after half an hour."""
    sealed = seal.encrypt(b"mars", [LECTRICE.recipient])
    first, stanza, share, *_ = sealed.split(b"\n", 3)
    many = first + b"\n" + (stanza + b"\n" + share + b"\n") * 40_000 + b"--- " + b"A" * 43 + b"\n"
    for crafted in (many, many[:-48], first + b"\n-> " + b"x " * 500_000 + b"\n"):
        with pytest.raises(SealBroken):
            seal.decrypt(crafted, [LECTRICE])


def test_that_two_readers_and_what_age_adds_are_read_each_time():
    """age adds a line of its own to keep readers from assuming: never the same one."""
    for _ in range(300):
        sealed = seal.encrypt(b"mars", [LECTRICE.recipient, SECOURS.recipient])
        assert seal.decrypt(sealed, [SECOURS]) == b"mars"


def test_that_a_passphrase_locks_and_another_does_not_open():
    locked = seal.lock(b"les cles", "cheval agrafe pile")
    assert seal.unlock(locked, "cheval agrafe pile") == b"les cles"
    assert b"les cles" not in locked
    with pytest.raises(WrongPassphraseOfKeys):
        seal.unlock(locked, "cheval agrafe pil")
    with pytest.raises(BundleRefused):
        seal.decrypt(locked, [LECTRICE])


def test_that_only_a_locked_file_is_unlocked():
    with pytest.raises(SealBroken):
        seal.unlock(b"autre chose", "cheval agrafe pile")
    with pytest.raises(SealBroken):
        seal.unlock(seal.encrypt(b"mars", [LECTRICE.recipient]), "phrase")
    for end in (0, 12, 40):
        with pytest.raises(SealBroken):
            seal.unlock(seal.lock(b"cles", "phrase")[:end], "phrase")
    with pytest.raises(WrongPassphraseOfKeys):
        seal.unlock(seal.lock(b"cles", "phrase")[:-1], "phrase")


def test_that_an_accent_typed_in_two_strokes_opens():
    assert seal.unlock(seal.lock(b"cles", "\u00e9t\u00e9"), "e\u0301te\u0301") == b"cles"


def test_that_no_secret_is_in_what_is_shown():
    shown = f"{CABINET!r} {CABINET} {LECTRICE!r} {LECTRICE}"
    assert CABINET.secret.hex() not in shown
    assert repr(CABINET.secret) not in shown
    assert LECTRICE.secret not in shown
    assert "SECRET" not in shown


def test_that_what_is_for_anybody_opens_with_its_phrase_however_it_is_typed():
    sealed = seal.encrypt_for_anybody(b"dossier", "phrase de\u0301pose\u0301e chez la personne")
    assert sealed.startswith(seal.SEALED)
    assert pyrage.passphrase.decrypt(sealed, "phrase déposée chez la personne") == b"dossier"
    with pytest.raises(pyrage.DecryptError):
        pyrage.passphrase.decrypt(sealed, "phrase deposee chez la personne")
