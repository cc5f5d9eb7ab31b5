"""Sender: hand over what was sealed without the window nor the store waiting for a network."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from microstructure_desktop.domain.boite_envoi import Pli
from microstructure_desktop.domain.canal import Reglage
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import expedition
from microstructure_desktop.services.accuses import AccuseLu
from microstructure_desktop.services.expedition import Passage, Tentative
from microstructure_desktop.services.office import Office

from .context import Context
from .elsewhere import Elsewhere

MINUTE = 60_000
BETWEEN_READINGS = 30
"""Minutes between two looks for receipts."""


class Sender(QObject):
    """The store says what to try, a thread of its own tries it, the store notes what came of it.

    Closing at any point is safe: what was being tried is tried again, with the same bytes.

    Signals:
        handed: (Pli, tuple of Passage), after each attempt.
        nothing_due: a round found nothing to hand over.
        received: tuple of AccuseLu, receipts that were found lying somewhere.
        failed: AppError.
    """

    handed = Signal(object, object)
    nothing_due = Signal()
    received = Signal(object)
    failed = Signal(object)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = context.worker
        self._elsewhere = Elsewhere(self)
        self._minutes = 0
        self._stopped = False
        self._timer = QTimer(self)
        self._timer.setInterval(MINUTE)
        self._timer.timeout.connect(self._on_minute)

    @property
    def busy(self) -> bool:
        """Whether something is being tried just now."""
        return self._elsewhere.busy

    def keep_on(self) -> None:
        """Go round every minute, as long as the window is there: an opening waits for nothing."""
        self._timer.start()

    def stop(self) -> None:
        """The store closes: what is still being tried will be tried again."""
        self._timer.stop()
        self._stopped = True

    def round(self) -> None:
        """Whatever is due."""
        self._worker.run(expedition.a_envoyer, self._on_due, self._on_failed)

    def hand(self, prepare: Callable[[Office], Tentative]) -> None:
        """One attempt that a person asks for."""
        self._worker.run(partial(_one, prepare=prepare), self._on_due, self._on_failed)

    def look(self) -> None:
        """For receipts, where the ways let us read."""
        self._worker.run(expedition.a_relever, self._on_ways, self._on_failed)

    def _on_minute(self) -> None:
        self.round()
        if self._minutes % BETWEEN_READINGS == 0:
            self.look()
        self._minutes += 1

    def _on_due(self, tentatives: tuple[Tentative, ...]) -> None:
        if not tentatives:
            self.nothing_due.emit()
        for each in tentatives:
            self._elsewhere.run(partial(_tried, each), self._on_tried, self._on_failed)

    def _on_tried(self, tried: tuple[Tentative, tuple[Passage, ...]]) -> None:
        if self._stopped:
            return
        note = partial(_noted, tried=tried)
        self._worker.run(note, self._on_noted, self._on_failed)

    def _on_noted(self, noted: tuple[Pli, tuple[Passage, ...]]) -> None:
        self.handed.emit(*noted)

    def _on_ways(self, ways: tuple[Reglage, ...]) -> None:
        if ways:
            read = partial(expedition.relever, ways)
            self._elsewhere.run(read, self._on_found, self._on_failed)

    def _on_found(self, found: tuple[bytes, ...]) -> None:
        if found and not self._stopped:
            keep = partial(expedition.ranger, trouves=found)
            self._worker.run(keep, self._on_received, self._on_failed)

    def _on_received(self, lus: tuple[AccuseLu, ...]) -> None:
        if lus:
            self.received.emit(lus)

    def _on_failed(self, error: AppError) -> None:
        self.failed.emit(error)


def _one(office: Office, *, prepare: Callable[[Office], Tentative]) -> tuple[Tentative, ...]:
    return (prepare(office),)


def _tried(tentative: Tentative) -> tuple[Tentative, tuple[Passage, ...]]:
    return tentative, expedition.deposer(tentative)


def _noted(
    office: Office, *, tried: tuple[Tentative, tuple[Passage, ...]]
) -> tuple[Pli, tuple[Passage, ...]]:
    return expedition.noter(office, *tried), tried[1]
