"""From the start of the process to the unlock page painted, against a bare Qt window."""

import subprocess
import sys
from pathlib import Path
from time import perf_counter

from .measure import Ratio
from .stores import closed_cabinet

TIMES = 15
BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1280, 800)
window.show()
app.processEvents()
import os
os._exit(0)
"""
OURS = """
import sys
from pathlib import Path
from microstructure_desktop import settings
from microstructure_desktop.paths import Home
from microstructure_desktop.ui import application
from microstructure_desktop.ui.desktop import Desktop
app, theme = application.create_application([])
desktop = Desktop(Home(Path(sys.argv[1])), theme, print)
desktop.start()
desktop.window.repaint()
import os
os._exit(0)
"""


def run(folder: Path) -> list[Ratio]:
    home = closed_cabinet(folder)
    mine, bare = [], []
    for _ in range(TIMES):
        bare.append(_seconds(BARE))
        mine.append(_seconds(OURS, str(home.root)))
    ours, limit = sorted(mine)[TIMES // 2], sorted(bare)[TIMES // 2]
    return [Ratio("lancement → page de déverrouillage", "fenêtre PySide6 nue", ours, limit, 1.05)]


def _seconds(script: str, *arguments: str) -> float:
    start = perf_counter()
    subprocess.run([sys.executable, "-c", script, *arguments], check=True)
    return perf_counter() - start
