"""Release: the version to hand out, as it would leave, then as it leaves."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.errors import AppError
from microstructure_desktop.services import (
    rapport_diffusable,
    rapport_documents,
    rapport_registre,
)
from microstructure_desktop.services.documents import Document
from microstructure_desktop.services.office import Office
from microstructure_desktop.services.rapport_diffusable import Diffusable
from microstructure_desktop.services.rapport_documents import Format
from microstructure_desktop.services.rapport_registre import Depart
from microstructure_desktop.ui.context import Context

from . import words
from .release_dialog import ReleaseDialog
from .release_view import ReleaseView


@dataclass(frozen=True, slots=True)
class ALire:
    """What would leave, where somebody may be named in it, and what left before."""

    diffusable: Diffusable
    doutes: Mapping[str, str]
    departs: tuple[Depart, ...]


class Release(QObject):
    """One per year opened; `view` stands on the page.

    Signals:
        released: (Document, Document | None), to look at, and to save when it is another file.
        ready: bool, whether it may leave.
    """

    released = Signal(object, object)
    ready = Signal(bool)

    def __init__(self, context: Context, page: QWidget, annee: int) -> None:
        self.view = ReleaseView(annee)
        super().__init__(self.view)
        self._context, self._page, self.annee = context, page, annee
        self._read: ALire | None = None
        self.dialog: ReleaseDialog | None = None
        self.view.vignettes.toggled.connect(self._on_vignettes_toggled)
        context.discretion.changed.connect(self._show_doubts)
        self.load()

    def load(self) -> None:
        read = partial(_read, annee=self.annee, vignettes=self.view.vignettes.isChecked())
        self._context.worker.run(read, self._on_read, self._on_refused)

    def ask(self) -> None:
        """One of the questions that are always asked: what leaves does not come back."""
        if self._read is None:
            return
        found = self._read.diffusable
        counts = words.release_counts(
            sum(s.diffusee for s in found.tableaux),
            sum(s.diffusee for s in found.traits),
            sum(not s.diffusee for s in found.traits),
        )
        self.dialog = ReleaseDialog(self._page, self.annee, counts, len(self._read.doutes))
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.accepted.connect(self._on_accepted)
        self.dialog.finished.connect(self._on_finished)
        self.dialog.open()

    def dismiss(self) -> None:
        if self.dialog is not None:
            self.dialog.reject()

    def _on_vignettes_toggled(self, _wanted: bool) -> None:  # noqa: FBT001
        self.load()

    def _on_read(self, found: ALire) -> None:
        self._read = found
        self.view.show_release(found.diffusable.imprime, found.departs)
        self._show_doubts()
        self.ready.emit(True)

    def _show_doubts(self) -> None:
        if self._read is not None:
            self.view.show_doubts(self._read.doutes, hidden=self._context.discretion.on)

    def _on_refused(self, error: AppError) -> None:
        self._read = None
        self.view.show_refusal(error)
        self.ready.emit(False)

    def _on_accepted(self) -> None:
        assert self.dialog is not None
        make = partial(
            _release,
            annee=self.annee,
            format_=Format(self.view.format.value()),
            vignettes=self.view.vignettes.isChecked(),
            relu=self.dialog.read_again.isChecked(),
        )
        self._context.worker.run(make, self._on_released, self._on_failed)

    def _on_finished(self) -> None:
        self.dialog = None

    def _on_released(self, made: tuple[Document, Document | None]) -> None:
        self.released.emit(*made)

    def _on_failed(self, error: AppError) -> None:
        self._context.events.notify(f"{error.sentence} {error.way_out}", kind="danger")


def _read(office: Office, *, annee: int, vignettes: bool) -> ALire:
    return ALire(
        rapport_diffusable.apercu(office, annee, vignettes=vignettes),
        rapport_diffusable.doutes(office, annee, vignettes=vignettes),
        rapport_registre.departs(office),
    )


def _release(
    office: Office, *, annee: int, format_: Format, vignettes: bool, relu: bool
) -> tuple[Document, Document | None]:
    """The pages, and the file for a word processor when it is that one that is wanted."""
    hand_out = partial(rapport_documents.diffuser, office, annee, vignettes=vignettes, relu=relu)
    pages = hand_out()
    return pages, hand_out(format_) if format_ is not Format.PDF else None
