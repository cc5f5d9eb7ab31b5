"""The key file is read whole and untouched, or refused."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microstructure_desktop.store import keyring
from microstructure_desktop.store.failures import (
    KeyringDamaged,
    KeyringFormer,
    KeyringMissing,
    KeyringTooNew,
)
from microstructure_desktop.store.keyring import (
    Account,
    Cle,
    Keyring,
    Personnelle,
    Secours,
    Slot,
)

SLOT = Slot("m1", "Dr Zoé", "medecin", 8, 1, 1, bytes(16), bytes(32), bytes(60), bytes(92))
RING = Keyring("0192", "Cabinet des Lilas", 1, (SLOT,), bytes(32))

CLE = Cle(bytes(32), bytes(92))
OWNED = replace(
    RING,
    slots=(replace(SLOT, anciennes=(CLE,), feuilles=(Personnelle(bytes(32), (CLE,), "2026"),)),),
)

texts = st.text(max_size=keyring.MAX_TEXT)
counts = st.integers(1, keyring.MAX_COUNT - 1)
cles = st.builds(
    Cle,
    public=st.binary(min_size=32, max_size=32),
    private=st.binary(min_size=92, max_size=92),
)
owned = st.builds(
    Personnelle,
    public=st.binary(min_size=32, max_size=32),
    cles=st.lists(cles, min_size=1, max_size=2).map(tuple),
    le=texts,
    prouvee=texts,
    utilisee=texts,
)
slots = st.builds(
    Slot,
    id=texts,
    nom=texts,
    role=texts,
    m=counts,
    t=counts,
    p=counts,
    **{name: st.binary(min_size=n, max_size=n) for name, n in keyring.SIZES.items()},
    actif=st.booleans(),
    anciennes=st.lists(cles, max_size=2).map(tuple),
    feuilles=st.lists(owned, max_size=keyring.MAX_SECOURS).map(tuple),
)
sheets = st.builds(
    Secours,
    public=st.binary(min_size=32, max_size=32),
    database=st.binary(min_size=92, max_size=92),
    le=texts,
    par=texts,
    prouvee=texts,
    utilisee=texts,
)
rings = st.builds(
    Keyring,
    store_id=texts,
    cabinet=texts,
    generation=counts,
    slots=st.lists(slots, min_size=1, max_size=4, unique_by=lambda s: s.id).map(tuple),
    mac=st.binary(min_size=32, max_size=32),
    secours=st.lists(sheets, max_size=keyring.MAX_SECOURS).map(tuple),
)


def resealed(ring=RING, **changes):
    """A key file whose sum is right but whose content is not."""
    import hashlib

    document = json.loads(keyring.dumps(ring))
    del document["controle"]
    document.update(changes)
    text = keyring._canonical(document)
    return keyring._canonical({**document, "controle": hashlib.sha256(text).hexdigest()})


@given(rings)
def test_that_every_key_file_comes_back_as_it_was_written(ring):
    assert keyring.loads(keyring.dumps(ring)) == ring


@pytest.mark.parametrize("own", [False, True], ids=["sans", "avec feuille personnelle"])
def test_that_any_changed_byte_is_refused(own, record_property):
    content = keyring.dumps(OWNED if own else RING)
    for index in range(len(content)):
        for mask in (0x01, 0x20):
            changed = bytearray(content)
            changed[index] ^= mask
            with pytest.raises(KeyringDamaged):
                keyring.loads(bytes(changed))
    record_property("promesse", "P2")
    record_property("mesure", "trousseau modifié à chaque octet : toujours refusé")


def test_that_it_is_known_when_the_former_generation_stands_in(tmp_path):
    keyring.supersede(tmp_path, RING)
    assert keyring.doubt(tmp_path) is None
    path = tmp_path / keyring.NAME
    content = path.read_bytes()
    path.write_bytes(content[:-1])
    assert keyring.load(tmp_path) == RING
    assert isinstance(keyring.doubt(tmp_path), KeyringFormer)
    path.unlink()
    assert isinstance(keyring.doubt(tmp_path), KeyringFormer)
    path.write_bytes(resealed(format=keyring.OWN + 1))
    assert keyring.doubt(tmp_path) is None  # `load` says what to do, and reads nothing else


def test_that_any_cut_is_refused(record_property):
    content = keyring.dumps(RING)
    for length in range(len(content)):
        with pytest.raises(KeyringDamaged):
            keyring.loads(content[:length])
    record_property("promesse", "P2")
    record_property("mesure", "trousseau coupé après chaque octet : toujours refusé")


@given(st.binary())
def test_that_no_content_at_all_can_crash_the_reader(content):
    with pytest.raises(KeyringDamaged):
        keyring.loads(content)


@pytest.mark.parametrize(
    "content",
    [
        b"[]",
        b"null",
        b"[" * 60_000,
        b"9" * 10_000,
        b" " * (keyring.MAX_BYTES + 1),
        keyring.dumps(RING) + b"\n",
    ],
)
def test_that_a_hostile_document_is_refused(content):
    with pytest.raises(KeyringDamaged):
        keyring.loads(content)


@pytest.mark.parametrize(
    "changes",
    [
        {"slots": []},
        {"slots": {}},
        {"slots": [7]},
        {"slots": [{}]},
        {"generation": 0},
        {"generation": True},
        {"generation": "1"},
        {"generation": 2**60},
        {"cabinet": None},
        {"cabinet": "x" * 201},
        {"mac": "AAAA"},
        {"mac": "*" * 44},
        {"mac": 5},
        {"format": "1"},
        {"format": None},
        {"surprise": 1},
    ],
)
def test_that_a_field_of_another_shape_is_refused_even_with_a_right_sum(changes):
    with pytest.raises(KeyringDamaged):
        keyring.loads(resealed(**changes))


def test_that_bytes_are_spelled_in_one_way_only():
    """The last letter of a base64 text holds bits that say nothing."""
    written = json.loads(keyring.dumps(RING))["mac"]
    assert written.endswith("AAA=")
    with pytest.raises(KeyringDamaged):
        keyring.loads(resealed(mac=written.removesuffix("A=") + "B="))


def test_that_two_slots_of_one_member_are_refused():
    with pytest.raises(KeyringDamaged):
        keyring.loads(keyring.dumps(replace(RING, slots=(SLOT, SLOT))))


def test_that_a_newer_format_is_said_to_be_newer():
    with pytest.raises(KeyringTooNew):
        keyring.loads(resealed(format=5))


def test_that_a_file_is_of_the_new_format_only_while_somebody_is_suspended():
    """An older program would let them in: it must say that it is older."""
    away = replace(RING, slots=(SLOT, replace(SLOT, id="m2", actif=False)))
    assert json.loads(keyring.dumps(RING))["format"] == 1
    assert b"actif" not in keyring.dumps(RING)
    assert json.loads(keyring.dumps(away))["format"] == 2
    assert keyring.loads(keyring.dumps(away)) == away
    for ring, other in ((RING, 2), (away, 1)):
        with pytest.raises(KeyringDamaged):
            keyring.loads(resealed(ring, format=other))


def test_that_an_account_is_said_to_be_suspended_in_one_way_only():
    slot = json.loads(keyring.dumps(RING))["slots"][0]
    for said in (True, 0, None, "non"):
        with pytest.raises(KeyringDamaged):
            keyring.loads(resealed(slots=[{**slot, "actif": said}]))


SHEET = Secours(bytes(32), bytes(92), "2026-11-22", "m1")


def test_that_a_recovery_sheet_makes_a_file_of_its_own_format():
    rescued = replace(RING, secours=(SHEET,))
    assert json.loads(keyring.dumps(rescued))["format"] == 3
    assert keyring.loads(keyring.dumps(rescued)) == rescued
    assert b"secours" not in keyring.dumps(RING)


@pytest.mark.parametrize("sheets", [[], None, {}, [1], [{}], "x"])
def test_that_a_recovery_sheet_of_another_shape_is_refused(sheets):
    with pytest.raises(KeyringDamaged):
        keyring.loads(resealed(secours=sheets, format=3))


def test_that_three_recovery_sheets_are_refused():
    with pytest.raises(KeyringDamaged):
        keyring.loads(keyring.dumps(replace(RING, secours=(SHEET,) * 3)))


def test_that_an_own_sheet_makes_a_file_of_its_own_format():
    """An older program would drop it without a word: it says that the file is newer instead."""
    assert json.loads(keyring.dumps(OWNED))["format"] == 4
    assert keyring.loads(keyring.dumps(OWNED)) == OWNED
    found_again = replace(RING, slots=(replace(SLOT, anciennes=(CLE,)),))
    assert json.loads(keyring.dumps(found_again))["format"] == 4
    for name in (b"feuilles", b"anciennes"):
        assert name not in keyring.dumps(RING)
    with pytest.raises(KeyringDamaged):
        keyring.loads(resealed(OWNED, format=1))


@pytest.mark.parametrize(
    "own",
    [
        {"feuilles": []},
        {"anciennes": []},
        {"feuilles": {}},
        {"feuilles": [{}]},
        {"anciennes": [1]},
        {"anciennes": [{"public": "AAAA", "private": "AAAA"}]},
        {"anciennes": json.loads(keyring.dumps(OWNED))["slots"][0]["anciennes"] * 65},
        {"feuilles": json.loads(keyring.dumps(OWNED))["slots"][0]["feuilles"] * 3},
        {"feuilles": [{**json.loads(keyring.dumps(OWNED))["slots"][0]["feuilles"][0], "cles": []}]},
    ],
)
def test_that_an_own_sheet_of_another_shape_is_refused(own):
    slot = json.loads(keyring.dumps(OWNED))["slots"][0]
    with pytest.raises(KeyringDamaged):
        keyring.loads(resealed(OWNED, slots=[{**slot, **own}]))


def test_that_the_unlock_page_learns_who_has_an_account():
    assert RING.accounts == (Account("m1", "Dr Zoé", "medecin"),)
    assert RING.slot("m1") is SLOT
    assert RING.slot("m2") is None


def test_that_a_saved_key_file_is_loaded(tmp_path):
    keyring.save(tmp_path, RING)
    assert keyring.load(tmp_path) == RING


def test_that_a_cabinet_exists_once_it_has_a_key_file_even_lost(tmp_path):
    assert not keyring.exists(tmp_path)
    keyring.save(tmp_path, RING)
    assert keyring.exists(tmp_path)
    keyring.save(tmp_path, RING)
    (tmp_path / keyring.NAME).unlink()
    assert keyring.exists(tmp_path)


def test_that_an_absent_key_file_is_said_to_be_absent(tmp_path):
    with pytest.raises(KeyringMissing):
        keyring.load(tmp_path)


@pytest.mark.parametrize("damage", [lambda p: p.unlink(), lambda p: p.write_bytes(b"{")])
def test_that_the_former_generation_opens_when_the_file_is_lost(tmp_path, damage):
    keyring.save(tmp_path, RING)
    keyring.save(tmp_path, replace(RING, generation=2))
    damage(tmp_path / keyring.NAME)
    assert keyring.load(tmp_path) == RING


def test_that_two_damaged_generations_are_refused(tmp_path):
    keyring.save(tmp_path, RING)
    keyring.save(tmp_path, RING)
    for name in (keyring.NAME, keyring.NAME + ".prec"):
        (tmp_path / name).write_bytes(b"{}")
    with pytest.raises(KeyringDamaged):
        keyring.load(tmp_path)


def test_that_a_key_file_that_could_not_be_read_again_is_not_saved(tmp_path):
    keyring.save(tmp_path, RING)
    with pytest.raises(KeyringDamaged):
        keyring.save(tmp_path, replace(RING, cabinet="x" * 201))
    assert keyring.load(tmp_path) == RING


def test_that_the_signed_part_leaves_only_the_signature_out():
    assert keyring.signed_part(RING) == keyring.signed_part(replace(RING, mac=bytes(range(32))))
    assert keyring.signed_part(RING) != keyring.signed_part(replace(RING, generation=2))


def test_that_reading_a_key_file_needs_no_cryptography():
    import subprocess
    import sys

    code = """if True:
        import sys
        from microstructure_desktop.store import keyring, keys
        heavy = {"cryptography", "argon2", "sqlalchemy", "msgspec", "sqlcipher3"}
        print(sorted(heavy & set(sys.modules)))
    """
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
