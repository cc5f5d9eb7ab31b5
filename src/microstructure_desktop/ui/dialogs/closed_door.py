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

from .confirm import Confirm

WIDTH = 560
WORD = "repartir"
NO_BACKUP = (
    "Aucune sauvegarde n’a été trouvée sur cet ordinateur : cherchez-en d’abord une sur une clé "
    "USB ou un autre disque."
)
AFRESH = (
    "Un cabinet vide prendra la place de celui-ci. L’ancien n’est pas effacé : son dossier est "
    "gardé à côté, tel quel, sous un nom daté. Si une sauvegarde est retrouvée un jour, elle "
    "pourra encore être remise en place."
)


class ClosedDoor(QWidget):
    """`restore`: a backup is the way out, and its button the first one; `afresh`: none is here.

    Signals:
        retry_requested: try to open again, after the person mended something.
        restore_requested: put a backup in the place of what cannot be opened.
        afresh_requested: the person typed the word to begin with an empty cabinet.
    """

    retry_requested = Signal()
    restore_requested = Signal()
    afresh_requested = Signal()

    def __init__(
        self, failure: AppError, folder: Path, *, restore: bool = False, afresh: bool = False
    ) -> None:
        super().__init__()
        self.dialog: Confirm | None = None
        self.problem = Banner("danger", failure.sentence, failure.way_out)
        self.retry_button = Button("Réessayer", "normal" if restore else "primary")
        self.retry_button.clicked.connect(self.retry_requested)
        self.restore_button = Button("Restaurer une sauvegarde…", "primary", "archive-restore")
        self.restore_button.clicked.connect(self._on_restore_clicked)
        self.afresh_button = Button("Repartir de zéro…", "ghost")
        self.afresh_button.clicked.connect(self._on_afresh_clicked)
        self._restore = restore
        card = Card()
        card.setFixedWidth(look.current().px(WIDTH))
        card.body.setContentsMargins(36, 32, 36, 30)
        card.body.setSpacing(18)
        card.body.addWidget(Label("Microstructure", "page"))
        card.body.addWidget(self.problem)
        card.body.addWidget(Paragraph(f"Dossier des données : {folder}", "caption"))
        answers = row(None, self.retry_button, spacing=10)
        if afresh:
            card.body.addWidget(Paragraph(NO_BACKUP, "secondary"))
        if restore:
            answers.addWidget(self.restore_button)
        card.body.addLayout(answers)
        if afresh:
            card.body.addLayout(row(None, self.afresh_button))
        Centered(card, self)

    def first(self) -> QWidget:
        return self.restore_button if self._restore else self.retry_button

    def refuse(self, error: AppError) -> None:
        self.problem.show_message("danger", error.sentence, error.way_out)

    def _on_restore_clicked(self) -> None:
        self.restore_requested.emit()

    def _on_afresh_clicked(self) -> None:
        title = "Repartir avec un cabinet vide"
        self.dialog = Confirm(self, title, AFRESH, "Repartir de zéro", word=WORD)
        self.dialog.accepted.connect(self.afresh_requested)
        self.dialog.open()
