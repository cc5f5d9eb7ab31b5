"""First start: make the animator's keys and their backup, or take them back from it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.animateur.enrol import Projet
from microstructure_desktop.errors import AppError
from microstructure_desktop.ui import look
from microstructure_desktop.ui.animateur.desk import Desk, Secrets
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.centered import Centered
from microstructure_desktop.ui.widgets.icon_label import IconLabel
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import boxed, column, row
from microstructure_desktop.ui.worker import Worker

from .backup_form import BackupForm
from .register_field import RegisterField
from .restore_form import RestoreForm
from .secret_form import SecretForm
from .who_form import WhoForm

WIDTH = 620
CHOICE, WHO, SECRET, BACKUP, RESTORE = range(5)
_WELCOME = (
    "Vos clés ouvrent ce que les cabinets vous envoient, et signent vos accusés de réception. "
    "Elles restent sur cet ordinateur, chiffrées. Cinq minutes suffisent."
)
_EACH_DAY = "Elle vous sera demandée à chaque ouverture."


@dataclass(frozen=True, slots=True)
class Makers:
    """What the assistant can do; each runs on the worker's thread and gives an open Desk."""

    create: Callable[[Secrets, Projet, str], Desk]
    restore: Callable[[Secrets, str], Desk]


class FirstStart(QWidget):
    """One short screen after another; going back loses nothing.

    Signals:
        opened: the Desk.
    """

    opened = Signal(object)

    def __init__(self, folder: Path, makers: Makers, worker: Worker) -> None:
        super().__init__()
        self._makers, self._worker = makers, worker
        self.problem = Banner()
        self.new_button = Button("Créer mes clés", "primary", "key-round")
        self.restore_button = Button("Reprendre depuis ma sauvegarde", icon="history")
        self.who, self.secret = WhoForm(), SecretForm("Votre phrase de passe")
        self.register_field = RegisterField()
        self.backup, self.restoring = BackupForm(), RestoreForm()
        self.nexts = [Button("Continuer", "primary", "chevron-right", trailing=True) for _ in "ab"]
        self.create_button = Button("Créer les clés", "primary", "check")
        self.take_button = Button("Reprendre les clés", "primary", "check")
        self.backs: list[Button] = []
        self.steps: list[QWidget] = []
        self._lay_out(folder)
        self._connect()
        self._show_step(CHOICE)

    def step(self) -> int:
        """Rank of the screen shown."""
        return next(rank for rank, step in enumerate(self.steps) if not step.isHidden())

    def _lay_out(self, folder: Path) -> None:
        card = Card()
        card.setFixedWidth(look.current().px(WIDTH))
        card.body.setContentsMargins(36, 32, 36, 30)
        card.body.setSpacing(18)
        said = Label("Le poste de l’animation régionale", "secondary")
        title = column(Label("Bienvenue", "page"), said, spacing=0)
        card.body.addLayout(row(IconLabel("circle-dot", "primary", 36), title, spacing=14))
        card.body.addWidget(self.problem)
        where = Paragraph(f"Dossier des données\xa0: {folder}", "caption")
        first = (Paragraph(_WELCOME), 10, self.new_button, self.restore_button, 10, where)
        each_day = Paragraph(_EACH_DAY, "secondary")
        self.steps = [
            boxed(column(*first, spacing=10)),
            self._step("1. Qui vous êtes", self.nexts[0], self.who, self.register_field),
            self._step("2. Votre phrase de passe", self.nexts[1], each_day, self.secret),
            self._step("3. La sauvegarde, pour le coffre", self.create_button, self.backup),
            self._step("Reprendre vos clés", self.take_button, self.restoring),
        ]
        for step in self.steps:
            card.body.addWidget(step)
        Centered(card, self)

    def _step(self, title: str, button: Button, *parts: QWidget) -> QWidget:
        back = Button("Retour", icon="chevron-left")
        self.backs.append(back)
        end = row(back, None, button)
        return boxed(column(Label(title, "section"), *parts, 6, end, spacing=14))

    def _connect(self) -> None:
        self.new_button.clicked.connect(self._on_new_clicked)
        self.restore_button.clicked.connect(self._on_restore_clicked)
        for back in self.backs:
            back.clicked.connect(self._on_back_clicked)
        self.nexts[0].clicked.connect(self._on_who_next)
        self.who.entered.connect(self._on_who_next)
        self.nexts[1].clicked.connect(self._on_secret_next)
        self.secret.entered.connect(self._on_secret_next)
        self.create_button.clicked.connect(self._on_create_clicked)
        self.backup.entered.connect(self._on_create_clicked)
        self.take_button.clicked.connect(self._on_take_clicked)
        self.restoring.entered.connect(self._on_take_clicked)

    def _show_step(self, shown: int) -> None:
        """One screen at a time; the keyboard goes to its first field."""
        self.problem.clear()
        for rank, step in enumerate(self.steps):
            step.setVisible(rank == shown)
        firsts = (self.new_button, self.who.region, self.secret.phrase, self.backup.place)
        (*firsts, self.restoring.place)[shown].setFocus()

    def _on_new_clicked(self) -> None:
        self._show_step(WHO)

    def _on_restore_clicked(self) -> None:
        self._show_step(RESTORE)

    def _on_back_clicked(self) -> None:
        self._show_step(CHOICE if self.step() == RESTORE else self.step() - 1)

    def _on_who_next(self) -> None:
        if self.who.check():
            self._show_step(SECRET)

    def _on_secret_next(self) -> None:
        if self.secret.check():
            self._show_step(BACKUP)

    def _on_create_clicked(self) -> None:
        if not self.create_button.isEnabled() or not self.backup.check(self.secret.text()):
            return
        path = self.backup.path()
        secrets = Secrets(self.secret.text(), path, self.backup.secret.text())
        made = partial(self._makers.create, secrets, self.who.projet(), self.register_field.url())
        self._run(made)

    def _on_take_clicked(self) -> None:
        if not self.take_button.isEnabled() or not self.restoring.check():
            return
        self._run(
            partial(self._makers.restore, self.restoring.secrets(), self.restoring.register.url())
        )

    def _run(self, made: Callable[[], Desk]) -> None:
        self.problem.clear()
        self._busy(busy=True)
        self._worker.run(lambda _: made(), self._on_made, self._on_failed)

    def _on_made(self, desk: Desk) -> None:
        for form in (self.secret, self.backup.secret, self.restoring.secret):
            form.clear()
        self.restoring.former.clear()
        self.opened.emit(desk)

    def _on_failed(self, failure: AppError) -> None:
        self._busy(busy=False)
        self.problem.show_message("danger", failure.sentence, failure.way_out)

    def _busy(self, *, busy: bool) -> None:
        for button in (*self.backs, self.create_button, self.take_button):
            button.setEnabled(not busy)
        self.create_button.setText("Création…" if busy else "Créer les clés")
        self.take_button.setText("Reprise…" if busy else "Reprendre les clés")
