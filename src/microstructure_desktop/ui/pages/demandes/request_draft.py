"""RequestDraft: a request half typed outlives a lock, a crash or another page."""

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.services import drafts
from microstructure_desktop.services.office import Office
from microstructure_desktop.services.patients import Formulaire
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.draft_keeper import DraftKeeper

from .request_card import RequestCard


class RequestDraft(QObject):
    """One per person whose page is opened.

    Signals:
        found: what was typed before stands on the card again.
        failed: AppError, it was not written; it is tried again by itself.
    """

    found = Signal()
    failed = Signal(object)

    def __init__(self, context: Context, card: RequestCard, patient: PatientId) -> None:
        super().__init__(card)
        self._card: RequestCard | None = card
        subject = Formulaire.DEMANDE.sujet(patient)
        self._keeper = DraftKeeper(
            context.worker,
            card.typed,
            lambda typed: partial(_kept, subject=subject, patient=patient, typed=typed),
            self,
        )
        self._keeper.failed.connect(self.failed)
        card.edited.connect(self._keeper.touch)
        known = partial(drafts.load, genre=drafts.PATIENT, cible=subject)
        context.worker.run(known, self._on_known)

    def flush(self) -> None:
        """Write now what is not written yet."""
        self._keeper.flush()

    def hold(self) -> None:
        """The request is being recorded: its draft goes with it."""
        self._keeper.hold()

    def release(self) -> None:
        """It was not recorded after all."""
        self._keeper.release()

    def let_go(self) -> None:
        """The card is about to be somebody else's."""
        if self._card is not None:
            self._card.edited.disconnect(self._keeper.touch)
            self._card = None
        self._keeper.let_go()

    def _on_known(self, draft: dict[str, Any] | None) -> None:
        typed = {k: v for k, v in (draft or {}).items() if isinstance(v, str)}
        typed.pop(drafts.PATIENT, None)
        if typed and self._card is not None and not self._card.typed():
            self._card.resume(typed)
            self.found.emit()


def _kept(
    office: Office, *, subject: str, patient: PatientId, typed: Mapping[str, str]
) -> datetime:
    if typed:
        return drafts.save(office, drafts.PATIENT, subject, dict(typed), patient)
    drafts.drop(office, drafts.PATIENT, subject)
    return office.now()
