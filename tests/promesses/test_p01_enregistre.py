"""P1: what was said to be saved is on the disk, whatever kills the program or cuts the power."""

import random
from datetime import date

import pytest

from microstructure_desktop.store import keyring
from microstructure_desktop.store.store import Store

from .writer import HONEST, LIAR, confirmed, digest, running

KILLS, MANY_KILLS = 20, 240
LONGEST = 0.4
"""Seconds before a kill: the opening, then at most some forty saves."""


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
            lately = confirmed(writer.killed_after(chance.uniform(0, LONGEST), seed))
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
    _, gone = kill(cabinet, LIAR, 6)
    assert gone
