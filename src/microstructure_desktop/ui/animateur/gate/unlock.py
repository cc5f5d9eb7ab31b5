"""Unlock: ask for the passphrase of the keys; the register opens with it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from microstructure_desktop import __version__
from microstructure_desktop.errors import AppError
from microstructure_desktop.ui import look
from microstructure_desktop.ui.animateur.desk import Desk
from microstructure_desktop.ui.dialogs.passphrase_field import PassphraseField
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.centered import Centered
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.icon_label import IconLabel
from microstructure_desktop.ui.widgets.labels import Label
from microstructure_desktop.ui.widgets.layouts import column, row
from microstructure_desktop.ui.worker import Worker

WIDTH = 430
_EMPTY = "Entrez votre phrase de passe."

Opener = Callable[[str], Desk]
"""A passphrase to an open desk; run on the worker's thread."""


class Unlock(QWidget):
    """Signals:
    unlocked: the Desk.
    """

    unlocked = Signal(object)

    def __init__(self, opener: Opener, worker: Worker) -> None:
        super().__init__()
        self._opener, self._worker = opener, worker
        self.passphrase = PassphraseField("Phrase de passe")
        self.field = Field("Phrase de passe", self.passphrase)
        self.problem = Banner()
        self.unlock_button = Button("Déverrouiller", "primary", "key-round")
        self.unlock_button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lay_out()
        self.passphrase.entered.connect(self._on_unlock_clicked)
        self.unlock_button.clicked.connect(self._on_unlock_clicked)
        self.passphrase.setFocus()

    def _lay_out(self) -> None:
        card = Card()
        card.setFixedWidth(look.current().px(WIDTH))
        card.body.setContentsMargins(36, 32, 36, 30)
        card.body.setSpacing(18)
        title = column(
            Label("Microstructure", "page"),
            Label("Animation régionale · registre et clés", "secondary"),
            spacing=0,
        )
        card.body.addLayout(row(IconLabel("circle-dot", "primary", 36), title, spacing=14))
        for part in (self.problem, self.field, self.unlock_button):
            card.body.addWidget(part)
        said = Label(f"Clés chiffrées · version {__version__}", "caption")
        Centered(card, self, row(None, IconLabel("shield-check", "ok", 15), said, None, spacing=6))

    def _on_unlock_clicked(self) -> None:
        if not self.unlock_button.isEnabled():
            return
        if not self.passphrase.text():
            self.field.set_error(_EMPTY)
            return
        self.problem.clear()
        self.field.set_error(None)
        self._busy(busy=True)
        opened = partial(self._opener, self.passphrase.text())
        self._worker.run(lambda _: opened(), self._on_opened, self._on_failed)

    def _on_opened(self, desk: Desk) -> None:
        self.passphrase.clear()
        self.unlocked.emit(desk)

    def _on_failed(self, failure: AppError) -> None:
        self._busy(busy=False)
        self.problem.show_message("danger", failure.sentence, failure.way_out)
        self.passphrase.edit.selectAll()
        self.passphrase.setFocus()

    def _busy(self, *, busy: bool) -> None:
        self.unlock_button.setEnabled(not busy)
        self.unlock_button.setText("Ouverture…" if busy else "Déverrouiller")
        self.passphrase.edit.setReadOnly(busy)
