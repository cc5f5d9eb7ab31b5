"""A backup read again from its medium and verified, beside reading and deciphering it once."""

import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlcipher3 import dbapi2

from microstructure_desktop.domain.sauvegarde import Genre
from microstructure_desktop.services import unlock
from microstructure_desktop.store import backup_reading

from .measure import Ratio, paired
from .stores import TODAY, cabinet, fill, session

PATIENTS, SESSIONS = 300, 5_000
NOTE = "Un mot de plus sur la séance. " * 60
TIMES = 7
GOAL = 4.0


def run(folder: Path) -> list[Ratio]:
    """The limit reads the file once from the medium, and has the bare driver check its pages."""
    office = cabinet(folder)
    people = fill(office, PATIENTS)
    with office.store.begin(office.membre.id, datetime(2026, 11, 1, tzinfo=UTC)) as work:
        for rank in range(SESSIONS):
            day = TODAY - timedelta(days=rank % 700)
            made = session(office, people[rank % PATIENTS], day)
            work.consultations.save(replace(made, note_partagee=NOTE))
    place = folder / "cle"
    place.mkdir()
    path = office.store.backup(office.key, place, Genre.CLE, datetime.now(UTC))
    database = folder / "sorti.db"
    backup_reading.extract(path, database)
    workshop = office.home.sauvegardes
    ours, limit = paired(
        lambda: backup_reading.read(path, office.key, workshop),
        lambda: _bare(path, database, office.key.raw.hex()),
        TIMES,
    )
    unlock.close(office)
    what = f"sauvegarde relue et vérifiée ({path.stat().st_size >> 20} Mio)"
    return [Ratio(what, "lue hors du cache, pages vérifiées, pilote nu", ours, limit, GOAL)]


def _bare(path: Path, database: Path, key: str) -> None:
    with path.open("rb", buffering=0) as file:
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        while file.read(2**20):
            pass
    connection = dbapi2.connect(str(database), isolation_level=None)
    connection.set_key(f"x'{key}'".encode())
    connection.execute("pragma quick_check").fetchall()
    connection.execute("pragma cipher_integrity_check").fetchall()
    connection.close()
