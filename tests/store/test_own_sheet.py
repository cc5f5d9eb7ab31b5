"""An own sheet opens one member's notes, whatever became of their passphrases, and nothing else."""

import pytest

from microstructure_desktop.domain.ids import MembreId
from microstructure_desktop.store import keyring, keys, own_sheet, rescue
from microstructure_desktop.store.failures import (
    AccountReset,
    AccountUnknown,
    FormerNotesSealed,
    KeyringDamaged,
    NoteSealed,
    SheetIsPersonal,
    SheetOfCabinet,
    WrongOwnCode,
)
from microstructure_desktop.store.keyring import Account
from microstructure_desktop.store.keys import DatabaseKey

M1, M2 = MembreId("m1"), MembreId("m2")
WORDS, OTHER = "sept mots de la premiere", "sept mots de la seconde"
LE, LATER = "2026-11-22", "2026-12-01"
CODE, CABINET = bytes(range(20)), bytes(range(20, 40))


@pytest.fixture
def made(cheap, limits):
    ring, key, personal = keys.create(
        "Les Lilas", Account(M1, "Mme Une", "psychologue"), WORDS, cheap, limits
    )
    second = Account(M2, "Dr Deux", "medecin")
    return keys.add_account(ring, key, second, OTHER, cheap, limits=limits), key, personal


@pytest.fixture
def reset(cheap, limits):
    """Another passphrase, as a colleague gives one; what it opens."""

    def act(ring, key, words):
        changed = read_again(keys.reset_account(ring, key, M1, words, cheap, limits=limits))
        return changed, keys.unlock(changed, M1, words, limits)[1]

    return act


def read_again(ring):
    return keyring.loads(keyring.dumps(ring))


def used(ring, key, personal, code=CODE):
    changed, found = own_sheet.use(ring, key, M1, personal, code, LATER)
    personal.take_back(found)
    return read_again(changed)


def test_that_notes_of_every_time_are_read_after_two_lost_passphrases(made, reset, limits):
    ring, key, personal = made
    ring = read_again(own_sheet.add(ring, key, M1, personal, CODE, LE))
    assert ring.format == 4
    notes = [personal.seal("un")]
    ring, personal = reset(ring, key, "une deuxieme phrase")
    notes.append(personal.seal("deux"))
    ring, personal = reset(ring, key, "une troisieme phrase")
    notes.append(personal.seal("trois"))
    with pytest.raises(NoteSealed):
        personal.open(notes[0])
    assert own_sheet.closed(ring.slot(M1), personal)
    ring = used(ring, key, personal)
    assert not own_sheet.closed(ring.slot(M1), personal)
    assert ring.slot(M1).feuilles[0].utilisee == LATER
    _, again = keys.unlock(ring, M1, "une troisieme phrase", limits)
    for opened in (personal, again):
        assert [opened.open(note) for note in notes] == ["un", "deux", "trois"]
    assert used(ring, key, again).slot(M1).anciennes == ring.slot(M1).anciennes
    ring, personal = reset(ring, key, "une quatrieme phrase")
    used(ring, key, personal)
    assert [personal.open(note) for note in notes] == ["un", "deux", "trois"]


def test_that_it_goes_with_its_account(made, cheap, limits):
    """The own passphrase, the name, the cabinet's key: none takes it away; leaving does."""
    ring, key, personal = made
    ring = own_sheet.add(ring, key, M1, personal, CODE, LE)
    ring = keys.change_passphrase(ring, M1, WORDS, "une autre phrase", cheap, limits=limits)
    ring = keys.update_account(ring, key, Account(M1, "Mme Une-Deux", "psychologue"))
    new = DatabaseKey.generate()
    kept = read_again(rescue.change_key(ring, key, new, without={M2}, sheets=()))
    _, opened = keys.unlock(kept, M1, "une autre phrase", limits)
    _, found = own_sheet.use(kept, new, M1, opened, CODE, LATER)
    assert found == (personal.pair,)
    gone = read_again(rescue.change_key(ring, key, new, without={M1}, sheets=()))
    assert gone.format == 1
    assert b"feuilles" not in keyring.dumps(gone)


def test_that_neither_sheet_opens_what_the_other_does(made):
    ring, key, personal = made
    ring = rescue.add_sheet(ring, key, CABINET, LE, M2)
    ring = own_sheet.add(ring, key, M1, personal, CODE, LE)
    with pytest.raises(SheetIsPersonal):
        keys.unlock_with_code(ring, CODE)
    with pytest.raises(SheetOfCabinet):
        own_sheet.use(ring, key, M1, personal, CABINET, LE)
    with pytest.raises(WrongOwnCode):
        own_sheet.prove(ring, key, M1, bytes(20), LE)
    same = own_sheet.add(ring, key, M1, personal, CABINET, LE)  # the same signs, drawn twice
    assert same.slot(M1).feuilles[-1].public != same.secours[0].public


def test_that_the_former_one_opens_until_the_new_one_is_proved(made, reset):
    ring, key, personal = made
    first, second, third = CODE, bytes(20), bytes(19) + b"\x01"
    ring = own_sheet.prove(own_sheet.add(ring, key, M1, personal, first, LE), key, M1, first, LE)
    for code in (second, third):
        ring = own_sheet.add(ring, key, M1, personal, code, LATER)
    changed, present = reset(ring, key, "une deuxieme phrase")
    for code in (first, third):
        assert own_sheet.use(changed, key, M1, present, code, LATER)[1][0] == personal.pair
    with pytest.raises(WrongOwnCode):  # never proved, and replaced
        own_sheet.use(changed, key, M1, present, second, LATER)
    ring = read_again(own_sheet.prove(ring, key, M1, third, LATER))
    assert [(s.le, s.prouvee) for s in ring.slot(M1).feuilles] == [(LATER, LATER)]
    with pytest.raises(WrongOwnCode):
        own_sheet.use(ring, key, M1, personal, first, LATER)


def test_that_no_new_sheet_replaces_one_that_opens_more(made, reset):
    ring, key, personal = made
    ring, present = reset(
        own_sheet.add(ring, key, M1, personal, CODE, LE), key, "une deuxieme phrase"
    )
    with pytest.raises(FormerNotesSealed):
        own_sheet.add(ring, key, M1, present, bytes(20), LE)
    own_sheet.add(own_sheet.withdraw(ring, key, M1), key, M1, present, bytes(20), LE)


def test_that_a_new_sheet_opens_the_notes_that_the_former_one_gave_back(made, reset):
    ring, key, personal = made
    ring, present = reset(
        own_sheet.add(ring, key, M1, personal, CODE, LE), key, "une deuxieme phrase"
    )
    ring = used(ring, key, present)
    ring = own_sheet.add(own_sheet.withdraw(ring, key, M1), key, M1, present, bytes(20), LE)
    ring, last = reset(ring, key, "une troisieme phrase")
    assert ring.slot(M1).anciennes == ()  # nothing could open them but the sheet, which has them
    used(ring, key, last, bytes(20))
    assert set(last.pairs) >= {personal.pair, present.pair}


def test_that_a_session_of_before_a_reset_seals_nothing_more(made, reset):
    ring, key, personal = made
    changed, _ = reset(own_sheet.add(ring, key, M1, personal, CODE, LE), key, "une autre phrase")
    with pytest.raises(AccountReset):
        own_sheet.add(changed, key, M1, personal, bytes(20), LE)
    with pytest.raises(AccountReset):
        own_sheet.use(changed, key, M1, personal, CODE, LE)


def test_that_nobody_without_the_store_key_gives_a_sheet(made):
    ring, _, personal = made
    for act in (
        lambda key: own_sheet.add(ring, key, M1, personal, CODE, LE),
        lambda key: own_sheet.withdraw(ring, key, M1),
    ):
        with pytest.raises(KeyringDamaged):
            act(DatabaseKey.generate())
    with pytest.raises(AccountUnknown):
        own_sheet.withdraw(ring, made[1], MembreId("m9"))
