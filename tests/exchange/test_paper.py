"""Sealed bytes cut for paper come back from any order, whole or not at all."""

import random
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microstructure_desktop.exchange.paper import (
    LARGEST_CODE,
    LARGEST_PART,
    MOST_CODES,
    Genre,
    PaperDamaged,
    PaperIncomplete,
    PapersMixed,
    PaperTooLarge,
    PaperWithoutCode,
    Papier,
    join,
    lots,
    split,
)

MARCH, APRIL = "3a" * 32, "4b" * 32
SEALED = random.Random(1).randbytes(3_000)


@given(st.binary(min_size=1, max_size=9_000), st.sampled_from(Genre), st.randoms())
def test_that_bytes_come_back_from_any_order_and_twice(octets, genre, luck):
    codes = [*split(octets, MARCH, genre)] * 2
    luck.shuffle(codes)
    assert join(codes) == Papier(genre, "3a3a3a3a", octets)


def test_what_a_code_begins_with():
    """The SHA-256 of « abc » begins with ba7816bf (FIPS 180-2, example B.1)."""
    assert split(b"abc", MARCH) == (b"MSMA1|3a3a3a3a|1/1|ba7816bf|abc",)
    assert split(b"abc", MARCH, Genre.ACCUSE) == (b"MSMAA1|3a3a3a3a|1/1|ba7816bf|abc",)


def test_that_three_codes_are_of_nearly_the_same_length():
    codes = split(SEALED, MARCH)
    assert [code[15:18] for code in codes] == [b"1/3", b"2/3", b"3/3"]
    assert [len(code) for code in codes] == [1028, 1028, 1028]  # 28 of heading, a third of 3,000


@pytest.mark.parametrize(
    ("size", "count"), [(1, 1), (LARGEST_PART, 1), (LARGEST_PART + 1, 2), (39_384, MOST_CODES)]
)
def test_that_no_code_is_larger_than_the_page_shows_well(size, count):
    codes = split(bytes(size), MARCH, Genre.ACCUSE)
    assert len(codes) == count
    assert max(map(len, codes)) <= LARGEST_CODE


def test_that_what_takes_too_many_pages_is_refused():
    with pytest.raises(PaperTooLarge, match="trop gros"):
        split(bytes(LARGEST_PART * MOST_CODES + 1), MARCH)


@pytest.mark.parametrize(("octets", "paquet"), [(b"", MARCH), (b"x", "3A" * 32), (b"x", "3a|1/1")])
def test_that_only_something_with_an_id_is_printed(octets, paquet):
    with pytest.raises(ValueError, match=r"^"):
        split(octets, paquet)


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        ((1, 3), "Il manque le code 2 sur 3."),
        ((2,), "Il manque les codes 1 et 3 sur 3."),
        ((3,), "Il manque les codes 1 et 2 sur 3."),
    ],
)
def test_that_the_missing_ones_are_named(kept, said):
    codes = split(SEALED, MARCH)
    with pytest.raises(PaperIncomplete) as refused:
        join(codes[rank - 1] for rank in kept)
    assert refused.value.sentence == said
    assert {*refused.value.missing, *kept} == {1, 2, 3}


def test_that_many_missing_ones_are_listed():
    with pytest.raises(PaperIncomplete, match=r"^Il manque les codes 1, 3 et 5 sur 5\.$"):
        join(split(bytes(5_000), MARCH)[1::2])


def test_that_two_months_never_mix():
    march, april = split(SEALED, MARCH), split(SEALED[::-1], APRIL)
    for codes in permutations([march[0], march[1], april[2]]):
        with pytest.raises(PapersMixed):
            join(codes)


def test_that_two_sealings_of_one_bundle_never_mix():
    once, again = split(SEALED, MARCH), split(SEALED[::-1], MARCH)
    with pytest.raises(PapersMixed):
        join([once[0], once[1], again[2]])


def test_that_a_receipt_never_mixes_with_its_bundle():
    with pytest.raises(PapersMixed):
        join([*split(b"abc", MARCH), *split(b"abc", MARCH, Genre.ACCUSE)])


def test_that_one_misread_byte_is_noticed():
    first, second, third = split(SEALED, MARCH)
    misread = second[:-1] + bytes([second[-1] ^ 1])
    for codes in ([first, misread, third], [first, second, misread, third]):
        with pytest.raises(PaperDamaged):
            join(codes)


def test_that_other_codes_on_the_page_are_ignored():
    others = [b"", b"https://example.org", b"MSMA1|", b"MSMA2|3a3a3a3a|1/1|ba7816bf|abc"]
    assert join([*others, *split(SEALED, MARCH)]).octets == SEALED


@pytest.mark.parametrize(
    "code",
    [
        b"MSMA1|3a3a3a3a|2/1|ba7816bf|abc",
        b"MSMA1|3a3a3a3a|0/1|ba7816bf|abc",
        b"MSMA1|3a3a3a3a|1/37|ba7816bf|abc",
        b"MSMA1|3a3a3a3a|1/1|ba7816bf|",
        b"MSMA1|3a3a3a3a|1/1|ba7816bf|" + bytes(LARGEST_CODE),
        b"MSMA1|3a3a3a3A|1/1|ba7816bf|abc",
        b" MSMA1|3a3a3a3a|1/1|ba7816bf|abc",
    ],
)
def test_that_what_we_never_print_is_no_code_of_ours(code):
    with pytest.raises(PaperWithoutCode):
        join([code])


def test_that_a_heap_is_sorted_by_sending():
    march, april = split(SEALED, MARCH), split(SEALED[::-1], APRIL)
    heap = [april[1], march[2], b"other", april[0], march[0], march[1], april[2]]
    one, other = lots(heap)
    assert join(one) == Papier(Genre.PAQUET, "4b4b4b4b", SEALED[::-1])
    assert join(other) == Papier(Genre.PAQUET, "3a3a3a3a", SEALED)
