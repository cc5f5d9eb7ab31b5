"""Updates that a publisher of tests signs, and an application that knows her key."""

import hashlib
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

from microstructure_desktop import assets
from microstructure_desktop.domain.mise_a_jour import Annonce, Systeme, Version
from microstructure_desktop.exchange import update_file
from microstructure_desktop.exchange.seal import SigningKey
from microstructure_desktop.store import migrations

EDITRICE, INCONNUE = SigningKey(b"\x07" * 32), SigningKey(b"\x08" * 32)
INSTALLER = bytes(range(256)) * 200
ANNONCE = Annonce(
    Version(9, 0, 0),
    migrations.CURRENT,
    Systeme.DEBIAN,
    len(INSTALLER),
    hashlib.sha256(INSTALLER).hexdigest(),
    date(2026, 11, 22),
    ("Les sauvegardes se font d’elles-mêmes.", "Une fiche de plus."),
)


def update(folder: Path, key: SigningKey = EDITRICE, **changes: object) -> Path:
    """A file of an update, as the publisher makes it."""
    annonce = replace(ANNONCE, **changes)
    installer = folder / "installeur"
    installer.write_bytes(INSTALLER)
    path = folder / annonce.nom
    update_file.write(path, annonce, installer, key)
    installer.unlink()
    return path


def flip(path: Path, at: int) -> None:
    """One bit of a file."""
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)


def resources(folder: Path, **files: object) -> Path:
    """Ours, with what a build adds to them."""
    folder.mkdir()
    for child in assets.root().iterdir():
        (folder / child.name).symlink_to(child)
    for name, content in files.items():
        (folder / f"{name}.json").write_text(json.dumps(content), encoding="utf-8")
    return folder


def published(monkeypatch, folder: Path, **files: object) -> None:
    """As if this application had been built by the publisher."""
    editeur = {"nom": "Mainteneurs de Microstructure", "cle": EDITRICE.public}
    made = resources(folder / "resources", **{"editeur": editeur, **files})
    monkeypatch.setattr(assets, "root", lambda: made)
