"""The cabinet cannot be opened at all: what happened, and the ways out."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.errors import AppError
from microstructure_desktop.ui import look
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.centered import Centered
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import row

WIDTH = 560


class ClosedDoor(QWidget):
    """`restore`: a backup is the way out, and its button the first one.

    Signals:
        retry_requested: try to open again, after the person mended something.
        restore_requested: put a backup in the place of what cannot be opened.
    """

    retry_requested = Signal()
    restore_requested = Signal()

    def __init__(self, failure: AppError, folder: Path, *, restore: bool = False) -> None:
        super().__init__()
        self.problem = Banner("danger", failure.sentence, failure.way_out)
        self.retry_button = Button("Réessayer", "normal" if restore else "primary")
        self.retry_button.clicked.connect(self.retry_requested)
        self.restore_button = Button("Restaurer une sauvegarde…", "primary", "archive-restore")
        self.restore_button.clicked.connect(self._on_restore_clicked)
        self._restore = restore
        card = Card()
        card.setFixedWidth(look.current().px(WIDTH))
        card.body.setContentsMargins(36, 32, 36, 30)
        card.body.setSpacing(18)
        card.body.addWidget(Label("Microstructure", "page"))
        card.body.addWidget(self.problem)
        card.body.addWidget(Paragraph(f"Dossier des données : {folder}", "caption"))
        answers = row(None, self.retry_button, spacing=10)
        if restore:
            answers.addWidget(self.restore_button)
        card.body.addLayout(answers)
        Centered(card, self)

    def first(self) -> QWidget:
        return self.restore_button if self._restore else self.retry_button

    def _on_restore_clicked(self) -> None:
        self.restore_requested.emit()
