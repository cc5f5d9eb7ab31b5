"""RescuePage: what to do when a passphrase is forgotten, before anything is open."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.errors import AppError
from microstructure_desktop.services.equipe import passphrase_problem
from microstructure_desktop.ui import look
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.centered import Centered
from microstructure_desktop.ui.widgets.combo_field import ComboField
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.icon_label import IconLabel
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import boxed, column, row
from microstructure_desktop.ui.widgets.line_edit import LineEdit
from microstructure_desktop.ui.widgets.note_line import NoteLine
from microstructure_desktop.ui.worker import Worker

from .confirm import Confirm
from .passphrase_field import PassphraseField

WIDTH = 620
WORD = "repartir"
COLLEAGUE = (
    "Le plus simple : un collègue qui gère les comptes ouvre le cabinet et vous donne une nouvelle "
    "phrase de passe, dans « Équipe et droits »."
)
SHEET = (
    "Personne ne peut l’ouvrir ? La feuille de secours imprimée, dans son enveloppe, permet de "
    "choisir une nouvelle phrase de passe."
)
SEALED = (
    "Les notes personnelles écrites avec l’ancienne phrase de passe resteront scellées : seule "
    "votre feuille personnelle, si vous en avez une, les rouvrira. Tout le reste est là."
)
AFRESH = (
    "Un cabinet vide prendra la place de celui-ci. L’ancien n’est pas effacé : son dossier, "
    "toujours chiffré, est gardé à côté sous un nom daté. Si la phrase de passe ou la feuille de "
    "secours est retrouvée, il pourra être rouvert."
)


@dataclass(frozen=True, slots=True)
class Rescuers:
    """What the page can do; each runs on the store's thread.

    `read`: what was typed to a code that opens this cabinet. `open`: that code, an account and
    its new passphrase to an open cabinet. `afresh`: put the cabinet aside, and say where.
    """

    read: Callable[[str], bytes]
    open: Callable[[bytes, str, str], Any]
    afresh: Callable[[], Path]


class RescuePage(QWidget):
    """Three short screens; going back loses nothing.

    Signals:
        unlocked: the open cabinet.
        back_requested: to the passphrase.
        put_aside: Path, where the former cabinet is now.
    """

    unlocked = Signal(object)
    back_requested = Signal()
    put_aside = Signal(object)

    def __init__(
        self,
        cabinet: str,
        accounts: Sequence[tuple[str, str]],
        who: str,
        rescuers: Rescuers,
        worker: Worker,
    ) -> None:
        super().__init__()
        self._rescuers = rescuers
        self._worker = worker
        self._code = b""
        self.dialog: Confirm | None = None
        self.problem = Banner()
        self.sheet_button = Button("Avec la feuille de secours", "primary", "key-round")
        self.afresh_button = Button("Repartir de zéro…", "ghost")
        self.back_button = Button("Retour", icon="chevron-left")
        self.code = LineEdit()
        self.code_field = Field(
            "Code de la feuille de secours",
            self.code,
            hint="Huit groupes de cinq signes. Les espaces et les minuscules ne comptent pas ; "
            "un lecteur de codes peut lire le code carré ici.",
        )
        self.code_back = Button("Retour", icon="chevron-left")
        self.code_next = Button("Continuer", "primary", "chevron-right", trailing=True)
        self.who = ComboField(accounts)
        self.who.set_value(who)
        self.new_back = Button("Retour", icon="chevron-left")
        self.open_button = Button("Ouvrir le cabinet", "primary", "check")
        self.steps = [self._choice(), self._code_step(), self._new_step()]
        self._lay_out(cabinet)
        self._connect()
        self._show_step(0)

    def _lay_out(self, cabinet: str) -> None:
        card = Card()
        card.setFixedWidth(look.current().px(WIDTH))
        card.body.setContentsMargins(36, 32, 36, 30)
        card.body.setSpacing(18)
        title = column(
            Label("Phrase de passe oubliée", "page"), Label(cabinet, "secondary"), spacing=0
        )
        card.body.addLayout(row(IconLabel("key-round", "primary", 36), title, spacing=14))
        card.body.addWidget(self.problem)
        for step in self.steps:
            card.body.addWidget(step)
        Centered(card, self)

    def _choice(self) -> QWidget:
        return boxed(
            column(
                Paragraph(COLLEAGUE),
                Paragraph(SHEET),
                6,
                row(self.back_button, self.afresh_button, None, self.sheet_button, spacing=10),
                spacing=12,
            )
        )

    def _code_step(self) -> QWidget:
        return boxed(
            column(self.code_field, 6, row(self.code_back, None, self.code_next), spacing=14)
        )

    def _new_step(self) -> QWidget:
        self.new = PassphraseField("Nouvelle phrase de passe")
        self.again = PassphraseField("La nouvelle, une seconde fois")
        self.new_field = Field(
            "Nouvelle phrase de passe",
            self.new,
            hint="Au moins 12 caractères ; quelques mots à la suite conviennent très bien.",
        )
        self.again_field = Field("La même, une seconde fois", self.again)
        return boxed(
            column(
                Field("Qui êtes-vous ?", self.who),
                self.new_field,
                self.again_field,
                NoteLine("info", SEALED, "secondary", "info", ink="text"),
                6,
                row(self.new_back, None, self.open_button),
                spacing=14,
            )
        )

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.back_requested)
        self.sheet_button.clicked.connect(self._on_sheet_clicked)
        self.afresh_button.clicked.connect(self._on_afresh_clicked)
        self.code_back.clicked.connect(self._on_code_back)
        self.code_next.clicked.connect(self._on_code_next)
        self.code.returnPressed.connect(self._on_code_next)
        self.new_back.clicked.connect(self._on_sheet_clicked)
        self.open_button.clicked.connect(self._on_open_clicked)
        self.again.entered.connect(self._on_open_clicked)

    def step(self) -> int:
        """Rank of the screen shown: 0 choice, 1 code, 2 new passphrase."""
        return next(rank for rank, step in enumerate(self.steps) if not step.isHidden())

    def _show_step(self, shown: int) -> None:
        self.problem.clear()
        for rank, step in enumerate(self.steps):
            step.setVisible(rank == shown)
        first = (self.sheet_button, self.code, self.new)[shown]
        first.setFocus()

    # --- the sheet --------------------------------------------------------------------------

    def _on_sheet_clicked(self) -> None:
        self._show_step(1)

    def _on_code_back(self) -> None:
        self._show_step(0)

    def _on_code_next(self) -> None:
        if not self.code_next.isEnabled():
            return
        if not self.code.text().strip():
            self.code_field.set_error("Entrez le code de la feuille.")
            self.code.setFocus()
            return
        self._busy(busy=True)
        read, typed = self._rescuers.read, self.code.text()
        self._worker.run(lambda _: read(typed), self._on_code_read, self._on_code_refused)

    def _on_code_read(self, code: bytes) -> None:
        self._busy(busy=False)
        self._code = code
        self.code_field.set_error(None)
        self._show_step(2)

    def _on_code_refused(self, error: AppError) -> None:
        self._busy(busy=False)
        self.code_field.set_error(f"{error.sentence} {error.way_out}")
        self.code.setFocus()

    def _on_open_clicked(self) -> None:
        weak = passphrase_problem(self.new.text())
        differs = self.new.text() != self.again.text() and not weak
        self.new_field.set_error(weak)
        self.again_field.set_error(
            "Les deux phrases de passe sont différentes." if differs else None
        )
        if weak or differs:
            (self.new if weak else self.again).setFocus()
        elif self.open_button.isEnabled():
            self._busy(busy=True)
            opener, code = self._rescuers.open, self._code
            who, secret = self.who.value(), self.new.text()
            self._worker.run(lambda _: opener(code, who, secret), self._on_opened, self._on_failed)

    def _on_opened(self, office: object) -> None:
        for editor in (self.new, self.again):
            editor.clear()
        self.code.clear()
        self._code = b""
        self.unlocked.emit(office)

    # --- starting afresh --------------------------------------------------------------------

    def _on_afresh_clicked(self) -> None:
        title = "Repartir avec un cabinet vide"
        self.dialog = Confirm(self, title, AFRESH, "Repartir de zéro", word=WORD)
        self.dialog.accepted.connect(self._on_afresh_accepted)
        self.dialog.open()

    def _on_afresh_accepted(self) -> None:
        self._busy(busy=True)
        afresh = self._rescuers.afresh
        self._worker.run(lambda _: afresh(), self._on_put_aside, self._on_failed)

    def _on_put_aside(self, kept: Path) -> None:
        self.put_aside.emit(kept)

    def _on_failed(self, error: AppError) -> None:
        self._busy(busy=False)
        self.problem.show_message("danger", error.sentence, error.way_out)

    def _busy(self, *, busy: bool) -> None:
        for button in (self.code_next, self.open_button, self.afresh_button, self.back_button):
            button.setEnabled(not busy)
        self.open_button.setText("Ouverture…" if busy else "Ouvrir le cabinet")
