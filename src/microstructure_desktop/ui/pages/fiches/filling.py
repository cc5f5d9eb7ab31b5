"""Filling: one fiche on screen, from its draft to its record."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QObject, Signal

from microstructure_desktop.domain.fiche import Answers, Fiche
from microstructure_desktop.errors import AppError
from microstructure_desktop.forms import checks
from microstructure_desktop.services import fiches
from microstructure_desktop.services.fiches import FicheOuverte
from microstructure_desktop.ui.draft_keeper import DraftKeeper
from microstructure_desktop.ui.worker import Action, Worker

from .opening import JOUR, Opened


class Filling(QObject):
    """One per opening, so that what belongs to one person never reaches another.

    Signals:
        completed: Fiche.
        refused: AppError, it was not; what was typed is still on screen and in the draft.
    """

    completed = Signal(object)
    refused = Signal(object)

    def __init__(
        self, worker: Worker, opened: Opened, answers: Callable[[], Answers], parent: QObject
    ) -> None:
        super().__init__(parent)
        self.opened = opened
        self._worker = worker
        self._answers = answers
        self.keeper = DraftKeeper(worker, answers, self._saving, self)

    def complete(self) -> None:
        """Save for the team what stands in the form."""
        self.keeper.flush()  # a refusal loses nothing
        self.keeper.hold()
        fiche, answers = self.opened.fiche, self._answers()
        save = partial(
            fiches.save,
            ouverte=fiche,
            jour=day_of(fiche, answers),
            answers=answers,
            complete=True,
        )
        self._worker.run(save, self._on_completed, self._on_refused)

    def as_left(self) -> Opened:
        """What to show again when the disk never had its last text."""
        fiche = self.opened.fiche
        answers = self.keeper.last or fiche.answers
        return replace(self.opened, fiche=replace(fiche, answers=answers, brouillon=True))

    def _saving(self, answers: Answers) -> Action[datetime]:
        fiche = self.opened.fiche
        return partial(
            fiches.save_draft, ouverte=fiche, jour=day_of(fiche, answers), answers=answers
        )

    def _on_completed(self, fiche: Fiche) -> None:
        self.completed.emit(fiche)

    def _on_refused(self, error: AppError) -> None:
        self.keeper.release()
        self.refused.emit(error)


def day_of(fiche: FicheOuverte, answers: Answers) -> date:
    """The date of the fiche, as answered."""
    return checks.day(answers.get(JOUR)) or fiche.jour
