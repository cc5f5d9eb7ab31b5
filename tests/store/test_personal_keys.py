"""What a member seals is opened by their keys, present and found again, and by nobody else's."""

import pytest

from microstructure_desktop.store import boxes, personal_keys
from microstructure_desktop.store.failures import NoteSealed
from microstructure_desktop.store.keyring import MAX_CLES, Cle, Personnelle
from microstructure_desktop.store.personal_keys import PersonalKey

STORE = "0192"


def pair(seed):
    private = bytes([seed]) * 32
    return private, boxes.public_of(private)


FIRST, SECOND, SHEET = pair(1), pair(2), pair(3)


def test_that_a_key_found_again_opens_its_notes_and_seals_no_more():
    note = PersonalKey(*FIRST).seal("avant")
    key = PersonalKey(*SECOND)
    with pytest.raises(NoteSealed):
        key.open(note)
    key.take_back([FIRST])
    key.take_back([FIRST, SECOND])
    assert key.pairs == (SECOND, FIRST)
    assert key.open(note) == "avant"
    assert PersonalKey(*SECOND).open(key.seal("après")) == "après"
    assert repr(key) == "PersonalKey(…)"


def test_that_a_wiped_key_forgets_those_found_again():
    key = PersonalKey(*SECOND)
    note = PersonalKey(*FIRST).seal("avant")
    key.take_back([FIRST])
    key.wipe()
    assert not any(private for private, _ in key.pairs)
    with pytest.raises(NoteSealed):
        key.open(note)


def test_that_a_key_is_given_back_to_its_holder_in_its_cabinet_only():
    cle = personal_keys.sealed(STORE, "m1", FIRST, SHEET[1])
    assert personal_keys.opened(STORE, "m1", SHEET, [cle]) == (FIRST,)
    assert personal_keys.opened(STORE, "m2", SHEET, [cle]) == ()
    assert personal_keys.opened("0193", "m1", SHEET, [cle]) == ()
    assert personal_keys.opened(STORE, "m1", SECOND, [cle]) == ()
    assert personal_keys.opened(STORE, "m1", SHEET, [Cle(SECOND[1], cle.private)]) == ()


def test_that_a_key_that_is_not_what_it_says_is_not_taken():
    """Whoever has the store's key can seal anything to anybody."""
    lie = personal_keys.sealed(STORE, "m1", (FIRST[0], SECOND[1]), SHEET[1])
    assert personal_keys.opened(STORE, "m1", SHEET, [lie]) == ()


def test_that_a_sheet_learns_a_key_without_its_code():
    sheet = Personnelle(SHEET[1], (personal_keys.sealed(STORE, "m1", FIRST, SHEET[1]),), "")
    taught = personal_keys.learnt(STORE, "m1", sheet, SECOND)
    assert personal_keys.opened(STORE, "m1", SHEET, taught.cles) == (FIRST, SECOND)
    for _ in range(MAX_CLES):
        taught = personal_keys.learnt(STORE, "m1", taught, SECOND)
    assert len(taught.cles) == MAX_CLES
    assert personal_keys.opened(STORE, "m1", SHEET, taught.cles[:1]) == (FIRST,)
