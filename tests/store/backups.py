"""A store with something in it, its backups, and what a test does to them."""

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from microstructure_desktop.domain.sauvegarde import Genre
from microstructure_desktop.store import backup_reading, msmabak
from microstructure_desktop.store.keys import DatabaseKey
from microstructure_desktop.store.store import Store
from tests import factories as make


@dataclass
class Backups:
    """`folder` is where they are made, `workshop` where they are read."""

    store: Store
    key: DatabaseKey
    folder: Path
    workshop: Path

    def save(self, note="ici"):
        with self.store.begin(make.AUTHOR, make.NOW) as work:
            work.consultations.save(make.a_consultation(note_partagee=note))

    def make(self, genre=Genre.AUTO, at=make.NOW):
        return self.store.backup(self.key, self.folder, genre, at)

    def read(self, path, key=None):
        return backup_reading.read(path, key or self.key, self.workshop)


def a_backup_folder(store, coffre, home):
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.patients.add(make.a_patient())
        work.consultations.save(make.a_consultation())
    folder = home.root / "cle"
    folder.mkdir()
    return Backups(store, coffre.key, folder, home.sauvegardes)


def own_file(home, text, name="echelles/sommeil.toml"):
    """Something that the cabinet wrote, beside its store."""
    path = home.formulaires / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


def summed(content):
    """The same bytes with the sum that they should have."""
    return content[:-32] + hashlib.sha256(content[:-32]).digest()


def with_own(path, own, key):
    """The same backup with other files of the cabinet in it, under a label that says so."""
    head = msmabak.look(path)
    database = path.read_bytes()[head.start - 8 :]
    digest = hashlib.sha256(own).hexdigest()
    said = replace(head.manifeste, formulaires=digest).sealed(key) if key else head.manifeste
    label = msmabak._canonical(msmabak._document(said))
    parts = (label, head.ring, own)
    packed = b"".join(len(part).to_bytes(8) + part for part in parts)
    path.write_bytes(summed(msmabak.MAGIC + packed + database))
