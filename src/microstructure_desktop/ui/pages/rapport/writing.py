"""Writing: one comment on screen, from its draft to what the team says."""

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from microstructure_desktop.domain.rapport_annuel import Section
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import rapport_brouillons
from microstructure_desktop.services.annulation import Fait, noted
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.draft_keeper import DraftKeeper
from microstructure_desktop.ui.worker import Action

from . import words
from .comment_card import CommentCard

if TYPE_CHECKING:
    from collections.abc import Callable

    from microstructure_desktop.domain.rapport_annuel import Commentaire
    from microstructure_desktop.services.office import Office


class Writing(QObject):
    """One per section opened: what is typed of one never reaches another. It outlives its card
    until the store has answered.
    """

    def __init__(
        self, context: Context, annee: int, section: Section, card: CommentCard, page: QObject
    ) -> None:
        super().__init__(page)
        self._context = context
        self._annee, self._section, self._card = annee, section, card
        self._gone = False
        self.begun = False  # there is more in it than in the report
        self._keeper = DraftKeeper(context.worker, card.text, self._saving, self)
        self._keeper.saved.connect(self._on_kept)
        self._keeper.failed.connect(self._on_failed)
        card.typed.connect(self._on_typed)
        card.record_asked.connect(self.record)

    def resume(self, texte: str) -> None:
        """It was begun another day, and not recorded."""
        self.begun = True
        self._card.resume(texte)

    def refresh(self, texte: str) -> None:
        """The report says something else now; what is being typed stays."""
        if not self.begun:
            self._card.show_text(texte)

    def record(self) -> None:
        """Let what stands there be in the report."""
        if not self.begun:
            return
        self._keeper.flush()
        self.begun = False
        keep = partial(
            rapport_brouillons.enregistrer,
            annee=self._annee,
            section=self._section,
            texte=self._card.text(),
        )
        action: Callable[[Office], Fait[Commentaire]] = partial(noted, action=keep)
        self._context.worker.run(action, self._on_recorded, self._on_refused)

    def let_go(self) -> None:
        """Another part is about to be shown: its card will not be there any more."""
        waits = self.begun
        self.record()
        self._gone = True
        if not waits:
            self.deleteLater()

    def _saving(self, typed: str) -> Action[datetime]:
        return partial(
            rapport_brouillons.garder, annee=self._annee, section=self._section, texte=typed
        )

    def _on_typed(self) -> None:
        self.begun = True
        self._keeper.touch()

    def _on_kept(self, at: datetime) -> None:
        if self.begun and not self._gone:
            self._card.show_kept(at.astimezone())

    def _on_recorded(self, fait: "Fait[Commentaire]") -> None:
        if fait.changes:
            self._context.undo.offer(words.recorded(self._section), fait.changes)
        if self._gone:
            self.deleteLater()
            return
        if not self.begun:
            self._card.show_recorded()

    def _on_refused(self, error: AppError) -> None:
        self.begun = True
        self._on_failed(error)

    def _on_failed(self, error: AppError) -> None:
        if self._gone:
            said = f"{error.sentence} {error.way_out}"
            self._context.events.notify(said, kind="danger")
        else:
            self._card.show_problem(error.sentence, error.way_out)
