"""First start: make a cabinet and its first account, or try with fictional data."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.equipe import Cabinet
from microstructure_desktop.errors import AppError
from microstructure_desktop.services.equipe import NouveauMembre
from microstructure_desktop.services.programmes import au_depart
from microstructure_desktop.services.regions import REGIONS
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

from .account_form import AccountForm

WIDTH = 620
_STICK = (
    "Ce dossier est sur une clé ou un disque qui se débranche : quittez le logiciel avant de le "
    "retirer, et gardez des sauvegardes ailleurs."
)


@dataclass(frozen=True, slots=True)
class Makers:
    """What the assistant can do; each runs on the store's thread and gives an open cabinet."""

    cabinet: Callable[[Cabinet, NouveauMembre, str], Any]
    demonstration: Callable[[Callable[[float, str], None]], Any]


class FirstStart(QWidget):
    """Three short screens; going back loses nothing.

    Signals:
        opened: the open cabinet.
        restore_requested: the cabinet is in a backup already.
        progressed: share of the demonstration written, and what is being written.
    """

    opened = Signal(object)
    restore_requested = Signal()
    progressed = Signal(float, str)

    def __init__(
        self, folder: Path, makers: Makers, worker: Worker, *, removable: bool = False
    ) -> None:
        super().__init__()
        self._makers = makers
        self._worker = worker
        self.problem = Banner()
        self.steps: list[QWidget] = []
        self.new_button = Button("Créer notre cabinet", "primary", "plus")
        self.try_button = Button("Essayer avec des données fictives", icon="eye")
        self.restore_button = Button("Restaurer une sauvegarde…", icon="archive-restore")
        self.cabinet_name = LineEdit(hint="Cabinet des Tilleuls")
        self.region = ComboField(tuple(REGIONS.items()))
        self.programme = ComboField(())
        self.structure = LineEdit(chars=16)
        self.cabinet_field = Field("Nom du cabinet", self.cabinet_name)
        self.account = AccountForm()
        self.create_button = Button("Créer le cabinet", "primary", "check")
        self._lay_out(folder, removable=removable)
        self._connect()
        self.region.set_value("OCC")
        self._offer_programmes()
        self._show_step(0)
        self.new_button.setFocus()

    def _lay_out(self, folder: Path, *, removable: bool) -> None:
        card = Card()
        card.setFixedWidth(look.current().px(WIDTH))
        card.body.setContentsMargins(36, 32, 36, 30)
        card.body.setSpacing(18)
        card.body.addLayout(
            row(
                IconLabel("circle-dot", "primary", 36),
                column(
                    Label("Bienvenue", "page"),
                    Label("Le logiciel de votre microstructure, sur cet ordinateur", "secondary"),
                    spacing=0,
                ),
                spacing=14,
            )
        )
        card.body.addWidget(self.problem)
        self.steps = [self._choice(folder, removable=removable), self._cabinet(), self._account()]
        for step in self.steps:
            card.body.addWidget(step)
        Centered(card, self)

    def _choice(self, folder: Path, *, removable: bool) -> QWidget:
        self.progress = Paragraph("", "secondary")
        self.progress.hide()
        self.stick = NoteLine("triangle-alert", _STICK if removable else "", tone="warn")
        return boxed(
            column(
                Paragraph(
                    "Tout est gardé chiffré sur cet ordinateur, sans internet. "
                    "Deux minutes suffisent pour commencer.",
                ),
                10,
                self.new_button,
                self.try_button,
                self.restore_button,
                self.progress,
                10,
                Paragraph(f"Dossier des données : {folder}", "caption"),
                self.stick,
                spacing=10,
            )
        )

    def _cabinet(self) -> QWidget:
        self.cabinet_back = Button("Retour", icon="chevron-left")
        self.cabinet_next = Button("Continuer", "primary", "chevron-right", trailing=True)
        return boxed(
            column(
                Label("Le cabinet", "section"),
                self.cabinet_field,
                Field("Région", self.region),
                Field("Programme principal", self.programme),
                Field(
                    "Code de la structure",
                    self.structure,
                    hint="Donné par l’animateur régional ; il peut être ajouté plus tard.",
                    optional=True,
                ),
                6,
                row(self.cabinet_back, None, self.cabinet_next),
                spacing=14,
            )
        )

    def _account(self) -> QWidget:
        self.account_back = Button("Retour", icon="chevron-left")
        return boxed(
            column(
                Label("Votre compte", "section"),
                self.account,
                6,
                row(self.account_back, None, self.create_button),
                spacing=14,
            )
        )

    def _connect(self) -> None:
        self.new_button.clicked.connect(self._on_new_clicked)
        self.try_button.clicked.connect(self._on_try_clicked)
        self.restore_button.clicked.connect(self._on_restore_clicked)
        self.region.currentIndexChanged.connect(self._offer_programmes)
        self.cabinet_back.clicked.connect(self._on_cabinet_back)
        self.cabinet_next.clicked.connect(self._on_cabinet_next)
        self.cabinet_name.returnPressed.connect(self._on_cabinet_next)
        self.account_back.clicked.connect(self._on_new_clicked)
        self.create_button.clicked.connect(self._on_create_clicked)
        self.account.entered.connect(self._on_create_clicked)
        self.progressed.connect(self._on_progressed)

    def _offer_programmes(self) -> None:
        """Those that run in the region; the one chosen stays when it does."""
        self.programme.set_choices(au_depart(self.region.value()))
        if self.programme.currentIndex() < 0:
            self.programme.setCurrentIndex(0)

    def show_put_aside(self, kept: Path) -> None:
        """Where the cabinet is that this one takes the place of."""
        said = f"L’ancien cabinet est gardé, toujours chiffré, dans « {kept.name} »."
        self.problem.show_message("info", said, f"Dossier : {kept.parent}")

    def step(self) -> int:
        """Rank of the screen shown: 0 choice, 1 cabinet, 2 account."""
        return next(rank for rank, step in enumerate(self.steps) if not step.isHidden())

    def _show_step(self, shown: int) -> None:
        """One screen at a time; the card is as tall as it is."""
        for rank, step in enumerate(self.steps):
            step.setVisible(rank == shown)

    def _on_new_clicked(self) -> None:
        self._show_step(1)
        self.cabinet_name.setFocus()

    def _on_cabinet_back(self) -> None:
        self._show_step(0)
        self.new_button.setFocus()

    def _on_cabinet_next(self) -> None:
        if not self.cabinet_name.text().strip():
            self.cabinet_field.set_error("Entrez le nom du cabinet.")
            self.cabinet_name.setFocus()
            return
        self.cabinet_field.set_error(None)
        self._show_step(2)
        self.account.prenom.setFocus()

    def _on_create_clicked(self) -> None:
        if not self.create_button.isEnabled() or not self.account.check():
            return
        self._busy(busy=True)
        cabinet = Cabinet(
            self.cabinet_name.text().strip(),
            self.region.value(),
            self.structure.text().strip().upper(),
            self.programme.value(),
        )
        membre, secret = self.account.membre(), self.account.secret()
        make = self._makers.cabinet
        self._worker.run(lambda _: make(cabinet, membre, secret), self._on_made, self._on_failed)

    def _on_restore_clicked(self) -> None:
        self.restore_requested.emit()

    def _on_try_clicked(self) -> None:
        self._busy(busy=True)
        self.progress.show()
        make, told = self._makers.demonstration, self.progressed.emit
        self._worker.run(lambda _: make(told), self._on_made, self._on_failed)

    def _on_progressed(self, share: float, sentence: str) -> None:
        self.progress.setText(f"{sentence}… {share:.0%}".replace("%", "\u202f%"))

    def _on_made(self, office: object) -> None:
        self.account.clear_secret()
        self.opened.emit(office)

    def _on_failed(self, failure: AppError) -> None:
        self._busy(busy=False)
        self.progress.hide()
        self.problem.show_message("danger", failure.sentence, failure.way_out)

    def _busy(self, *, busy: bool) -> None:
        doors = (self.new_button, self.try_button, self.restore_button)
        for button in (*doors, self.create_button, self.account_back):
            button.setEnabled(not busy)
        self.create_button.setText("Création…" if busy else "Créer le cabinet")
