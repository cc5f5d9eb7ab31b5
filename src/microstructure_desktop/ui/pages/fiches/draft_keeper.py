"""DraftKeeper: what is typed in a fiche is written before two seconds have passed."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from microstructure_desktop.domain.fiche import Answers
from microstructure_desktop.errors import AppError
from microstructure_desktop.forms import checks
from microstructure_desktop.services import fiches
from microstructure_desktop.services.fiches import FicheOuverte
from microstructure_desktop.ui.worker import Worker

from .opening import JOUR

DELAY_MS = 1_200  # with the time to write, under the two seconds promised


class DraftKeeper(QObject):
    """Signals:
    saved: datetime, when the draft was written.
    failed: AppError, it was not; the next change tries again.
    """

    saved = Signal(object)
    failed = Signal(object)

    def __init__(self, worker: Worker, answers: Callable[[], Answers], parent: QObject) -> None:
        super().__init__(parent)
        self._worker = worker
        self._answers = answers
        self._fiche: FicheOuverte | None = None
        self._changed = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MS)
        self._timer.timeout.connect(self.flush)

    def watch(self, fiche: FicheOuverte | None) -> None:
        """Keep this fiche from now on; None keeps nothing."""
        self._timer.stop()
        self._changed = False
        self._fiche = fiche

    def touch(self) -> None:
        """An answer changed."""
        self._changed = True
        if not self._timer.isActive():  # somebody who types steadily is saved too
            self._timer.start()

    def flush(self) -> None:
        """Write now what is not written yet."""
        self._timer.stop()
        if self._fiche is None or not self._changed:
            return
        self._changed = False
        answers = self._answers()
        action = partial(
            fiches.save_draft,
            ouverte=self._fiche,
            jour=day_of(self._fiche, answers),
            answers=answers,
        )
        self._worker.run(action, self._on_saved, self._on_failed)

    def _on_saved(self, at: datetime) -> None:
        self.saved.emit(at)

    def _on_failed(self, error: AppError) -> None:
        self._changed = True
        self.failed.emit(error)


def day_of(fiche: FicheOuverte, answers: Answers) -> date:
    """The date of the fiche, as answered."""
    return checks.day(answers.get(JOUR)) or fiche.jour
