"""A sheet opens the store, not the notes; and a change of key leaves out one person only."""

from dataclasses import replace

import pytest

from microstructure_desktop.domain.ids import MembreId
from microstructure_desktop.store import keyring, keys, rescue
from microstructure_desktop.store.failures import (
    AccountUnknown,
    KeyringDamaged,
    NoteSealed,
    WrongPassphrase,
    WrongRecoveryCode,
)
from microstructure_desktop.store.keyring import Account
from microstructure_desktop.store.keys import DatabaseKey

M1, M2 = MembreId("m1"), MembreId("m2")
WORDS, OTHER = "sept mots de la premiere", "sept mots de la seconde"
LE = "2026-11-22"
CODE = bytes(range(20))


@pytest.fixture
def made(cheap, limits):
    ring, key, personal = keys.create(
        "Les Lilas", Account(M1, "Dr Un", "medecin"), WORDS, cheap, limits
    )
    second = Account(M2, "Mme Deux", "psychologue")
    return keys.add_account(ring, key, second, OTHER, cheap, limits=limits), key, personal


def read_again(ring):
    return keyring.loads(keyring.dumps(ring))


def test_that_a_sheet_opens_the_store_and_survives_the_file(made):
    ring, key, _ = made
    with_sheet = read_again(rescue.add_sheet(ring, key, CODE, LE, M1))
    assert with_sheet.format == 3
    assert keys.unlock_with_code(with_sheet, CODE).raw == key.raw
    with pytest.raises(WrongRecoveryCode):
        keys.unlock_with_code(with_sheet, bytes(20))
    with pytest.raises(WrongRecoveryCode):
        keys.unlock_with_code(ring, CODE)


def test_that_a_file_without_a_sheet_stays_as_it_always_was(made):
    assert read_again(made[0]).format == 1
    assert b"secours" not in keyring.dumps(made[0])


def test_that_the_former_sheet_opens_until_the_new_one_is_proved(made):
    ring, key, _ = made
    first, second, third = CODE, bytes(20), bytes(19) + b"\x01"
    ring = rescue.prove_sheet(rescue.add_sheet(ring, key, first, LE, M1), key, first, LE)
    for code in (second, third):
        ring = rescue.add_sheet(ring, key, code, "2026-12-01", M2)
    assert keys.unlock_with_code(ring, first).raw == keys.unlock_with_code(ring, third).raw
    with pytest.raises(WrongRecoveryCode):  # never proved, and replaced
        keys.unlock_with_code(ring, second)
    ring = read_again(rescue.prove_sheet(ring, key, third, "2026-12-02"))
    assert [(s.le, s.prouvee, s.par) for s in ring.secours] == [("2026-12-01", "2026-12-02", M2)]
    with pytest.raises(WrongRecoveryCode):
        keys.unlock_with_code(ring, first)


def test_that_a_used_sheet_is_marked_and_still_opens(made):
    ring, key, _ = made
    ring = rescue.use_sheet(rescue.add_sheet(ring, key, CODE, LE, M1), key, CODE, "2026-12-24")
    assert ring.secours[0].utilisee == "2026-12-24"
    assert keys.unlock_with_code(ring, CODE).raw == key.raw
    for act in (rescue.use_sheet, rescue.prove_sheet):
        with pytest.raises(WrongRecoveryCode):
            act(ring, key, bytes(20), LE)


def test_that_a_sheet_written_by_somebody_without_the_key_is_refused(made):
    ring, key, _ = made
    forged = replace(rescue.add_sheet(ring, key, CODE, LE, M1), mac=ring.mac)
    with pytest.raises(KeyringDamaged):
        keys.unlock_with_code(forged, CODE)
    with pytest.raises(KeyringDamaged):
        rescue.add_sheet(ring, DatabaseKey.generate(), CODE, LE, M1)


def test_that_a_new_passphrase_opens_the_store_and_not_the_former_notes(made, cheap, limits):
    ring, key, personal = made
    note = personal.seal("pour moi")
    ring = read_again(keys.reset_account(ring, key, M1, "une autre phrase", cheap, limits=limits))
    opened, renewed = keys.unlock(ring, M1, "une autre phrase", limits)
    assert opened.raw == key.raw
    with pytest.raises(NoteSealed):
        renewed.open(note)
    with pytest.raises(WrongPassphrase):
        keys.unlock(ring, M1, WORDS, limits)
    assert keys.unlock(ring, M2, OTHER, limits)[0].raw == key.raw
    assert ring.accounts == made[0].accounts


def test_that_a_change_of_key_leaves_one_person_out(made, limits):
    ring, key, personal = made
    note = personal.seal("pour moi")
    ring = rescue.add_sheet(ring, key, CODE, LE, M1)
    new = DatabaseKey.generate()
    changed = read_again(rescue.change_key(ring, key, new, without={M2}, sheets=ring.secours))
    opened, same = keys.unlock(changed, M1, WORDS, limits)
    assert opened.raw == new.raw != key.raw
    assert same.open(note) == "pour moi"
    assert keys.unlock_with_code(changed, CODE).raw == new.raw
    with pytest.raises(AccountUnknown):
        keys.unlock(changed, M2, OTHER, limits)
    with pytest.raises(KeyringDamaged):
        keys.verify(changed, key)


def test_that_a_sheet_that_was_seen_does_not_open_the_new_key(made):
    ring, key, _ = made
    ring = rescue.add_sheet(ring, key, CODE, LE, M1)
    changed = rescue.change_key(ring, key, DatabaseKey.generate(), without={M2}, sheets=())
    with pytest.raises(WrongRecoveryCode):
        keys.unlock_with_code(changed, CODE)
