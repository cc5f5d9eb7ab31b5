"""Reminders: who is to be asked for what, then letters or messages in a folder."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QScrollArea, QWidget

from microstructure_desktop.animateur.reminders import Relance
from microstructure_desktop.errors import AppError
from microstructure_desktop.ui import look
from microstructure_desktop.ui.animateur.page import Page
from microstructure_desktop.ui.animateur.saving import FileSaver
from microstructure_desktop.ui.dialogs.frame import DialogFrame
from microstructure_desktop.ui.texts import count
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.check_box import CheckBox
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import boxed, column
from microstructure_desktop.ui.widgets.scrolled import scrolled

from . import acts, wording

_TITLE = "Préparer les relances"
_WHAT = (
    "Chaque cabinet reçoit la liste de ses mois manquants et comment les envoyer. Rien ne part "
    "d’ici\xa0: vous imprimez les lettres, ou vous ouvrez les messages dans votre messagerie."
)
_WIDTH, _MARGIN = 560, 34
_MANY, _TALL = 5, 270


class RemindersDialog(DialogFrame):
    """Signals:
    letters_asked, messages_asked: the reminders chosen, as a tuple.
    """

    letters_asked = Signal(object)
    messages_asked = Signal(object)

    def __init__(self, parent: QWidget, relances: tuple[Relance, ...]) -> None:
        super().__init__(parent, "mail", "primary", _TITLE, _WHAT, _WIDTH)
        self._relances = relances
        self.boxes: list[CheckBox] = []
        rows = column(spacing=2)
        for relance in relances:
            box = CheckBox(relance.structure.nom)
            box.setChecked(True)
            box.toggled.connect(self._on_toggled)
            owed = Paragraph(wording.owed(relance), "caption")
            said = column(owed, margins=(_MARGIN, 0, 0, 6))
            self.boxes.append(box)
            rows.addLayout(column(box, said, spacing=0))
        self.body.addSpacing(8)
        inner = boxed(rows)
        self.body.addWidget(_scrolled(inner) if len(relances) > _MANY else inner)
        self.cancel_button = self.add_button("Fermer", accepts=False)
        self.messages_button = Button("Messages…", "normal", "mail")
        self.letters_button = Button("Lettres (PDF)…", "primary", "printer")
        for button in (self.messages_button, self.letters_button):
            self.buttons.addWidget(button)
        self.messages_button.clicked.connect(self._on_messages_clicked)
        self.letters_button.clicked.connect(self._on_letters_clicked)

    def chosen(self) -> tuple[Relance, ...]:
        pairs = zip(self._relances, self.boxes, strict=True)
        return tuple(relance for relance, box in pairs if box.isChecked())

    def _on_toggled(self) -> None:
        for button in (self.messages_button, self.letters_button):
            button.setEnabled(bool(self.chosen()))

    def _on_messages_clicked(self) -> None:
        self.messages_asked.emit(self.chosen())

    def _on_letters_clicked(self) -> None:
        self.letters_asked.emit(self.chosen())


def _scrolled(inner: QWidget) -> QScrollArea:
    """A region may owe more than a window is tall."""
    area = scrolled(inner)
    area.setFrameShape(QFrame.Shape.StyledPanel)
    area.setFixedHeight(look.control_px(_TALL))
    return area


class Reminders(QObject):
    """Asks, writes, and says what was written."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._chosen: tuple[Relance, ...] = ()
        self.saver = FileSaver(page.context, page)
        self.saver.saved.connect(self._on_saved)
        self.saver.failed.connect(page.say)
        self.folder: QFileDialog | None = None

    def ask(self) -> None:
        self._page.ask(acts.a_relancer, self._on_known)

    def close(self) -> None:
        self.saver.close()
        if self.folder is not None:
            self.folder.reject()

    def _on_known(self, relances: tuple[Relance, ...]) -> None:
        if not relances or not self._page.isVisible():
            return
        dialog = RemindersDialog(self._page, relances)
        dialog.letters_asked.connect(self._on_letters_asked)
        dialog.messages_asked.connect(self._on_messages_asked)
        self._page.show_dialog(dialog)

    def _on_letters_asked(self, relances: tuple[Relance, ...]) -> None:
        self._shut()
        self._page.ask(acts.lettres, self._on_letters, self._on_failed, demandes=relances)

    def _on_letters(self, made: tuple[str, bytes]) -> None:
        if self._page.isVisible():
            self.saver.ask(*made)

    def _on_messages_asked(self, relances: tuple[Relance, ...]) -> None:
        self._shut()
        self._chosen = relances
        dialog = self.folder = QFileDialog(self._page, "Dossier des messages")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_folder_chosen)
        dialog.finished.connect(self._on_folder_finished)
        dialog.open()

    def _on_folder_chosen(self, name: str) -> None:
        given = {"demandes": self._chosen, "dossier": Path(name)}
        self._page.ask(acts.messages, self._on_written, self._on_failed, **given)

    def _on_folder_finished(self) -> None:
        self.folder = None

    def _on_written(self, number: int) -> None:
        said = count(number, "message prêt", "messages prêts")
        self._page.context.events.notify(f"{said} à ouvrir dans votre messagerie")

    def _on_saved(self, path: Path) -> None:
        self._page.context.events.notify(f"Lettres enregistrées\xa0: {path.name}")

    def _on_failed(self, error: AppError) -> None:
        self._page.say(error)

    def _shut(self) -> None:
        if self._page.dialog is not None:
            self._page.dialog.accept()
