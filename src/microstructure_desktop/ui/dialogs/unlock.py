"""Ask who is there and for their passphrase; nothing of the data is read before."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from microstructure_desktop import __version__
from microstructure_desktop.errors import AppError
from microstructure_desktop.ui import look
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.centered import Centered
from microstructure_desktop.ui.widgets.combo_field import ComboField
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.icon_label import IconLabel
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import column, row
from microstructure_desktop.ui.worker import Worker

from .passphrase_field import PassphraseField

TRIES = 5
PAUSE_SECONDS = 60
WIDTH = 430
WRONG = "Phrase de passe non reconnue. Vérifiez la touche Maj et la disposition du clavier."

Opener = Callable[[str, str], Any]
"""(account id, passphrase) to an open cabinet; run on the store's thread."""


class UnlockPage(QWidget):
    """The five tries before a pause are a comfort against typing blindly, not a protection: the
    cost of each try is in the key file.

    Signals:
        unlocked: the open cabinet.
        refused: AppError, what keeps it closed though the passphrase was not wrong.
        restore_requested: a backup is to take its place.
        forgotten: nobody knows the passphrase any more; for that account.
    """

    unlocked = Signal(object)
    refused = Signal(object)
    restore_requested = Signal()
    forgotten = Signal(str)

    def __init__(
        self,
        cabinet: str,
        accounts: Sequence[tuple[str, str]],
        remembered: str,
        open_cabinet: Opener,
        worker: Worker,
    ) -> None:
        super().__init__()
        self._open_cabinet = open_cabinet
        self._worker = worker
        self._left = TRIES
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._on_pause_over)
        self.who = ComboField(accounts)
        self.who.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        known = {code for code, _ in accounts}
        self.who.set_value(remembered if remembered in known else accounts[0][0])
        self.passphrase = PassphraseField("Phrase de passe")
        self.passphrase.entered.connect(self._on_unlock_clicked)
        self.passphrase_field = Field("Phrase de passe", self.passphrase)
        self.tries = Paragraph("", "caption")
        self.problem = Banner()
        self.unlock_button = Button("Déverrouiller", "primary", "key-round")
        self.unlock_button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.unlock_button.clicked.connect(self._on_unlock_clicked)
        self.restore_button = Button("Restaurer une sauvegarde…", "ghost")
        self.restore_button.clicked.connect(self._on_restore_clicked)
        self.forgotten_button = Button("Phrase de passe oubliée ?", "ghost")
        self.forgotten_button.clicked.connect(self._on_forgotten_clicked)
        self._lay_out(cabinet)
        self.passphrase.setFocus()

    def _lay_out(self, cabinet: str) -> None:
        card = Card()
        card.setFixedWidth(look.current().px(WIDTH))
        card.body.setContentsMargins(36, 32, 36, 30)
        card.body.setSpacing(18)
        title = column(
            Label("Microstructure", "page"),
            Label(f"{cabinet} · données sur cet ordinateur", "secondary"),
            spacing=0,
        )
        card.body.addLayout(row(IconLabel("circle-dot", "primary", 36), title, spacing=14))
        card.body.addWidget(self.problem)
        card.body.addWidget(Field("Qui êtes-vous ?", self.who))
        card.body.addWidget(self.passphrase_field)
        card.body.addWidget(self.tries)
        card.body.addWidget(self.unlock_button)
        ways = column(spacing=0)
        for button in (self.forgotten_button, self.restore_button):
            ways.addLayout(row(None, button, None))
        card.body.addLayout(ways)
        self.tries.hide()
        foot = row(
            None,
            IconLabel("shield-check", "ok", 15),
            Label(f"Base chiffrée · version {__version__}", "caption"),
            None,
            spacing=6,
        )
        Centered(card, self, foot)

    def try_passphrase(self, text: str) -> None:
        self.passphrase.edit.setText(text)
        self._on_unlock_clicked()

    def show_problem(self, failure: AppError) -> None:
        self.problem.show_message("danger", failure.sentence, failure.way_out)

    def _on_unlock_clicked(self) -> None:
        if self._pause.isActive() or not self.unlock_button.isEnabled():
            return
        if not self.passphrase.text():
            self.passphrase_field.set_error("Entrez votre phrase de passe.")
            return
        self._busy(busy=True)
        self.problem.clear()
        self.passphrase_field.set_error(None)
        who, secret, opener = self.who.value(), self.passphrase.text(), self._open_cabinet
        self._worker.run(lambda _: opener(who, secret), self._on_opened, self._on_failed)

    def _on_restore_clicked(self) -> None:
        self.restore_requested.emit()

    def _on_forgotten_clicked(self) -> None:
        self.forgotten.emit(self.who.value())

    def _on_opened(self, office: object) -> None:
        self.passphrase.clear()
        self.unlocked.emit(office)

    def _on_failed(self, failure: AppError) -> None:
        from microstructure_desktop.services.unlock import WrongPassphrase

        self._busy(busy=False)
        if not isinstance(failure, WrongPassphrase):
            self.show_problem(failure)
            self.refused.emit(failure)
            return
        self._left -= 1
        self.passphrase_field.set_error(WRONG)
        self.passphrase.edit.selectAll()
        self.passphrase.setFocus()
        self.tries.show()
        if self._left == 0:
            self._pause.start(PAUSE_SECONDS * 1000)
            self.unlock_button.setEnabled(False)
            self.tries.setText(
                "Pause d’une minute avant de réessayer. Les données restent intactes."
            )
        else:
            essais = "essai" if self._left == 1 else "essais"
            self.tries.setText(
                f"Encore {self._left} {essais} avant une pause d’une minute. "
                "Les données restent intactes."
            )

    def _on_pause_over(self) -> None:
        self._left = TRIES
        self.unlock_button.setEnabled(True)
        self.tries.setText("Vous pouvez réessayer.")

    def _busy(self, *, busy: bool) -> None:
        self.unlock_button.setEnabled(not busy)
        self.forgotten_button.setEnabled(not busy)
        self.unlock_button.setText("Ouverture…" if busy else "Déverrouiller")
        self.passphrase.edit.setReadOnly(busy)
