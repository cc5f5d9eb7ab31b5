"""One month of a cabinet through the real window, in a process of its own: python walk.py HOME.

Everything typed carries a marker; the test that starts this process looks for it on the disk.
"""

import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from microstructure_desktop import log
from microstructure_desktop.paths import Home
from microstructure_desktop.ui import application
from microstructure_desktop.ui.desktop import Desktop
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.shell import Shell

PHRASE = "canariphrase pour ouvrir le coffre"
MARKS = {
    "nom": "Canarinom",
    "prenom": "Canariprénom",
    "note": "canarinote dit qu’elle dort mieux",
    "personnelle": "canariperso à reprendre",
    "brouillon": "canaribrouillon inachevé",
    "reunion": "canarireunion décidée ensemble",
    "panne": "canaripanne",
}
PATIENCE = 20.0


class Person:
    """Types, clicks and waits, like somebody at the desk."""

    def __init__(self, desktop: Desktop) -> None:
        self.desktop = desktop
        self.app = QApplication.instance()

    def until(self, ready, what: str) -> None:
        end = time.monotonic() + PATIENCE
        while not ready():
            if time.monotonic() > end:
                raise SystemExit(f"waited in vain: {what}")
            self.app.processEvents()

    def settle(self) -> None:
        """Everything asked of the store is answered and shown."""
        for _ in range(3):
            self.desktop.worker.drain()
            self.app.processEvents()

    def type(self, widget, text: str) -> None:
        for sign in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                no_key = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, sign)
                QApplication.sendEvent(widget, no_key)

    def page(self, name: str, **params):
        self.desktop.window.context.navigator.go(Route(name, **params))
        self.settle()
        return self.desktop.window.page()


def create(person: Person) -> None:
    first = person.desktop.window
    first.new_button.click()
    person.type(first.cabinet_name, "Cabinet des Essais")
    first.cabinet_next.click()
    account = first.account
    account.role.set_value("psychologue")
    for widget, text in (
        (account.prenom, "Claire"),
        (account.nom, "Modèle"),
        (account.passphrase.edit, PHRASE),
        (account.again.edit, PHRASE),
    ):
        person.type(widget, text)
    first.create_button.click()
    person.until(lambda: isinstance(person.desktop.window, Shell), "the cabinet")
    person.settle()


def register(person: Person) -> str:
    page = person.page("patients", nouveau="")
    fields = page.creation.fields
    person.type(fields.editor("nom"), MARKS["nom"])
    person.type(fields.editor("prenom"), MARKS["prenom"])
    person.type(fields.editor("naissance"), "14/05/1992")
    page.creation.save_button.click()
    navigator = person.desktop.window.context.navigator
    person.until(lambda: navigator.current.name == "dossier", "the record")
    person.settle()
    return navigator.current["patient_id"]


def record(person: Person, patient: str) -> None:
    page = person.page("seance", patient_id=patient)
    form = page.frame.form
    person.type(form.note.shared.editor, MARKS["note"])
    person.type(form.note.personal.editor, MARKS["personnelle"])
    form.suites.discuss.setChecked(True)
    person.type(form.suites.question, MARKS["note"])
    page.frame.finish.click()
    navigator = person.desktop.window.context.navigator
    person.until(lambda: navigator.current.name == "dossier", "the session")
    page = person.page("seance", patient_id=patient)
    person.type(page.frame.form.note.shared.editor, MARKS["brouillon"])
    QTest.keyClick(person.desktop.window, Qt.Key.Key_Escape)
    person.settle()


def meet(person: Person) -> None:
    page = person.page("preparation")
    page.proposals.all_button.click()
    person.settle()
    page.begin_button.click()
    navigator = person.desktop.window.context.navigator
    person.until(lambda: navigator.current.name == "synthese", "the meeting")
    person.settle()
    page = person.desktop.window.page()
    person.until(page.meeting.isVisible, "the agenda")
    person.type(
        page.meeting.discussion.situation_card.areas["psychologique"].editor, MARKS["reunion"]
    )
    page.header.close_clicked.emit()
    person.settle()
    dialog = next(w for w in page.findChildren(QDialog) if w.isVisible())
    dialog.accept()
    person.settle()


def main(home: Path) -> int:
    place = Home(home)
    log.set_up(place.journaux)
    app, theme = application.create_application([])
    application.install_hook(lambda: None)
    desktop = Desktop(place, theme, print)
    desktop.start()
    person = Person(desktop)
    create(person)
    patient = register(person)
    record(person, patient)
    meet(person)
    try:
        int(MARKS["panne"])
    except ValueError:
        sys.excepthook(*sys.exc_info())
    sys.stdout.write("marche finie\n")
    sys.stdout.flush()
    if "--tuer" in sys.argv:
        os._exit(9)
    desktop.window.close()
    desktop.finish()
    app.processEvents()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))
