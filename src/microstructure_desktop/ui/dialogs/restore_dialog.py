"""RestoreDialog: put a backup in the place of the open cabinet, after what it holds was seen."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from microstructure_desktop.errors import AppError
from microstructure_desktop.services import restauration, sauvegardes
from microstructure_desktop.services.office import Office
from microstructure_desktop.services.restauration import Preparee, Regard
from microstructure_desktop.services.restauration_cle import Suite
from microstructure_desktop.services.restauration_words import avant
from microstructure_desktop.services.sauvegardes import Examen
from microstructure_desktop.services.secret_sauvegarde import BackupOtherKey, Secret
from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.line_edit import LineEdit
from microstructure_desktop.ui.widgets.note_line import NoteLine
from microstructure_desktop.ui.worker import Worker

from .frame import DialogFrame
from .restore_preview import RestorePreview, Seen
from .restore_secret import SecretFields

WORD = "restaurer"
TITLE = "Restaurer une sauvegarde"
READING = "Vérification : la sauvegarde est relue en entier…"
PREPARING = "Préparation : sauvegarde du cabinet actuel, puis copie et vérification…"
_WHAT = "Le cabinet revient à ce qu’il était ce jour-là. Voici ce que contient la sauvegarde."
KEPT = (
    "Le cabinet actuel est d’abord sauvegardé, puis gardé, chiffré, dans un dossier à côté. "
    "L’écran se verrouille à la fin."
)
_THEN = "Cette sauvegarde s’ouvre avec une phrase de passe ou une feuille de secours de ce temps-là"


class RestoreDialog(DialogFrame):
    """Signals:
    prepared: the Preparee; whoever owns the store closes it, and ends the restoration.
    """

    prepared = Signal(object)

    def __init__(
        self, parent: QWidget, path: Path, worker: Worker, now: Callable[[], datetime]
    ) -> None:
        super().__init__(parent, "archive-restore", "warn", TITLE, _WHAT, 520)
        self._path, self._worker, self._now = path, worker, now
        self._regard: Regard | None = None
        self._working = False
        self.preview = RestorePreview(KEPT)
        self.secret = SecretFields()
        self.problem = Banner()
        self.progress = NoteLine("search-check", "", "secondary", "info", ink="text2")
        self.word_edit = LineEdit()
        self.word_field = Field(f"Tapez « {WORD} » pour continuer", self.word_edit)
        self.body.addSpacing(6)
        for part in (self.preview, self.secret, self.problem, self.progress, self.word_field):
            self.body.addWidget(part)
        for part in (self.preview, self.secret, self.word_field):
            part.hide()
        self.refuse_button = self.add_button("Annuler", accepts=False)
        self.accept_button = self.add_button("Restaurer", "danger", accepts=True)
        self.accept_button.setEnabled(False)
        self.word_edit.textChanged.connect(self._on_word_changed)
        self.word_edit.returnPressed.connect(self.accept)
        self._read()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refuse_button.setFocus()

    def accept(self) -> None:
        """Prepare while the cabinet is open; nothing of it is touched before that succeeded."""
        if not self._confirmed() or self._working:
            return
        secret = None
        if not self.secret.isHidden() and (secret := self.secret.secret()) is None:
            self.grow()
            return
        self._busy(PREPARING)
        action = partial(_prepare, chemin=self._path, secret=secret)
        self._worker.run(action, self._on_prepared, self._on_refused)

    def reject(self) -> None:
        """Not in the middle of it."""
        if not self._working:
            super().reject()

    def abandon(self) -> None:
        """Out of sight with its page."""
        self._working = False
        self.reject()

    def _read(self) -> None:
        self._busy(READING)
        self._worker.run(partial(_look, chemin=self._path), self._on_read, self._on_refused)

    def _on_read(self, found: tuple[Regard, Examen, Suite]) -> None:
        self._regard, examen, suite = found
        self._busy("")
        if examen.saine:
            self._show_seen(self._regard, examen, suite)
        else:
            failure = next(c.failure for c in examen.checks if c.failure)
            self._on_refused(failure)

    def _show_seen(self, regard: Regard, examen: Examen, suite: Suite) -> None:
        seen = Seen(
            regard.cabinet,
            regard.faite_le,
            examen.patients,
            examen.derniere_saisie,
            examen.formulaires,
            journal=examen.journal,
            depuis=avant(suite),
        )
        self.preview.show_seen(seen, self._now())
        self.preview.show()
        self.word_field.show()
        self.grow()
        self.word_edit.setFocus()

    def _on_prepared(self, preparee: Preparee) -> None:
        if self.isHidden():  # its page was left meanwhile
            restauration.abandonner(preparee)
            return
        self._working = False
        self.prepared.emit(preparee)
        super().accept()

    def _on_refused(self, error: AppError) -> None:
        self._busy("")
        if isinstance(error, BackupOtherKey) and self._regard is not None:
            comptes = self._regard.comptes
            self.secret.set_accounts([(a.id, a.nom, a.role) for a in comptes])
            self.secret.show()
            self.word_field.show()
            self.problem.show_message("info", f"{_THEN}{NBSP}: donnez l’une ou l’autre.")
            self.secret.first().setFocus()
        elif not self.secret.refuse(error):
            self.problem.show_message("danger", error.sentence, error.way_out)
        self.grow()

    def _on_word_changed(self, _typed: str) -> None:
        self.accept_button.setEnabled(self._confirmed() and not self._working)

    def _confirmed(self) -> bool:
        return self.word_edit.text().strip().lower() == WORD

    def _busy(self, words: str) -> None:
        self._working = bool(words)
        self.progress.set_text(words)
        if words:
            self.problem.clear()
        self.refuse_button.setEnabled(not words)
        self.word_edit.setReadOnly(bool(words))
        self._on_word_changed("")


def _look(office: Office, *, chemin: Path) -> tuple[Regard, Examen, Suite]:
    seen, suite = restauration.regarder(chemin), restauration.suite(office, chemin)
    return seen, sauvegardes.verifier(office, chemin), suite  # which may rename a damaged one


def _prepare(office: Office, *, chemin: Path, secret: Secret | None) -> Preparee:
    return restauration.preparer_ouvert(office, chemin, secret)
