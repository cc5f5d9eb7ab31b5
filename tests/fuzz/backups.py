"""A backup that somebody brings on a stick, and the code of a sheet of paper."""

import hashlib
import shutil
from functools import cache
from pathlib import Path

from microstructure_desktop.domain.ids import MembreId
from microstructure_desktop.domain.sauvegarde import Genre
from microstructure_desktop.store import (
    backup_reading,
    keyring,
    keys,
    msmabak,
    own_files,
    own_files_back,
    recovery_code,
)
from microstructure_desktop.store.keyring import Account
from microstructure_desktop.store.keys import DatabaseKey
from microstructure_desktop.store.store import Store
from tests import factories as make

from .kept import CHEAP, LIMITS, PASSPHRASE
from .target import Target, refusing, scratch

OWN = {"accueil.toml": "id = 1", "echelles/sommeil.toml": "titre = 'é'"}
STORE = "0192f0000000700080000000000000a1"
FOLDER = scratch()


@cache
def _made() -> tuple[DatabaseKey, bytes]:
    account = Account(MembreId("m1"), "Dr Zoé", "medecin")
    ring, key, _ = keys.create("Cabinet des Lilas", account, PASSPHRASE, CHEAP, LIMITS)
    coffre = FOLDER / "coffre"
    coffre.mkdir()
    keyring.save(coffre, ring)
    own = FOLDER / own_files.FOLDER / "echelles"
    own.mkdir(parents=True)
    for name, text in OWN.items():
        (own.parent / name).write_text(text, encoding="utf-8")
    store = Store.create(coffre, key, ring.store_id)
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.consultations.save(make.a_consultation())
    made = store.backup(key, FOLDER, Genre.AUTO, make.NOW).read_bytes()
    store.close()
    return key, made


def backup(data: bytes) -> bool:
    """As it is, and with the sum that it should have."""
    key, _ = _made()
    path = FOLDER / f"essai{msmabak.SUFFIX}"
    read = False
    for content in (data, data[: -msmabak.SUM] + hashlib.sha256(data[: -msmabak.SUM]).digest()):
        path.write_bytes(content)
        with refusing() as outcome:
            head = backup_reading.look(path)
            backup_reading.accounts(head)
            backup_reading.read(path, key, FOLDER / "atelier")
        read |= outcome.read
    assert sorted(FOLDER.joinpath("atelier").glob("*")) == []
    return read


def label(data: bytes) -> bool:
    """What a backup says of itself, around nothing."""
    ring = _head().ring
    parts = (data, ring, own_files.dumps(OWN), b"")
    said = b"".join(len(part).to_bytes(msmabak.LENGTH) + part for part in parts)
    content = msmabak.MAGIC + said
    path = FOLDER / f"etiquette{msmabak.SUFFIX}"
    path.write_bytes(content + hashlib.sha256(content).digest())
    with refusing() as outcome:
        backup_reading.look(path)
    return outcome.read


@cache
def _head() -> msmabak.Head:
    path = FOLDER / f"entier{msmabak.SUFFIX}"
    path.write_bytes(_made()[1])
    return msmabak.look(path)


def _label() -> bytes:
    return msmabak._canonical(msmabak._document(_head().manifeste))


def own(data: bytes) -> bool:
    """What a backup carries of the cabinet's own files: nothing is written outside their folder."""
    place = FOLDER / "remis"
    coffre = place / "coffre"
    shutil.rmtree(place, ignore_errors=True)
    coffre.mkdir(parents=True)
    before = _all_but(place)
    with refusing() as outcome:
        own_files_back.leave(coffre, data, "avant-restauration", make.NOW)
        assert not own_files_back.settle(coffre).waiting
    assert _all_but(place) == before
    return outcome.read


def _all_but(place: Path) -> list[Path]:
    return sorted(path for path in FOLDER.rglob("*") if place not in path.parents)


def code(data: bytes) -> bool:
    with refusing() as outcome:
        assert len(recovery_code.parse(data.decode("utf-8", "replace"), STORE)) == 20
    return outcome.read


TARGETS = (
    Target("sauvegarde", lambda: [_made()[1]], backup),
    Target("étiquette d’une sauvegarde", lambda: [_label()], label),
    Target("formulaires d’une sauvegarde", lambda: [own_files.dumps(OWN), b"{}"], own),
    Target(
        "code de secours",
        lambda: [recovery_code.printed(bytes(range(20)), STORE).encode()],
        code,
    ),
)
