"""Somebody at work until the lock: python -m tests.promesses.unlocked HOME WHO PATIENT HOW.

Says « ouvert » once the notes are on screen. HOW is « ligne », lock when a line comes, or « bus »,
when the computer says that it is locked. The program then takes this very process. The passphrase
comes from the clipboard, the way that leaves most copies of it.
"""

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from microstructure_desktop import app
from microstructure_desktop.paths import Home
from microstructure_desktop.private_memory import keep_private
from microstructure_desktop.ui import application
from microstructure_desktop.ui.copied import Copied
from microstructure_desktop.ui.desktop import Desktop
from microstructure_desktop.ui.shell import Shell
from tests.cabinet import PASSPHRASE
from tests.journeys.killed import cheap
from tests.journeys.walk import Person

TYPED = "canaribrouillon inachevé"
COPIED = "canaricopie de la note"


def main(home: Path, who: str, patient: str, how: str) -> None:
    keep_private()
    made, theme = application.create_application([])
    Copied(made)
    desktop = Desktop(Home(home), theme, app.restart, cost=cheap())
    desktop.start()
    person = Person(desktop)
    door = desktop.window
    door.who.set_value(who)
    QGuiApplication.clipboard().setText(PASSPHRASE)
    door.passphrase.edit.paste()
    QTest.keyClick(door.passphrase.edit, Qt.Key.Key_Return)
    person.until(lambda: isinstance(desktop.window, Shell), "the cabinet")
    person.page("dossier", patient_id=patient, onglet="seances")
    page = person.page("seance", patient_id=patient)
    person.type(page.frame.form.note.shared.editor, TYPED)
    QGuiApplication.clipboard().setText(COPIED)
    person.settle()
    sys.stdout.write("ouvert\n")
    sys.stdout.flush()
    if how == "bus":
        made.exec()
    sys.stdin.readline()
    desktop.window.context.events.lock_requested.emit()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
