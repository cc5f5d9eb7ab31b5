"""From the passphrase accepted to Accueil painted, the key derivation left out."""

from pathlib import Path
from time import perf_counter

from PySide6.QtWidgets import QMainWindow
from sqlcipher3 import dbapi2

from microstructure_desktop.services import unlock
from microstructure_desktop.store import keyring, keys
from microstructure_desktop.ui import application
from microstructure_desktop.ui.desktop import Desktop
from microstructure_desktop.ui.shell import Shell

from .measure import Ratio
from .stores import COST, PASSPHRASE, cabinet, fill

TIMES = 9


def run(folder: Path) -> list[Ratio]:
    """The limit opens the same file with the bare driver, runs the same integrity checks, reads
    the thirty names and shows an empty window."""
    office = cabinet(folder)
    fill(office, 30)
    unlock.close(office)
    app, theme = application.create_application([])
    ring = keyring.load(office.home.coffre)
    mine, bare = [], []
    for _ in range(TIMES):
        bare.append(_bare(app, office.home.coffre / "store.db", ring))
        mine.append(_ours(app, theme, office))
    ours, limit = sorted(mine)[TIMES // 2], sorted(bare)[TIMES // 2]
    against = "pilote nu, mêmes contrôles, fenêtre vide"
    return [Ratio("phrase acceptée → Accueil peint (30 patients)", against, ours, limit)]


def _ours(app, theme, office) -> float:
    desktop = Desktop(office.home, theme, print, cost=COST)
    desktop.start()
    desktop._gate.drain()  # the modules load while the person types
    app.processEvents()
    desktop.window.passphrase.edit.setText(PASSPHRASE)
    start = perf_counter()
    desktop.window.unlock_button.click()
    while not isinstance(desktop.window, Shell) or desktop.window.page() is None:
        app.processEvents()
    desktop.worker.drain()
    app.processEvents()
    desktop.window.repaint()
    seconds = perf_counter() - start
    desktop.window.close()
    desktop.finish()
    return seconds


def _bare(app, path: Path, ring) -> float:
    key, _ = keys.unlock(ring, ring.accounts[0].id, PASSPHRASE, COST.bounds())
    start = perf_counter()
    connection = dbapi2.connect(str(path), isolation_level=None)
    connection.set_key(b"x'" + key.raw.hex().encode() + b"'")
    connection.execute("pragma quick_check").fetchall()
    connection.execute("pragma cipher_integrity_check").fetchall()
    connection.execute("select nom, prenom from patient order by tri").fetchall()
    window = QMainWindow()
    window.resize(1440, 900)
    window.show()
    app.processEvents()
    window.repaint()
    seconds = perf_counter() - start
    connection.close()
    window.close()
    return seconds
