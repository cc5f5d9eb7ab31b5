"""PatientFinder: somebody to add to the agenda, by name, number or birth date."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.domain.patient import Patient
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import syntheses
from microstructure_desktop.ui import texts
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import clear, column
from microstructure_desktop.ui.widgets.own_escape import OwnEscape
from microstructure_desktop.ui.widgets.search_box import SearchBox

from .row_button import RowButton

_SHOWN = 5


class PatientFinder(OwnEscape, QWidget):
    """A button that becomes a search; Échap gives the button back.

    Signals:
        chosen: PatientId, to add.
    """

    chosen = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._worker = context.worker
        self._discretion = context.discretion
        self._discretion.changed.connect(self._name)
        self._known: frozenset[PatientId] = frozenset()
        self._found: list[Patient] = []
        self._buttons: list[RowButton] = []
        self.open_button = Button("Ajouter un patient", "link", "plus")
        self.open_button.clicked.connect(self.open_search)
        self.search = SearchBox("Nom, n° ou naissance")
        self.search.searched.connect(self._on_searched)
        self.search.returnPressed.connect(self._on_return_pressed)
        self.search.down_pressed.connect(self._on_down_pressed)
        self.message = Paragraph("", "caption")
        self._rows = column(spacing=2)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(6)
        body.addWidget(self.open_button)
        body.addWidget(self.search)
        body.addWidget(self.message)
        body.addLayout(self._rows)
        self._show(searching=False)

    def set_known(self, known: frozenset[PatientId]) -> None:
        """Those on the agenda already are not offered."""
        self._known = known

    def open_search(self) -> None:
        self._show(searching=True)
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_search(self) -> None:
        self.search.clear()
        self._list([])
        self._show(searching=False)

    def rows(self) -> list[RowButton]:
        return list(self._buttons)

    def holds_escape(self) -> bool:
        return self.search.isVisible()

    def on_escape(self) -> None:
        self.close_search()
        self.open_button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show(self, *, searching: bool) -> None:
        self.open_button.setVisible(not searching)
        self.search.setVisible(searching)
        self.message.hide()

    def _on_searched(self, text: str) -> None:
        if not text.strip():
            self._list([])
            self.message.hide()
            return
        ready = partial(syntheses.candidates, texte=text)
        self._worker.run(ready, self._on_found, self._on_failed)

    def _on_found(self, patients: tuple[Patient, ...]) -> None:
        if self.search.isVisible() and self.search.text().strip():
            self._list([p for p in patients if p.id not in self._known][:_SHOWN])
            self.message.setText("" if self._found else "Aucun patient à ajouter.")
            self.message.setVisible(not self._found)

    def _on_failed(self, error: AppError) -> None:
        self.message.setText(error.sentence)
        self.message.show()

    def _list(self, patients: list[Patient]) -> None:
        clear(self._rows)
        self._buttons = []
        self._found = patients
        for _ in patients:
            row = RowButton()
            row.clicked.connect(self._on_row_clicked)
            self._rows.addWidget(row)
            self._buttons.append(row)
        self._name()

    def _name(self) -> None:
        for row, patient in zip(self._buttons, self._found, strict=True):
            birth = self._discretion.birth(patient)
            born = f"{texts.agreed('Né', patient.sexe)} le {birth} · " if birth else ""
            caption = f"{born}n°{texts.NBSP}{patient.dossier}"
            name = self._discretion.bare(patient)
            row.show_row(name, caption, ("user-plus", "text3"), strong=False)

    def _on_return_pressed(self) -> None:
        if len(self._found) == 1:
            self._choose(self._found[0].id)

    def _on_down_pressed(self) -> None:
        for row in self.rows()[:1]:
            row.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_row_clicked(self) -> None:
        at = next(at for at, row in enumerate(self.rows()) if row is self.sender())
        self._choose(self._found[at].id)

    def _choose(self, patient: PatientId) -> None:
        self.close_search()
        self.chosen.emit(patient)
