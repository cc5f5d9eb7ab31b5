"""Stores as each released version made them, from their text."""

from pathlib import Path

from sqlcipher3 import dbapi2

from microstructure_desktop.store import keyring
from microstructure_desktop.store.keys import DatabaseKey

from .fixtures.fill import KEY

FOLDER = Path(__file__).with_name("fixtures")
VERSIONS = tuple(range(1, 9))


def key():
    return DatabaseKey(KEY)


def connected(path):
    connection = dbapi2.connect(str(path), isolation_level=None)
    connection.set_key(f"x'{KEY.hex()}'".encode())
    return connection


def made(version, coffre):
    """Write the store of a version in a folder; its key file as it is read."""
    coffre.mkdir(parents=True)
    content = (FOLDER / f"schema_{version}.trousseau.json").read_bytes()
    (coffre / keyring.NAME).write_bytes(content)
    connection = connected(coffre / "store.db")
    connection.executescript((FOLDER / f"schema_{version}.sql").read_text(encoding="utf-8"))
    connection.close()
    return keyring.loads(content)


def revisions(path):
    """Every revision there is: its id, its kind and what it says."""
    connection = connected(path)
    try:
        return connection.execute("select id, kind, payload from revision order by seq").fetchall()
    finally:
        connection.close()
