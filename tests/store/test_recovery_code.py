"""The code survives being typed: what is tolerated, and which group is said to be wrong."""

import hashlib

import pytest
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from hypothesis import given
from hypothesis import strategies as st

from microstructure_desktop.store import recovery_code
from microstructure_desktop.store.failures import SheetIsPersonal, SheetOfCabinet
from microstructure_desktop.store.recovery_code import ALPHABET, CodeUnreadable, OtherCabinet

codes = st.binary(min_size=20, max_size=20)
ranks = st.integers(0, 7)


def changed(groups, rank, place, sign):
    group = groups[rank]
    return (*groups[:rank], group[:place] + sign + group[place + 1 :], *groups[rank + 1 :])


@given(codes)
def test_that_what_is_printed_is_read_back(code):
    groups = recovery_code.groups(code)
    assert [len(group) for group in groups] == [5] * 8
    assert recovery_code.parse(" ".join(groups)) == code
    assert recovery_code.parse("".join(groups).lower()) == code
    assert recovery_code.parse(recovery_code.printed(code, "0192-ab"), "0192-ab") == code


def test_that_a_code_is_the_one_counted_by_hand():
    # Only the first sign is 1: its weight is 2, so the first group checks to 2. The others hold
    # nothing but their place: 1 to 7.
    code = (1 << 155).to_bytes(20)
    assert recovery_code.groups(code) == (
        "10002",
        "00001",
        "00002",
        "00003",
        "00004",
        "00005",
        "00006",
        "00007",
    )


def test_that_the_field_is_the_one_of_32_elements():
    # 2 to the fifth is 2 squared plus 1, and each element but zero comes once.
    powers = [1]
    for _ in range(30):
        powers.append(recovery_code._times(powers[-1], 2))
    assert powers[:8] == [1, 2, 4, 8, 16, 5, 10, 20]
    assert sorted(powers) == list(range(1, 32))


@given(codes, ranks, st.integers(0, 4), st.sampled_from(ALPHABET))
def test_that_one_wrong_sign_is_always_found_in_its_group(code, rank, place, sign):
    groups = recovery_code.groups(code)
    typed = changed(groups, rank, place, sign)
    if typed == groups:
        return
    with pytest.raises(CodeUnreadable) as refusal:
        recovery_code.parse("-".join(typed))
    assert refusal.value.wrong == (rank + 1,)
    assert f"groupe {rank + 1} " in refusal.value.sentence


@given(codes, ranks, ranks)
def test_that_two_exchanged_groups_are_always_found(code, one, other):
    groups = list(recovery_code.groups(code))
    if one == other:
        return
    groups[one], groups[other] = groups[other], groups[one]
    with pytest.raises(CodeUnreadable) as refusal:
        recovery_code.parse(" ".join(groups))
    assert refusal.value.wrong == tuple(sorted((one + 1, other + 1)))


@given(codes, ranks, st.integers(0, 3))
def test_that_two_exchanged_signs_are_always_found(code, rank, place):
    groups = recovery_code.groups(code)
    group = groups[rank]
    typed = (*groups[:rank], group[:place] + group[place + 1] + group[place] + group[place + 2 :])
    if typed[rank] == group:
        return
    with pytest.raises(CodeUnreadable) as refusal:
        recovery_code.parse(" ".join((*typed, *groups[rank + 1 :])))
    assert refusal.value.wrong == (rank + 1,)


@given(st.text(max_size=60))
def test_that_anything_typed_is_a_code_or_a_refusal(text):
    try:
        code = recovery_code.parse(text)
    except CodeUnreadable:
        return
    assert recovery_code.parse(" ".join(recovery_code.groups(code))) == code


def test_that_letters_taken_for_figures_are_read():
    groups = recovery_code.groups((1 << 155).to_bytes(20))
    typed = " ".join(groups).replace("0", "o").replace("1", "l", 1).replace("1", "I")
    assert recovery_code.parse(typed) == (1 << 155).to_bytes(20)


def test_that_a_missing_sign_is_said_with_where_to_look():
    groups = recovery_code.groups(bytes(range(20)))
    with pytest.raises(CodeUnreadable) as refusal:
        recovery_code.parse("".join(groups)[:12] + "".join(groups)[13:])
    assert refusal.value.sentence == (
        "Le code compte 40 signes\xa0; 39 ont été saisis. Vérifiez à partir du groupe 3."
    )
    with pytest.raises(CodeUnreadable) as refusal:
        recovery_code.parse(" ".join((*groups[:5], groups[5][:4], *groups[6:])))
    assert refusal.value.wrong == (6,)


def test_that_nothing_typed_is_said_plainly():
    with pytest.raises(CodeUnreadable, match="0 ont été saisis"):
        recovery_code.parse("  ")


def test_that_the_sheet_of_another_cabinet_is_known_before_anything():
    text = recovery_code.printed(bytes(20), "0192")
    with pytest.raises(OtherCabinet):
        recovery_code.parse(text, "0193")
    with pytest.raises(CodeUnreadable):
        recovery_code.parse("MSMASEC1:0192", "0192")


def test_that_a_group_is_asked_by_its_rank():
    code = bytes(range(20))
    third = recovery_code.groups(code)[2]
    assert recovery_code.same_group(code, 3, f" {third.lower()} ")
    assert not recovery_code.same_group(code, 4, third)
    assert not recovery_code.same_group(code, 3, third[:4])


def test_that_each_code_is_new_and_its_keys_are_of_one_cabinet():
    code = recovery_code.generate()
    assert recovery_code.generate() != code
    assert recovery_code.pair(code, "a") == recovery_code.pair(code, "a")
    assert recovery_code.pair(code, "a") != recovery_code.pair(code, "b")


def test_that_an_own_sheet_has_keys_of_its_own():
    """The same signs on both sheets give pairs that have nothing in common (HKDF, RFC 5869)."""
    code, store = bytes(range(20)), "0192-ab"
    salt = hashlib.sha256(b"personnelle 0192-ab m1").digest()
    counted = HKDF(SHA256(), length=32, salt=salt, info=b"personnelle").derive(code)
    assert recovery_code.own_pair(code, store, "m1")[0] == counted
    assert recovery_code.own_pair(code, store, "m2")[0] != counted
    salt = hashlib.sha256(b"secours 0192-ab").digest()
    cabinet = HKDF(SHA256(), length=32, salt=salt, info=b"secours").derive(code)
    assert recovery_code.pair(code, store)[0] == cabinet != counted


def test_that_each_square_code_says_of_which_sheet_it_is():
    code, store, own = bytes(range(20)), "0192-ab", recovery_code.OWN_PREFIX
    printed = recovery_code.printed(code, store, own)
    assert recovery_code.parse(printed, store, own) == code
    with pytest.raises(SheetIsPersonal):
        recovery_code.parse(printed, store)
    with pytest.raises(SheetOfCabinet):
        recovery_code.parse(recovery_code.printed(code, store), store, own)
    with pytest.raises(OtherCabinet):
        recovery_code.parse(printed, "0192-cd", own)
