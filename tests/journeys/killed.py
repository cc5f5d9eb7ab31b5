"""A scale half typed in a fiche, then no power: python -m tests.journeys.killed HOME WHO PATIENT.

The process kills itself once the page says that what was typed is kept.
"""

import os
import signal
import sys
from datetime import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from microstructure_desktop.demo.clock import Clock
from microstructure_desktop.paths import Home
from microstructure_desktop.services.office import Cost
from microstructure_desktop.store import keys
from microstructure_desktop.store.keys import KdfParams, Limits
from microstructure_desktop.ui import application
from microstructure_desktop.ui.desktop import Desktop
from microstructure_desktop.ui.shell import Shell
from microstructure_desktop.ui.widgets.score_grid import ScoreGrid
from tests.cabinet import PASSPHRASE, TODAY

from .walk import Person

FORM = "psychologique_suivi"
TYPED = (2, 1, 3, 0, 2)
_DIGITS = (Qt.Key.Key_0, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)


def cheap() -> Cost:
    """Keys that cost nothing, as those of the test that starts this process."""
    params = KdfParams(m=8, t=1, p=1)
    return Cost(params, Limits(floor=params, ceiling=keys.LIMITS.ceiling))


def enter(person: Person, who: str) -> None:
    door = person.desktop.window
    door.who.set_value(who)
    person.type(door.passphrase.edit, PASSPHRASE)
    QTest.keyClick(door.passphrase.edit, Qt.Key.Key_Return)
    person.until(lambda: isinstance(person.desktop.window, Shell), "the cabinet")
    person.settle()


def score(person: Person, patient: str) -> None:
    page = person.page("fiche", patient_id=patient, form_id=FORM)
    page.nav.button("echelles").click()
    page.form_view.row("echelles_a_coter").field.editor.chip("PHQ9").click()
    grid = page.form_view.row("echelle_phq9").findChild(ScoreGrid)
    for figure in TYPED:
        QTest.keyClick(grid, _DIGITS[figure])
    person.until(lambda: bool(page.header.saved.text()), "the draft")


def main(home: Path, who: str, patient: str) -> None:
    clock = Clock(TODAY)
    clock.set(TODAY, time(14, 5))
    _, theme = application.create_application([])
    desktop = Desktop(Home(home), theme, print, cost=cheap(), now=clock)
    desktop.start()
    person = Person(desktop)
    enter(person, who)
    score(person, patient)
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
