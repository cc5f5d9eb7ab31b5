"""PersonField: somebody found by name, number or birth date, with the keyboard alone."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import QStyleOptionViewItem, QVBoxLayout, QWidget

from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.errors import AppError
from microstructure_desktop.services.recherche import search
from microstructure_desktop.ui import look
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.models.columns import Column
from microstructure_desktop.ui.models.rows_model import RowsModel
from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.widgets.banner import announce
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import boxed, row
from microstructure_desktop.ui.widgets.list_view import ListView
from microstructure_desktop.ui.widgets.row_delegate import RowDelegate, RowText
from microstructure_desktop.ui.widgets.search_box import SearchBox

if TYPE_CHECKING:
    from microstructure_desktop.services.lignes import PatientLigne
    from microstructure_desktop.services.office import Office
    from microstructure_desktop.ui.discretion import Person

_SHOWN = 8
_ROWS = 3
_ROW = 50
_Index = QModelIndex | QPersistentModelIndex


class PersonField(QWidget):
    """A search until somebody is chosen; then their name, and a way to choose again.

    Enter takes the first one found; Down goes to the list.

    Signals:
        chosen: somebody is, or nobody any more.
    reshaped: it takes more or less room.
    """

    chosen = Signal()
    reshaped = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._id: PatientId | None = None
        self._person: Person | None = None
        self._take_first = False
        self.search = SearchBox("Nom, n° ou naissance")
        self.view = ListView("Personnes trouvées")
        self.model = RowsModel(
            (Column("Personne", context.discretion.name),),
            spoken=lambda r: self._row_text(r).spoken(),
            parent=self.view,
        )
        self.view.setModel(self.model)
        self.view.setItemDelegate(_Rows(self._row_text, self.view))
        self.nobody = Paragraph("", "caption")
        self.name = Label("", "strong")
        self.change_button = Button("Changer", "link")
        self._taken = boxed(row(self.name, self.change_button, None, spacing=12))
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(4)
        for part in (self.search, self.nobody, self.view, self._taken):
            body.addWidget(part)
        self.setFocusProxy(self.search)
        self._connect()
        self._show()

    def value(self) -> PatientId | None:
        return self._id

    def set_person(self, patient_id: PatientId, person: "Person", *, fixed: bool = False) -> None:
        """Somebody known; `fixed`: it is about them and nobody else."""
        self._id, self._person = patient_id, person
        self.change_button.setVisible(not fixed)
        self._show()

    def _connect(self) -> None:
        self.search.searched.connect(self._on_searched)
        self.search.returnPressed.connect(self._on_return_pressed)
        self.search.down_pressed.connect(self._on_down_pressed)
        self.view.row_chosen.connect(self._on_row_chosen)
        self.change_button.clicked.connect(self._on_change_clicked)
        self.context.discretion.changed.connect(self._show)

    def _show(self) -> None:
        taken = self._person is not None
        self._taken.setVisible(taken)
        self.search.setVisible(not taken)
        self.nobody.setVisible(not taken and bool(self.nobody.text()))
        self.view.setVisible(not taken and bool(self.model.rows()))
        self.view.setFixedHeight(look.control_px(_ROW) * min(len(self.model.rows()), _ROWS) + 4)
        if self._person is not None:
            self.name.setText(self.context.discretion.name(self._person))
        self.model.name_anew()
        self.reshaped.emit()

    def _row_text(self, ligne: "PatientLigne") -> RowText:
        discretion = self.context.discretion
        number = f"n°{NBSP}{ligne.dossier}"
        born = discretion.birth(ligne)
        return RowText(discretion.bare(ligne), born, number, faded=not ligne.actif)

    def _on_searched(self, _text: str) -> None:
        self._take_first = False
        typed = self.search.text().strip()
        if typed:
            self.context.worker.run(partial(_found, typed=typed), self._on_found, self._on_failed)
        else:
            self._list((), "")

    def _on_return_pressed(self) -> None:
        """What is shown may be an older answer: the one that comes is taken from."""
        self._take_first = bool(self.search.text().strip())

    def _on_found(self, answer: "tuple[str, tuple[PatientLigne, ...]]") -> None:
        typed, found = answer
        if typed != self.search.text().strip() or self._person is not None:
            return
        self._list(found[:_SHOWN], "" if found else "Personne ne correspond.")
        if self._take_first and found:
            self._on_row_chosen(found[0])

    def _on_failed(self, error: AppError) -> None:
        self._list((), error.sentence)

    def _list(self, found: "tuple[PatientLigne, ...]", words: str) -> None:
        self.model.set_rows(found)
        self.nobody.setText(words)
        if words:
            announce(self, words)
        self._show()

    def _on_down_pressed(self) -> None:
        if self.model.rows():
            self.view.setCurrentIndex(self.model.index(0, 0))
            self.view.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_row_chosen(self, ligne: "PatientLigne") -> None:
        self._id, self._person = ligne.id, ligne
        self._take_first = False
        self._show()
        self.chosen.emit()

    def _on_change_clicked(self) -> None:
        self._id, self._person = None, None
        self._show()
        self.search.selectAll()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.chosen.emit()


class _Rows(RowDelegate):
    """Lower rows than a page's: a dialog has little room."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(look.px(200), look.control_px(_ROW))


def _found(office: "Office", *, typed: str) -> "tuple[str, tuple[PatientLigne, ...]]":
    return typed, search(office, typed)
