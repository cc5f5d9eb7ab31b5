"""Filling: one fiche on screen, from its draft to its record."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QObject, Signal

from microstructure_desktop.domain.fiche import Answers, Fiche
from microstructure_desktop.errors import AppError
from microstructure_desktop.forms import checks
from microstructure_desktop.forms.earlier import Earlier
from microstructure_desktop.services import fiches
from microstructure_desktop.services.annulation import Fait, noted
from microstructure_desktop.services.fiches import FicheOuverte
from microstructure_desktop.ui.draft_keeper import DraftKeeper
from microstructure_desktop.ui.worker import Action, Worker

from .opening import JOUR, Opened


class Filling(QObject):
    """One per opening, so that what belongs to one person never reaches another.

    Signals:
        completed: Fait, the fiche and what saving it changed.
        refused: AppError, it was not; what was typed is still on screen and in the draft.
        dated: FicheOuverte, the last answers known now that its day is another one.
        moved: Opened, on the later version of its form.
    """

    completed = Signal(object)
    refused = Signal(object)
    dated = Signal(object)
    moved = Signal(object)

    def __init__(
        self, worker: Worker, opened: Opened, answers: Callable[[], Answers], parent: QObject
    ) -> None:
        super().__init__(parent)
        self.opened = opened
        self._worker = worker
        self._answers = answers
        self._day = day_of(opened.fiche, opened.answers)
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
        self._worker.run(partial(noted, action=save), self._on_completed, self._on_refused)

    def move(self) -> None:
        """Go on with the later version of the form, once the store has what is typed."""
        self.keeper.flush()
        self.keeper.hold()
        fiche, answers = self.opened.fiche, self._answers()
        move = partial(fiches.move, ouverte=fiche, jour=day_of(fiche, answers), answers=answers)
        self._worker.run(move, self._on_moved, self._on_refused)

    def follow_day(self) -> None:
        """Ask for the last answers known before the day answered, when it is another one."""
        day = day_of(self.opened.fiche, self._answers())
        if day != self._day:
            self._day = day
            ask = partial(fiches.precedentes, ouverte=self.opened.fiche, jour=day)
            self._worker.run(ask, self._on_precedentes, self._on_refused)

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

    def _on_completed(self, fait: Fait[Fiche]) -> None:
        self.completed.emit(fait)

    def _on_moved(self, fiche: FicheOuverte) -> None:
        self.moved.emit(replace(self.opened, fiche=fiche))

    def _on_precedentes(self, earlier: Mapping[str, Earlier]) -> None:
        fiche = replace(self.opened.fiche, precedentes=earlier)
        self.opened = replace(self.opened, fiche=fiche)
        self.dated.emit(fiche)

    def _on_refused(self, error: AppError) -> None:
        self.keeper.release()
        self.refused.emit(error)


def day_of(fiche: FicheOuverte, answers: Answers) -> date:
    """The date of the fiche, as answered."""
    return checks.day(answers.get(JOUR)) or fiche.jour
