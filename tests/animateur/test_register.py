"""The register opens where it is said to be, whole, and for one writer at a time."""

import sqlite3
import threading

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import IntegrityError

from microstructure_desktop.animateur import register as registers
from microstructure_desktop.animateur.errors import (
    RegisterAddress,
    RegisterPassword,
    RegisterTooNew,
    RegisterUnavailable,
)
from microstructure_desktop.animateur.register import Register
from microstructure_desktop.paths import Home

from .cases import MARS, Region, state


def test_that_an_address_that_cannot_be_read_is_not_taken_for_none(tmp_path):
    home = Home(tmp_path)
    home.animateur.mkdir()
    assert registers.address(home).endswith("registre.db")
    home.registre_file.write_bytes(b"postgresql://serveur/r\xe9gion")
    with pytest.raises(RegisterAddress):
        registers.address(home)
    home.registre_file.unlink()
    home.registre_file.mkdir()
    with pytest.raises(RegisterAddress):
        registers.address(home)


def test_that_what_was_written_is_there_again(address):
    first = Register.open(address)
    Region.made(first).cabinet()
    said = state(first)
    first.close()
    again = Register.open(address)
    assert state(again) == said
    assert said[0]
    again.close()


def fail_after_writing(region):
    with region.register.write() as work:
        work.structures.leave("OCC-31-001", MARS)
        assert work.structures.get("OCC-31-001").jusqua == MARS
        _ = 1 / 0


def test_that_a_block_that_fails_writes_nothing(region):
    region.cabinet("OCC-31-001")
    before = state(region.register)
    with pytest.raises(ZeroDivisionError):
        fail_after_writing(region)
    assert state(region.register) == before


def test_that_two_bundles_never_count_for_one_month(region):
    cabinet = region.cabinet()
    made, _ = region.send(cabinet)
    again, _ = region.send(cabinet, remplace=made)
    with pytest.raises(IntegrityError), region.register.write() as work:
        work.paquets._run(text("update paquet set etat = 'retenu'"))
    with region.register.read() as work:
        assert [p.id for p in work.paquets.heads()] == [again.id]


def test_that_a_reader_sees_one_moment(region):
    cabinet = region.cabinet()
    with region.register.read() as work:
        assert work.paquets.all() == ()
        sender = threading.Thread(target=region.send, args=(cabinet,))
        sender.start()
        sender.join()
        assert work.paquets.all() == ()
    with region.register.read() as work:
        assert len(work.paquets.all()) == 1


def test_that_a_later_register_is_not_touched(address):
    Register.open(address).close()
    engine = create_engine(address)
    with engine.begin() as connection:
        connection.execute(text("update version set numero = 2"))
    engine.dispose()
    with pytest.raises(RegisterTooNew):
        Register.open(address)


def test_that_two_programs_may_make_it_at_once(address):
    opened: list[Register] = []
    threads = [
        threading.Thread(target=lambda: opened.append(Register.open(address))) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(opened) == 4
    for each in opened:
        each.close()


def test_that_a_file_is_written_for_lasting(tmp_path):
    path = tmp_path / "registre.db"
    Register.open(f"sqlite:///{path}").close()
    with sqlite3.connect(path) as raw:
        assert raw.execute("pragma journal_mode").fetchone() == ("wal",)
    raw.close()


@pytest.mark.parametrize(
    ("url", "refusal"),
    [
        ("", RegisterAddress),
        ("pas une adresse", RegisterAddress),
        ("postgresql://serveur:/base", RegisterAddress),
        ("mysql://h/b", RegisterAddress),
        ("sqlite://", RegisterAddress),
        ("sqlite:///:memory:", RegisterAddress),
        ("postgresql://u:secret@h/b", RegisterPassword),
        ("postgresql+psycopg://u@/b?host=/nulle/part", RegisterUnavailable),
        ("sqlite:////nulle/part/registre.db", RegisterUnavailable),
    ],
)
def test_that_an_address_that_is_none_is_said(url, refusal):
    with pytest.raises(refusal):
        Register.open(url)


def test_that_another_file_is_left_alone(tmp_path):
    path = tmp_path / "lettre.txt"
    path.write_bytes(b"Madame, Monsieur, " * 100)
    with pytest.raises(RegisterUnavailable):
        Register.open(f"sqlite:///{path}")
    assert path.read_bytes() == b"Madame, Monsieur, " * 100


def test_that_the_place_chosen_is_remembered(tmp_path):
    home = Home(tmp_path / "cabinet")
    home.animateur.mkdir(parents=True)
    assert registers.address(home) == f"sqlite:///{home.animateur / 'registre.db'}"
    url = f"sqlite:///{tmp_path / 'ailleurs.db'}"
    registers.choose(home, url).close()
    assert registers.address(home) == url
    with pytest.raises(RegisterPassword):
        registers.choose(home, "postgresql://u:secret@h/b")
    assert registers.address(home) == url


def test_that_the_default_place_opens(tmp_path):
    home = Home(tmp_path / "animatrice n° 1 % ?")
    home.animateur.mkdir(parents=True)
    Register.open(registers.address(home)).close()
    assert (home.animateur / "registre.db").is_file()
