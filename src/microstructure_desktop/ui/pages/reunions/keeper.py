"""Keeper: what is edited in a meeting is on disk before two seconds have passed."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from microstructure_desktop.domain.synthese import Synthese
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import syntheses
from microstructure_desktop.services.syntheses import SavedMeanwhile, SyntheseOuverte
from microstructure_desktop.ui.context import Context

if TYPE_CHECKING:
    from microstructure_desktop.domain.ids import RevisionId

DELAY_MS = 1_200  # with the time to write, under the two seconds promised
Writing = Callable[..., SyntheseOuverte]


class Keeper(QObject):
    """Holds the meeting on screen; writes it one action at a time, each built on the last.

    With `drafts`, edits are kept as the person's own draft until `write`; without, as revisions.

    Signals:
        saved: datetime, what is on screen is on disk.
        written: SyntheseOuverte, a revision was appended.
        merged: SyntheseOuverte, a colleague's version was brought in.
        refused: AppError, nothing was written; what was typed is in the draft.
    """

    saved = Signal(object)
    written = Signal(object)
    merged = Signal(object)
    refused = Signal(object)

    def __init__(self, context: Context, *, drafts: bool, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._drafts = drafts
        self._synthese: Synthese | None = None
        self._based_on: RevisionId | None = None
        self._on_disk: Synthese | None = None  # the last revision
        self._pending = False  # edits that are not even in a draft
        self._in_draft = False
        self._sent: Synthese | None = None
        self._next: Writing | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MS)
        self._timer.timeout.connect(self.flush)

    def watch(self, ouverte: SyntheseOuverte) -> None:
        """Keep this meeting from now on."""
        self._timer.stop()
        self._pending = self._in_draft = False
        self._sent = self._next = None
        self._synthese = ouverte.synthese
        self._based_on = ouverte.based_on
        self._on_disk = None if ouverte.brouillon or not ouverte.based_on else ouverte.synthese

    @property
    def synthese(self) -> Synthese:
        assert self._synthese is not None
        return self._synthese

    @property
    def watching(self) -> bool:
        return self._synthese is not None

    def change(self, synthese: Synthese) -> None:
        """Something was edited."""
        if synthese == self._synthese:
            return
        self._synthese = synthese
        self._pending = True
        if not self._timer.isActive():  # somebody who types steadily is saved too
            self._timer.start()

    def flush(self) -> None:
        """Write now what is not on disk yet."""
        self._timer.stop()
        if not self._pending:
            return
        if not self._drafts:
            self.write()
            return
        self._put_draft()

    def write(self, action: Writing = syntheses.save) -> None:
        """Append a revision, or begin or close the meeting, after what is being written."""
        self._timer.stop()
        if self._sent is not None:
            self._next = action if action is not syntheses.save else self._next or action
            return
        self._pending = False
        if action is syntheses.save and self._synthese == self._on_disk:
            self._drop_draft()
            return
        self._in_draft = False
        self._sent = self.synthese
        ready = partial(action, synthese=self._sent, based_on=self._based_on)
        self._context.worker.run(ready, self._on_written, self._on_refused)

    def merge(self) -> None:
        """Bring in what a colleague saved."""
        self.flush()
        ready = partial(syntheses.merge, synthese=self.synthese, based_on=self._based_on)
        self._context.worker.run(ready, self._on_merged, self._on_merge_refused)

    def _drop_draft(self) -> None:
        """What was typed was taken back: nothing is unfinished any more."""
        if self._in_draft:
            self._in_draft = False
            self._context.worker.run(partial(syntheses.drop_draft, synthese_id=self.synthese.id))

    def _put_draft(self) -> None:
        self._pending = False
        self._in_draft = True
        ready = partial(syntheses.save_draft, synthese=self.synthese, based_on=self._based_on)
        self._context.worker.run(ready, self._on_draft_put, self._on_draft_refused)

    def _on_draft_put(self, at: datetime) -> None:
        self.saved.emit(at.astimezone())

    def _on_draft_refused(self, error: AppError) -> None:
        self._pending = True
        self.refused.emit(error)

    def _on_written(self, ouverte: SyntheseOuverte) -> None:
        if self._sent is None or ouverte.synthese.id != self.synthese.id:
            return  # the page has turned to another meeting
        if self._synthese == self._sent or ouverte.synthese.etat is not self._sent.etat:
            self._synthese = ouverte.synthese
        self._sent = None
        self._based_on = ouverte.based_on
        self._on_disk = ouverte.synthese
        self.saved.emit(self._context.now())
        self.written.emit(ouverte)
        action, self._next = self._next, None
        if action is not None:
            self.write(action)

    def _on_refused(self, error: AppError) -> None:
        self._sent = self._next = None
        if self._drafts or isinstance(error, SavedMeanwhile):
            self._put_draft()
        else:
            self._pending = True
        self.refused.emit(error)

    def _on_merge_refused(self, error: AppError) -> None:
        self.refused.emit(error)

    def _on_merged(self, ouverte: SyntheseOuverte) -> None:
        self.watch(ouverte)
        self._on_disk = None
        self.merged.emit(ouverte)
        self.write()
