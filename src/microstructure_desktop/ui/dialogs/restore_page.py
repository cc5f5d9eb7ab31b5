"""RestorePage: put a backup in place when no cabinet is open, or none can be."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.errors import AppError
from microstructure_desktop.services.restauration import Apercu, Bilan, Regard
from microstructure_desktop.services.restauration_words import apres, avant
from microstructure_desktop.services.sauvegardes import Sauvegarde
from microstructure_desktop.services.secret_sauvegarde import Secret
from microstructure_desktop.ui import backup_words, look
from microstructure_desktop.ui.texts import count
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.centered import Centered
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.icon_label import IconLabel
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import boxed, column, row
from microstructure_desktop.ui.widgets.line_edit import LineEdit
from microstructure_desktop.ui.widgets.note_line import NoteLine
from microstructure_desktop.ui.widgets.themed import show_when
from microstructure_desktop.ui.worker import Worker

from .backup_choice import BackupChoice
from .restore_preview import RestorePreview, Seen
from .restore_secret import SecretFields

WIDTH = 560
TITLE = "Restaurer une sauvegarde"
WORD = "restaurer"
READING = "Vérification : la sauvegarde est relue en entier…"
RESTORING = "Restauration, puis relecture et vérification… N’éteignez pas l’ordinateur."
KEPT = (
    "Le coffre en place n’est pas effacé : il est gardé tel quel, chiffré, dans un dossier à côté."
)
DONE = "La sauvegarde est en place, relue et vérifiée."
_NONE_HERE = (
    "Aucune sauvegarde n’a été trouvée sur cet ordinateur. Branchez la clé qui en porte une, puis "
    "choisissez le fichier."
)
_CHOICE, _PREVIEW, _END = range(3)


@dataclass(frozen=True, slots=True)
class Restorer:
    """What the page can do; each but `found` and `now` runs on the store's thread.

    `in_place`: a store is there, whatever its state.
    """

    found: Sequence[Sauvegarde]
    in_place: bool
    look: Callable[[Path], Regard]
    preview: Callable[[Path, Secret], Apercu]
    restore: Callable[[Path, Secret], Bilan]
    now: Callable[[], datetime]


class RestorePage(QWidget):
    """Which backup and with what; what it holds; what was done. Going back loses nothing.

    Signals:
        left: the person gave up.
        done: the cabinet can be opened.
    """

    left = Signal()
    done = Signal()

    def __init__(self, restorer: Restorer, worker: Worker, chosen: Path | None = None) -> None:
        super().__init__()
        self._restorer, self._worker = restorer, worker
        self._path: Path | None = None
        self._secret: Secret | None = None
        self.problem = Banner()
        self.progress = NoteLine("search-check", "", "secondary", "info", ink="text2")
        self.choice = BackupChoice(restorer.found, chosen)
        self.choice_field = Field("Sauvegarde", self.choice)
        self.whose = Paragraph("", "secondary")
        self.secret = SecretFields()
        self.preview = RestorePreview(KEPT if restorer.in_place else "")
        self.word_edit = LineEdit()
        self.word_field = Field(f"Tapez « {WORD} » pour continuer", self.word_edit)
        self.back_button = Button("Retour", icon="chevron-left")
        self.see_button = Button("Voir ce qu’elle contient", "primary", "search-check")
        self.again_button = Button("Retour", icon="chevron-left")
        self.restore_button = Button("Restaurer", "primary", "archive-restore")
        self.open_button = Button("Ouvrir le cabinet", "primary", "key-round")
        self.kept = Paragraph("", "secondary")
        self.steps = [self._choice_step(), self._preview_step(), self._end_step()]
        self._lay_out()
        self._connect()
        self._show_step(_CHOICE)
        self._look()

    def first(self) -> QWidget:
        """What receives the keyboard: what was found already needs a secret only."""
        return self.choice if self.choice.path() is None else self.secret.first()

    def step(self) -> int:
        """Rank of the screen shown: 0 choice, 1 what it holds, 2 done."""
        return next(rank for rank, step in enumerate(self.steps) if not step.isHidden())

    def _lay_out(self) -> None:
        card = Card()
        card.setFixedWidth(look.current().px(WIDTH))
        card.body.setContentsMargins(36, 32, 36, 30)
        card.body.setSpacing(18)
        card.body.addLayout(
            row(IconLabel("archive-restore", "primary", 36), Label(TITLE, "page"), None, spacing=14)
        )
        for part in (self.problem, *self.steps, self.progress):
            card.body.addWidget(part)
        Centered(card, self)

    def _choice_step(self) -> QWidget:
        return boxed(
            column(
                self.choice_field,
                self.whose,
                self.secret,
                6,
                row(self.back_button, None, self.see_button),
                spacing=14,
            )
        )

    def _preview_step(self) -> QWidget:
        buttons = row(self.again_button, None, self.restore_button)
        return boxed(column(self.preview, self.word_field, 6, buttons, spacing=14))

    def _end_step(self) -> QWidget:
        return boxed(column(self.kept, 6, row(None, self.open_button), spacing=14))

    def _connect(self) -> None:
        self.choice.changed.connect(self._on_choice_changed)
        self.secret.entered.connect(self._on_see_clicked)
        self.back_button.clicked.connect(self.left)
        self.see_button.clicked.connect(self._on_see_clicked)
        self.again_button.clicked.connect(self._on_again_clicked)
        self.word_edit.textChanged.connect(self._show_ready)
        self.word_edit.returnPressed.connect(self._on_restore_clicked)
        self.restore_button.clicked.connect(self._on_restore_clicked)
        self.open_button.clicked.connect(self.done)

    # --- which one, and with what -----------------------------------------------------------

    def _look(self) -> None:
        """Whose it is, as far as its head says."""
        self._path = self.choice.path()
        self.choice_field.set_error(None)
        self.whose.setText("" if self._path else _NONE_HERE)
        for part in (self.secret, self.see_button):
            show_when(part, self._path is not None)
        if self._path is not None:
            path, seen = self._path, self._restorer.look
            self._worker.run(lambda _: seen(path), self._on_looked, self._on_not_looked)

    def _on_choice_changed(self, _path: Path) -> None:
        self.problem.clear()
        self._look()
        self.secret.first().setFocus()

    def _on_looked(self, regard: Regard) -> None:
        made = backup_words.moment(regard.faite_le)
        self.whose.setText(f"{regard.cabinet}, sauvegarde du {made}.")
        self.secret.set_accounts([(a.id, a.nom, a.role) for a in regard.comptes])

    def _on_not_looked(self, error: AppError) -> None:
        self.choice_field.set_error(f"{error.sentence} {error.way_out}")
        for part in (self.secret, self.see_button):
            part.hide()
        self.choice.setFocus()

    def _on_see_clicked(self) -> None:
        if not self.see_button.isEnabled() or self._path is None:
            return
        self._secret = secret = self.secret.secret()
        if secret is not None:
            self._busy(READING)
            path, preview = self._path, self._restorer.preview
            self._worker.run(lambda _: preview(path, secret), self._on_seen, self._on_refused)

    # --- what it holds ----------------------------------------------------------------------

    def _on_seen(self, found: Apercu) -> None:
        self._busy("")
        seen = Seen(
            found.cabinet,
            found.faite_le,
            found.patients,
            found.derniere_saisie,
            found.formulaires,
            journal=found.journal,
            depuis=avant(found.suite),
        )
        self.preview.show_seen(seen, self._restorer.now())
        show_when(self.word_field, self._restorer.in_place)
        self.word_edit.clear()
        self._show_step(_PREVIEW)
        self._show_ready()
        (self.word_edit if self._restorer.in_place else self.restore_button).setFocus()

    def _on_again_clicked(self) -> None:
        self.problem.clear()
        self._show_step(_CHOICE)
        self.secret.first().setFocus()

    def _on_restore_clicked(self) -> None:
        if not self.restore_button.isEnabled() or self._path is None or self._secret is None:
            return
        self._busy(RESTORING)
        path, secret, restore = self._path, self._secret, self._restorer.restore
        self._worker.run(lambda _: restore(path, secret), self._on_restored, self._on_refused)

    def _on_restored(self, bilan: Bilan) -> None:
        self._busy("")
        self._secret = None
        self.secret.forget()
        found = bilan.apercu
        made, who = backup_words.moment(found.faite_le), count(found.patients, "patient")
        self.problem.show_message("ok", DONE, f"{found.cabinet}, {who}, sauvegarde du {made}.")
        self.kept.setText("\n".join(_kept(bilan)))
        self._show_step(_END)
        self.open_button.setFocus()

    def _on_refused(self, error: AppError) -> None:
        self._busy("")
        self._show_ready()
        if not self.secret.refuse(error):
            self.problem.show_message("danger", error.sentence, error.way_out)

    def _show_step(self, shown: int) -> None:
        for rank, step in enumerate(self.steps):
            step.setVisible(rank == shown)

    def _show_ready(self) -> None:
        typed = self.word_edit.text().strip().lower()
        ready = typed == WORD or not self._restorer.in_place
        self.restore_button.setEnabled(ready and not self.progress.text())

    def _busy(self, words: str) -> None:
        self.progress.set_text(words)
        if words:
            self.problem.clear()
        for button in (self.back_button, self.see_button, self.again_button, self.restore_button):
            button.setEnabled(not words)
        for edit in (self.word_edit, self.secret.passphrase.edit, self.secret.code):
            edit.setReadOnly(bool(words))
        self.choice.setEnabled(not words)


def _kept(bilan: Bilan) -> Iterator[str]:
    """What became of the key, and where what was there before is."""
    yield from apres(bilan)
    if bilan.garde:
        yield f"L’ancien coffre est gardé, chiffré, dans « {bilan.garde} »."
    if bilan.formulaires_gardes:
        yield f"Les formulaires remplacés sont gardés dans « {bilan.formulaires_gardes} »."
    if bilan.formulaires_en_attente:
        yield "Le disque a refusé les formulaires du cabinet : la prochaine ouverture les remettra."
