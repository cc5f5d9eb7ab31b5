"""P4: each backup was opened again and verified, and any damage to one is found."""

import random
from time import perf_counter

import pytest

from microstructure_desktop.domain.sauvegarde import Genre
from microstructure_desktop.errors import AppError
from microstructure_desktop.store import backup_reading
from tests import factories as make
from tests.store.backups import a_backup_folder

FLIPS, CUTS = 60, 20
MANY_FLIPS, MANY_CUTS = 1_500, 200
SIZE, SECONDS = 20 * 2**20, 1.0


@pytest.fixture
def backups(store, coffre, home):
    return a_backup_folder(store, coffre, home)


def refused(backups, path, content):
    path.write_bytes(content)
    try:
        backups.read(path)
    except AppError as problem:
        return bool(problem.sentence and problem.way_out)
    return False


def check_damage(backups, flips, cuts, record_property):
    path = backups.make(Genre.CLE)
    sound, chance = path.read_bytes(), random.Random(20261122)
    for _ in range(flips):
        content = bytearray(sound)
        content[chance.randrange(len(sound))] ^= 1 << chance.randrange(8)
        assert refused(backups, path, content)
    for _ in range(cuts):
        assert refused(backups, path, sound[: chance.randrange(len(sound))])
    path.write_bytes(sound)
    assert backups.read(path).patients == 1
    record_property("promesse", "P4")
    record_property("mesure", f"{flips} bits changés, {cuts} coupures : tous vus")


def test_that_some_damage_is_found(backups, record_property):
    check_damage(backups, FLIPS, CUTS, record_property)


@pytest.mark.long
def test_that_much_damage_is_found(backups, record_property):
    check_damage(backups, MANY_FLIPS, MANY_CUTS, record_property)


@pytest.mark.long
def test_that_twenty_mebibytes_are_read_again_within_a_second(backups, record_property):
    with backups.store.begin(make.AUTHOR, make.NOW) as work:
        for _ in range(SIZE // 12_000):
            work.consultations.save(make.a_consultation(note_partagee="mot " * 2_500))
    path = backups.make()
    size = path.stat().st_size
    assert size > SIZE * 0.9
    times = []
    for _ in range(5):
        start = perf_counter()
        contents = backup_reading.read(path, backups.key, backups.workshop)
        times.append(perf_counter() - start)
    assert contents.patients == 1
    assert min(times) <= SECONDS * size / SIZE
    record_property("promesse", "P4")
    said = f"{size / 2**20:.0f} Mio relus hors du cache et vérifiés en {min(times):.2f} s"
    record_property("mesure", said)
