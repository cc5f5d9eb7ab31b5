"""Only what the publisher signed is read, whole, and a byte that changed refuses all of it."""

import pytest

from microstructure_desktop.exchange import signed, update_file
from microstructure_desktop.exchange.update_failures import (
    NotAnUpdate,
    UpdateDamaged,
    UpdateFormatUnknown,
    UpdateNotSigned,
    UpdateRefused,
    UpdateUnreadable,
)
from tests.services.updates import ANNONCE, EDITRICE, INCONNUE, INSTALLER, flip, update


def whole(path, key=EDITRICE):
    pieces = []
    annonce = update_file.read(path, key.public, pieces.append)
    return annonce, b"".join(pieces)


def test_that_what_was_written_is_read(tmp_path):
    path = update(tmp_path)
    assert whole(path) == (ANNONCE, INSTALLER)
    assert update_file.look(path, EDITRICE.public) == ANNONCE


def test_that_the_same_gives_the_same_bytes(tmp_path):
    first = update(tmp_path).read_bytes()
    assert update(tmp_path).read_bytes() == first
    assert first[:8] == b"MSMAMAJ1"


def test_that_another_key_vouches_for_nothing(tmp_path):
    given = []
    with pytest.raises(UpdateNotSigned):
        update_file.read(update(tmp_path, INCONNUE), EDITRICE.public, given.append)
    assert given == []


@pytest.mark.parametrize("word", [b"contenu", b"schema", b"signature"])
def test_that_a_word_that_changed_refuses_it(tmp_path, word):
    path = update(tmp_path)
    flip(path, path.read_bytes().index(word))
    with pytest.raises(UpdateDamaged):
        whole(path)


def test_that_a_version_changed_after_signing_is_refused(tmp_path):
    path = update(tmp_path)
    path.write_bytes(path.read_bytes().replace(b'"9.0.0"', b'"9.0.1"'))
    with pytest.raises(UpdateNotSigned):
        update_file.look(path, EDITRICE.public)


@pytest.mark.parametrize("at", [-1, -len(INSTALLER), -len(INSTALLER) // 2])
def test_that_one_bit_of_the_installer_refuses_it(tmp_path, at):
    path = update(tmp_path)
    flip(path, at)
    assert update_file.look(path, EDITRICE.public) == ANNONCE
    with pytest.raises(UpdateDamaged):
        whole(path)


@pytest.mark.parametrize("change", [lambda data: data[:-1], lambda data: data + b"x"])
def test_that_a_byte_less_or_more_refuses_it(tmp_path, change):
    path = update(tmp_path)
    path.write_bytes(change(path.read_bytes()))
    with pytest.raises(UpdateDamaged):
        update_file.look(path, EDITRICE.public)


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"", NotAnUpdate),
        (b"PK\x03\x04" * 50, NotAnUpdate),
        (b"MSMAMAJ2" + b"x" * 50, UpdateFormatUnknown),
        (b"MSMAMAJ1", UpdateDamaged),
        (b"MSMAMAJ1" + b"\xff" * 8 + b"{}", UpdateDamaged),
        (b"MSMAMAJ1" + (2).to_bytes(8) + b"{}", UpdateDamaged),
    ],
)
def test_that_what_is_no_update_is_said(tmp_path, content, refusal):
    path = tmp_path / "autre.msmamaj"
    path.write_bytes(content)
    with pytest.raises(refusal) as told:
        update_file.look(path, EDITRICE.public)
    assert isinstance(told.value, UpdateRefused)


def test_that_a_stick_pulled_out_is_said(tmp_path):
    with pytest.raises(UpdateUnreadable):
        whole(tmp_path / "absent.msmamaj")
    with pytest.raises(UpdateUnreadable):
        whole(tmp_path)


@pytest.mark.parametrize(
    "change",
    [
        {"version": "0.9"}, {"schema": 0}, {"schema": True}, {"systeme": "macos"}, {"taille": 0},
        {"taille": update_file.MAX_INSTALLER + 1}, {"sha256": "AB" * 32}, {"date": "hier"},
        {"changements": []}, {"changements": "tout"}, {"changements": ["une\nautre"]},
        {"changements": ["x" * 601]}, {"changements": ["x"] * 81}, {"autre": 1},
    ],
)  # fmt: skip
def test_that_what_makes_no_sense_is_refused_though_signed(tmp_path, change):
    said = signed.write("mise-a-jour", update_file._content(ANNONCE) | change, EDITRICE)
    path = tmp_path / "signee.msmamaj"
    path.write_bytes(update_file.MAGIC + len(said).to_bytes(8) + said + INSTALLER)
    with pytest.raises(UpdateDamaged):
        update_file.look(path, EDITRICE.public)


def test_that_a_paper_of_another_kind_is_no_update(tmp_path):
    said = signed.write("convention", update_file._content(ANNONCE), EDITRICE)
    path = tmp_path / "signee.msmamaj"
    path.write_bytes(update_file.MAGIC + len(said).to_bytes(8) + said + INSTALLER)
    with pytest.raises(UpdateDamaged):
        update_file.look(path, EDITRICE.public)


def test_that_nothing_untrue_is_signed(tmp_path):
    with pytest.raises(UpdateDamaged):
        update(tmp_path, taille=len(INSTALLER) - 1)
    with pytest.raises(UpdateDamaged):
        update(tmp_path, sha256="0" * 64)
