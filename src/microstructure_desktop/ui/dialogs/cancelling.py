"""Cancelling: ask why, take a record out, and offer to bring it back."""

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.errors import AppError
from microstructure_desktop.services import corbeille
from microstructure_desktop.services.annulation import Fait, noted
from microstructure_desktop.services.corbeille import GENRES, Genre
from microstructure_desktop.services.lecteurs import lisible
from microstructure_desktop.services.office import Office
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.undo_stack import REDO

from .reason import ReasonDialog

_KEPT = (
    "Les listes et les comptes l’oublient aussitôt. La corbeille permet de rétablir "
    "pendant 30 jours."
)


class Cancelling(QObject):
    """Opens the question over `page`; what follows is told at the bottom of the window.

    Signals:
        cancelled: the record that is out of the lists now.
    """

    cancelled = Signal(str)

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self.dialog: ReasonDialog | None = None

    def ask(self, kind: str, entity: str) -> None:
        """`kind`: one of those that can be cancelled (« consultation », « fiche »…)."""
        genre = GENRES[kind]
        this = "cette" if genre.feminin else "ce"
        words = f"{this} {genre.mot.lower()}"
        self.dialog = ReasonDialog(
            self._page,
            f"Annuler {words}{NBSP}?",
            _KEPT,
            f"Annuler {words}",
            genre.motifs,
            readers=lisible(genre.permission),
        )
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        answer = _Answer(self, genre, entity, self.dialog)
        self.dialog.accepted.connect(answer.cancel)
        self.dialog.rejected.connect(answer.deleteLater)
        self.dialog.open()

    def run(self, entity: str, motif: str, answer: "_Answer") -> None:
        cancel = partial(_cancelled, entity=entity, motif=motif)
        self._context.worker.run(cancel, answer.on_done, self.on_failed)

    def on_done(self, genre: Genre, entity: str, fait: Fait[None]) -> None:
        e = "e" if genre.feminin else ""
        self._context.undo.offer(
            f"{genre.mot} annulé{e}",
            fait.changes,
            undone=f"{genre.mot} rétabli{e}",
            action=REDO,
        )
        self.cancelled.emit(entity)

    def on_failed(self, error: AppError) -> None:
        self._context.events.notify(f"{error.sentence} {error.way_out}", kind="danger")


class _Answer(QObject):
    """One question, about one record."""

    def __init__(
        self, cancelling: Cancelling, genre: Genre, entity: str, dialog: ReasonDialog
    ) -> None:
        super().__init__(cancelling)
        self._cancelling = cancelling
        self._genre = genre
        self._entity = entity
        self._dialog = dialog

    def cancel(self) -> None:
        self._cancelling.run(self._entity, self._dialog.reason(), self)

    def on_done(self, fait: Fait[None]) -> None:
        self._cancelling.on_done(self._genre, self._entity, fait)
        self.deleteLater()


def _cancelled(office: Office, *, entity: str, motif: str) -> Fait[None]:
    return noted(office, partial(corbeille.cancel, entity=entity, motif=motif))
