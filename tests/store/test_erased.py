"""The register outside the store names nobody, only grows, and is refused when damaged."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microstructure_desktop.store.erased import (
    NAME,
    Efface,
    RegisterDamaged,
    add,
    fingerprint,
    parse,
    read,
    written,
)

ONE = Efface(date(2026, 11, 22), fingerprint("un"))
OTHER = Efface(date(2026, 11, 23), fingerprint("autre"))


def test_that_it_grows_and_is_read_again(tmp_path):
    assert read(tmp_path) == frozenset()
    assert add(tmp_path, [ONE]) == {ONE}
    assert add(tmp_path, [OTHER]) == {ONE, OTHER}
    assert read(tmp_path) == {ONE, OTHER}
    assert b"un" not in (tmp_path / NAME).read_bytes().replace(b"empreinte", b"")


def test_that_a_fingerprint_is_the_sha_256_of_the_word_and_the_id():
    # printf 'effacementabc' | sha256sum
    known = "b50d5d3cf0fccf6b0a19ad9fc3cfd7c4b4f9d846ab24a46f65d2102c67be9fea"
    assert fingerprint("abc") == known


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{}",
        b"[1]",
        b'[{"le": "2026-11-22"}]',
        b'[{"le": "x", "empreinte": "y"}]',
        b"\xff",
        b'[{"le": "2026-11-22", "empreinte": "UN"}]',
        b"[" * 100_000,
    ],
)
def test_that_a_damaged_register_is_refused_and_left_as_it_is(tmp_path, raw):
    (tmp_path / NAME).write_bytes(raw)
    with pytest.raises(RegisterDamaged):
        read(tmp_path)
    with pytest.raises(RegisterDamaged):
        add(tmp_path, [ONE])
    assert (tmp_path / NAME).read_bytes() == raw


@given(st.binary(max_size=200))
def test_that_any_bytes_are_read_or_refused(raw):
    with suppress(RegisterDamaged):
        assert parse(written(parse(raw))) == parse(raw)
