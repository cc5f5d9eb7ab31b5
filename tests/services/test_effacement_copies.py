"""The copies forget too: those of this computer at once, those of a medium when it comes back."""

import shutil
from datetime import date, time

import pytest

from microstructure_desktop.domain.effacement import Fondement
from microstructure_desktop.domain.sauvegarde import Genre
from microstructure_desktop.services import effacement, effacement_copies, sauvegardes, unlock
from microstructure_desktop.services.office import Cost
from microstructure_desktop.store import backup, backup_reading, engine, erased, keyring
from tests.cabinet import PASSPHRASE
from tests.store import released
from tests.store.plain_pages import plain_pages

from .erasures import CANARY, MOTIF, erase, somebody


@pytest.fixture
def other(team):
    return team.patient("Reste", "Marie")


@pytest.fixture
def gone(team):
    return somebody(team)


def test_that_the_copies_of_this_computer_forget_them(team, gone, other, tmp_path):
    made = sauvegardes.sauvegarder(team.medecin)
    done = erase(team, gone)
    assert (done.copies.faites, done.copies.refusees) == (1, ())
    assert not done.a_reprendre
    backup_reading.extract(made.chemin, tmp_path / "x.db")
    assert CANARY.encode() not in plain_pages(tmp_path / "x.db", team.medecin.key)
    assert sauvegardes.verifier(team.medecin, made.chemin).patients == 1
    assert effacement_copies.reprendre_ici(team.medecin).intactes == 1


def test_that_what_a_killed_backup_left_goes_at_once(team, gone, tmp_path):
    stick = tmp_path / "cle"
    stick.mkdir()
    sauvegardes.sur_support(team.medecin, stick)
    half = [place / ".msma-x.msmabak.partiel" for place in (team.home.sauvegardes, stick)]
    for path in half:
        path.write_bytes(b"half")
    bench = team.home.sauvegardes / ".essai-mort"
    bench.mkdir()
    (bench / "copie.db").write_bytes(b"whole")
    erase(team, gone)
    assert not half[0].exists()
    assert not bench.exists()
    effacement_copies.reprendre_support(team.medecin, stick)
    assert not half[1].exists()


def test_that_a_medium_that_was_away_is_done_when_it_comes_back(team, gone, other, tmp_path):
    stick = tmp_path / "cle"
    stick.mkdir()
    made = sauvegardes.sur_support(team.medecin, stick)
    done = erase(team, gone)
    assert [s.nom for s in done.a_reprendre.supports] == ["cle"]
    assert effacement_copies.reprendre_support(team.medecin, stick).faites == 1
    assert not effacement_copies.a_reprendre(team.medecin)
    assert erased.read(stick) == erased.read(team.home.root)
    assert sauvegardes.verifier(team.medecin, made.chemin).patients == 1


def test_that_the_next_backup_on_a_medium_does_the_former_ones_too(team, gone, other, tmp_path):
    stick = tmp_path / "cle"
    stick.mkdir()
    made = sauvegardes.sur_support(team.medecin, stick)
    erase(team, gone)
    sauvegardes.sur_support(team.medecin, stick)
    assert not effacement_copies.a_reprendre(team.medecin)
    assert sauvegardes.verifier(team.medecin, made.chemin).patients == 1


def test_that_a_clock_that_was_ahead_leaves_nothing_to_do_for_ever(team, gone, other):
    team.clock.set(date(2027, 11, 19), time(9))
    erase(team, gone)
    team.clock.set(date(2026, 11, 20), time(9))
    assert not erase(team, other).a_reprendre


def test_that_a_new_medium_has_nothing_to_forget(team, gone, tmp_path):
    erase(team, gone)
    stick = tmp_path / "neuve"
    stick.mkdir()
    sauvegardes.sur_support(team.medecin, stick)
    assert not effacement_copies.a_reprendre(team.medecin)


def test_that_an_older_store_put_aside_brings_nobody_back(home, cheap, limits):
    ring = released.made(7, home.coffre)
    shutil.copytree(home.coffre, home.root / "coffre.avant-restauration-20260101-090000")
    cost = Cost(cheap, limits)
    office = unlock.open_cabinet(home, ring.accounts[0].id, PASSPHRASE, cost=cost)
    with office.store.read() as work:
        patient = work.patients.all()[0]
    done = effacement.effacer(office, patient.id, PASSPHRASE, Fondement.DEMANDE, MOTIF)
    assert done.copies.refusees == ()
    made = sauvegardes.lister(home.sauvegardes)
    assert [sauvegardes.verifier(office, one.chemin).patients for one in made] == [1, 1]
    unlock.close(office)


def test_that_what_another_cabinet_left_here_is_none_of_ours(team, gone):
    left = team.home.root / "coffre.mis-de-cote-20260101-090000"
    ring = released.made(8, left)
    connection = engine.connect(left / "store.db", released.key())
    team.home.sauvegardes.mkdir()
    source = backup.Source(connection, released.key(), left)
    made = backup.make(source, team.home.sauvegardes, Genre.AUTO, team.clock())
    connection.close()
    assert ring.store_id != keyring.load(team.home.coffre).store_id
    before = made.read_bytes()
    done = erase(team, gone)
    assert (done.copies.refusees, done.a_reprendre.ici) == ((), False)
    assert made.read_bytes() == before


def test_that_a_damaged_copy_stays_to_do(team, gone):
    made = sauvegardes.sauvegarder(team.medecin, Genre.AUTO)
    raw = bytearray(made.chemin.read_bytes())
    raw[len(raw) // 2] ^= 1
    made.chemin.write_bytes(raw)
    done = erase(team, gone)
    assert [name for name, _ in done.copies.refusees] == [made.chemin.name]
    assert done.a_reprendre.ici
    made.chemin.unlink()
    effacement_copies.reprendre_ici(team.medecin)
    assert not effacement_copies.a_reprendre(team.medecin)
