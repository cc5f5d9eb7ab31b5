"""P1: what was said to be saved is on the disk, whatever kills the program or cuts the power."""

import random
import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from microstructure_desktop.errors import AppError
from microstructure_desktop.store import keyring
from microstructure_desktop.store.store import Store

from . import disk, traced
from .writer import HONEST, LAZY, LIAR, confirmed, digest, running

KILLS, MANY_KILLS = 20, 240
CUTS, FEW_CUTS = 1_000, 60
OPENING, SAVING = 0.2, 0.02
"""Seconds within which a kill falls: some openings are killed, most kills come later."""


@pytest.fixture
def cabinet(team):
    """A closed cabinet with one patient, and what opens its store."""
    team.patient(debut=date(2026, 1, 5))
    team.medecin.store.close()
    return team


def opened(team):
    coffre = team.home.coffre
    return Store.open(coffre, team.medecin.key, keyring.load(coffre).store_id)


def lost(store, said):
    """Those of which the note cannot be read again as it was confirmed."""
    with store.read() as work:
        there = {
            (seance.id, digest(seance.note_partagee))
            for patient in work.patients.all()
            for seance in work.consultations.of(patient.id)
        }
    return [one for one in said if (one.seance, one.digest) not in there]


def kill(team, mode, times):
    """Kill as many times, at random moments; what was confirmed, and what of it is gone."""
    chance = random.Random(20261122)
    said, gone = [], []
    with running(team.home.root, mode) as writer:
        for seed in range(times):
            saves = chance.randrange(12) if mode == HONEST else 1
            seconds = chance.uniform(0, SAVING if saves else OPENING)
            lately = confirmed(writer.killed_after(saves, seconds, seed))
            store = opened(team)
            gone += lost(store, lately)
            store.close()
            said += lately
    return said, gone


def check_kills(team, times, record_property):
    said, gone = kill(team, HONEST, times)
    store = opened(team)
    assert lost(store, said) == gone == []
    assert store.verify() == []
    store.close()
    assert len(said) > times
    record_property("promesse", "P1")
    record_property(
        "mesure", f"{times} arrêts brutaux, {len(said)} enregistrements confirmés : 0 perdu"
    )


def test_that_no_confirmed_save_is_lost_to_a_few_kills(cabinet, record_property):
    check_kills(cabinet, KILLS, record_property)


@pytest.mark.long
def test_that_no_confirmed_save_is_lost_to_many_kills(cabinet, record_property):
    check_kills(cabinet, MANY_KILLS, record_property)


def test_that_a_program_that_speaks_too_early_is_found_out(cabinet):
    _, gone = kill(cabinet, LIAR, 4)
    assert gone


@dataclass
class Found:
    """What became of a store after power cuts."""

    cuts: int = 0
    lost: int = 0
    refused: int = 0
    unsound: int = 0


def cut_power(team, folder, mode, cuts, *, honest=True):
    """Record somebody's work once, then open what each of many cuts leaves of it."""
    sound = folder / "avant"
    shutil.copytree(team.home.root, sound)
    lines = traced.run(
        folder, "tests.promesses.writer", "seul", str(team.home.root), mode, "7", "40"
    )
    events = list(traced.events(lines, team.home.root))
    shutil.rmtree(team.home.root)
    shutil.copytree(sound, team.home.root)
    chance, found = random.Random(20261122), Found()
    moments = set(chance.sample(range(len(events)), min(cuts, len(events))))
    for said, files in disk.cuts(disk.Disk(team.home.root, honest=honest), events, moments, chance):
        shutil.rmtree(team.home.coffre)
        team.home.coffre.mkdir()
        for path, content in files.items():
            Path(path).write_bytes(content)
        look_at(team, confirmed(said), found)
    return found


def look_at(team, said, found):
    found.cuts += 1
    try:
        store = opened(team)
    except AppError:
        found.refused += 1
        return
    found.lost += bool(lost(store, said))
    found.unsound += bool(store.verify())
    store.close()


@pytest.mark.long
def test_that_no_confirmed_save_is_lost_to_power_cuts(cabinet, tmp_path, record_property):
    found = cut_power(cabinet, tmp_path, HONEST, CUTS)
    assert found == Found(CUTS)
    record_property("promesse", "P1")
    record_property("mesure", f"{CUTS} coupures de courant : 0 enregistrement confirmé perdu")


@pytest.mark.long
def test_that_a_disk_that_lies_is_found_out(cabinet, tmp_path):
    """Otherwise the cuts above would prove nothing."""
    assert cut_power(cabinet, tmp_path, HONEST, FEW_CUTS, honest=False) != Found(FEW_CUTS)


@pytest.mark.long
def test_that_a_store_that_hardly_syncs_is_found_out(cabinet, tmp_path):
    assert cut_power(cabinet, tmp_path, LAZY, FEW_CUTS) != Found(FEW_CUTS)
