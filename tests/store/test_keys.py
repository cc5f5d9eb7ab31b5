"""Only the right passphrase opens, and nothing in the key file can be altered without notice."""

import unicodedata
from dataclasses import replace

import pytest

from microstructure_desktop.store import keyring as document
from microstructure_desktop.store import keys
from microstructure_desktop.store.failures import (
    AccountExists,
    AccountUnknown,
    KeyringDamaged,
    NoteSealed,
    WrongPassphrase,
)
from microstructure_desktop.store.keyring import Account
from microstructure_desktop.store.keys import DatabaseKey, KdfParams

ANNE = Account("m1", "Dr Anne Lemoine", "medecin")
CLEO = Account("m2", "Cléo Morel", "psychologue")
WORDS = "été à la plage avec sept mots"


@pytest.fixture
def made(cheap, limits):
    return keys.create("Lilas", ANNE, WORDS, cheap, limits)


@pytest.fixture
def both(made, cheap, limits):
    ring, key, _ = made
    return keys.add_account(ring, key, CLEO, "autre phrase", cheap, limits=limits)


def forged(ring, **changes):
    """Change the first slot as somebody could who has the file but no key."""
    return replace(ring, slots=(replace(ring.slots[0], **changes), *ring.slots[1:]))


def test_that_each_member_opens_the_same_store(made, both, limits):
    _, key, _ = made
    assert keys.unlock(both, "m1", WORDS, limits)[0].raw == key.raw
    assert keys.unlock(both, "m2", "autre phrase", limits)[0].raw == key.raw


@pytest.mark.parametrize("typed", ["", "autre phrase", WORDS + " ", WORDS.upper()])
def test_that_another_passphrase_is_refused(both, limits, typed):
    with pytest.raises(WrongPassphrase):
        keys.unlock(both, "m1", typed, limits)


def test_that_an_accent_typed_in_two_strokes_opens(made, limits):
    apart = unicodedata.normalize("NFD", WORDS)
    assert apart != WORDS
    assert keys.unlock(made[0], "m1", apart, limits)[0].raw == made[1].raw


def test_that_somebody_without_an_account_is_refused(made, limits):
    with pytest.raises(AccountUnknown):
        keys.unlock(made[0], "m9", WORDS, limits)


def test_that_a_member_has_one_account(made, cheap, limits):
    ring, key, _ = made
    with pytest.raises(AccountExists):
        keys.add_account(ring, key, ANNE, "x", cheap, limits=limits)


def test_that_a_key_file_without_the_store_key_takes_no_new_account(made, cheap, limits):
    with pytest.raises(KeyringDamaged):
        keys.add_account(made[0], DatabaseKey.generate(), CLEO, "x", cheap, limits=limits)


def test_that_a_changed_passphrase_replaces_the_former(both, cheap, limits):
    changed = keys.change_passphrase(both, "m2", "autre phrase", "nouvelle", cheap, limits=limits)
    _, before = keys.unlock(both, "m2", "autre phrase", limits)
    _, after = keys.unlock(changed, "m2", "nouvelle", limits)
    assert after.open(before.seal("gardée")) == "gardée"
    assert changed.generation == both.generation + 1
    with pytest.raises(WrongPassphrase):
        keys.unlock(changed, "m2", "autre phrase", limits)


def test_that_a_passphrase_is_not_changed_without_the_former(both, cheap, limits):
    with pytest.raises(WrongPassphrase):
        keys.change_passphrase(both, "m2", "fausse", "nouvelle", cheap, limits=limits)


def test_that_a_colleague_can_rename_a_member_without_their_passphrase(made, both, limits):
    renamed = Account("m2", "Cléo Morel-Diop", "coordination")
    ring = keys.update_account(both, made[1], renamed)
    assert ring.accounts[1] == renamed
    assert keys.unlock(ring, "m2", "autre phrase", limits)[0].raw == made[1].raw
    with pytest.raises(AccountUnknown):
        keys.update_account(both, made[1], Account("m9", "x", "x"))


def test_that_a_suspended_account_keeps_its_key_and_cannot_be_let_in_again_by_hand(
    made, both, limits
):
    ring = keys.update_account(both, made[1], replace(CLEO, actif=False))
    assert [account.actif for account in ring.accounts] == [True, False]
    assert keys.unlock(ring, "m2", "autre phrase", limits)[0].raw == made[1].raw
    forged = replace(ring, slots=(ring.slots[0], replace(ring.slots[1], actif=True)))
    with pytest.raises(KeyringDamaged):
        keys.unlock(forged, "m2", "autre phrase", limits)
    again = keys.update_account(ring, made[1], CLEO)
    assert [account.actif for account in again.accounts] == [True, True]


def test_that_the_cabinet_can_be_renamed(made, limits):
    ring = keys.rename_cabinet(made[0], made[1], "Cabinet du Port")
    assert ring.cabinet == "Cabinet du Port"
    assert keys.unlock(ring, "m1", WORDS, limits)[0].raw == made[1].raw


def test_that_a_role_written_by_somebody_else_is_refused(both, limits):
    with pytest.raises(KeyringDamaged):
        keys.unlock(forged(both, role="coordination"), "m1", WORDS, limits)
    with pytest.raises(KeyringDamaged):
        keys.unlock(forged(both, role="coordination"), "m2", "autre phrase", limits)


@pytest.mark.parametrize(
    ("changes", "failure"),
    [
        ({"nom": "Dr Autre"}, KeyringDamaged),
        ({"salt": bytes(16)}, WrongPassphrase),
        ({"t": 2}, WrongPassphrase),
        ({"public": bytes(31) + b"\x09"}, WrongPassphrase),
    ],
)
def test_that_a_slot_written_by_somebody_else_is_refused(both, limits, changes, failure):
    with pytest.raises(failure):
        keys.unlock(forged(both, **changes), "m1", WORDS, limits)
    with pytest.raises(KeyringDamaged):
        keys.unlock(forged(both, **changes), "m2", "autre phrase", limits)


def test_that_the_store_key_is_sealed_to_one_member_one_role_and_one_store(both):
    slot = both.slots[0]
    bindings = {
        keys._binding(store, replace(slot, id=member, role=role))
        for store in ("0192", "0193")
        for member in ("m1", "m2")
        for role in ("medecin", "secretariat")
    }
    assert len(bindings) == 8


def test_that_swapped_slots_are_refused(both, limits):
    first, second = both.slots
    for name in ("private", "database"):
        swapped = forged(both, **{name: getattr(second, name)})
        with pytest.raises((KeyringDamaged, WrongPassphrase)):
            keys.unlock(swapped, first.id, WORDS, limits)


@pytest.mark.parametrize("change", [{"cabinet": "x"}, {"generation": 9}, {"mac": bytes(32)}])
def test_that_a_document_written_by_somebody_else_is_refused(both, limits, change):
    with pytest.raises(KeyringDamaged):
        keys.unlock(replace(both, **change), "m1", WORDS, limits)


def test_that_a_removed_member_is_noticed(both, limits):
    with pytest.raises(KeyringDamaged):
        keys.unlock(replace(both, slots=both.slots[:1]), "m1", WORDS, limits)


@pytest.mark.parametrize("change", [{"m": 2**30}, {"t": 10**6}, {"p": 200}, {"m": 7}])
def test_that_a_cost_out_of_bounds_is_refused_before_hashing(both, limits, change):
    # Hashing with a terabyte, or for a month, would not come back.
    with pytest.raises(KeyringDamaged):
        keys.unlock(forged(both, **change), "m1", WORDS, limits)


def test_that_the_floor_holds_unless_an_argument_lowers_it(both, cheap, made):
    with pytest.raises(KeyringDamaged):
        keys.unlock(both, "m1", WORDS)
    with pytest.raises(KeyringDamaged):
        keys.create("Lilas", ANNE, WORDS, cheap)
    with pytest.raises(KeyringDamaged):
        keys.add_account(made[0], made[1], CLEO, "x", cheap)
    assert KdfParams(64 * 1024, 3, 1) == keys.LIMITS.floor


def test_that_the_real_floor_opens():
    ring, key, _ = keys.create("Lilas", ANNE, WORDS, keys.LIMITS.floor)
    assert keys.unlock(ring, "m1", WORDS)[0].raw == key.raw


def test_that_a_key_file_survives_the_disk(both, tmp_path, limits, made):
    document.save(tmp_path, both)
    assert keys.unlock(document.load(tmp_path), "m1", WORDS, limits)[0].raw == made[1].raw


def test_that_long_names_are_cut_rather_than_lost(cheap, limits, tmp_path):
    ring, key, _ = keys.create("c" * 300, replace(ANNE, nom="n" * 300), WORDS, cheap, limits)
    document.save(tmp_path, keys.update_account(ring, key, replace(ANNE, nom="o" * 300)))
    assert len(document.load(tmp_path).accounts[0].nom) == document.MAX_TEXT


def test_that_a_personal_note_is_read_by_its_author_only(made, both, limits):
    _, anne = keys.unlock(both, "m1", WORDS, limits)
    _, cleo = keys.unlock(both, "m2", "autre phrase", limits)
    sealed = cleo.seal("Contre-transfert à reprendre")
    assert "Contre" not in sealed
    assert cleo.open(sealed) == "Contre-transfert à reprendre"
    with pytest.raises(NoteSealed):
        anne.open(sealed)


@pytest.mark.parametrize("sealed", ["AAAA", "é", "pas du base64", "A" * 200])
def test_that_a_note_that_was_not_sealed_is_refused(made, sealed):
    with pytest.raises(NoteSealed):
        made[2].open(sealed)


def test_that_an_empty_note_stays_empty(made):
    assert made[2].seal("") == ""
    assert made[2].open("") == ""


def test_that_the_same_note_is_never_sealed_twice_alike(made):
    assert made[2].seal("x") != made[2].seal("x")


def test_that_keys_do_not_show_themselves(made):
    _, key, personal = made
    assert repr(key) == "DatabaseKey(…)"
    assert repr(personal) == "PersonalKey(…)"


def test_that_a_wiped_personal_key_opens_nothing(made):
    personal = made[2]
    sealed = personal.seal("x")
    personal.wipe()
    with pytest.raises(NoteSealed):
        personal.open(sealed)


def test_that_a_wiped_key_is_of_no_use():
    key = DatabaseKey.generate()
    key.wipe()
    with pytest.raises(ValueError, match="wiped"):
        key.derive("revision")


def test_that_a_key_of_another_length_is_refused():
    with pytest.raises(KeyringDamaged):
        DatabaseKey(bytes(31))


def test_that_purposes_have_keys_of_their_own(made):
    assert made[1].derive("revision") != made[1].derive("temoin")
    assert made[1].derive("revision") == made[1].derive("revision")


@pytest.mark.parametrize("seconds", [1e-6, 0.01, 0.1, 0.2, 0.4, 0.5, 2.0, 60.0])
def test_that_calibration_stays_within_bounds_and_near_half_a_second(seconds):
    kdf = keys.calibrate(lambda _: seconds)
    keys.LIMITS.check(kdf)
    floor = keys.LIMITS.floor
    expected = seconds * (kdf.m / floor.m) * (kdf.t / floor.t)
    assert expected >= min(0.4, seconds) or kdf.t == keys.LIMITS.ceiling.t


def test_that_calibration_measures_this_computer():
    keys.LIMITS.check(keys.calibrate())
    assert keys._seconds(KdfParams(8, 1, 1)) > 0
