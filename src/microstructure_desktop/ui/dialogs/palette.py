"""Palette: people, actions and settings from anywhere, by a few letters."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from microstructure_desktop.services.access import Permission, allowed
from microstructure_desktop.services.office import Office
from microstructure_desktop.services.recherche import search
from microstructure_desktop.ui import look
from microstructure_desktop.ui.actions import PatientAction
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.models.columns import Column
from microstructure_desktop.ui.models.rows_model import RowsModel
from microstructure_desktop.ui.texts import NBSP, count
from microstructure_desktop.ui.widgets.banner import announce
from microstructure_desktop.ui.widgets.list_view import ListView

from .palette_delegate import PaletteDelegate
from .palette_edit import PaletteEdit
from .palette_rows import Entry, Found, Heading, Known, Row, beginning, rows

_WIDTH = 620
_EDGE = 24
_FROM_TOP = 0.13
_VEIL = 90  # of 255
_HINT = "Une personne, une action, un réglage"
_FEWEST = 2  # letters before people are asked for
_Index = QModelIndex | QPersistentModelIndex


class PaletteFrame(QFrame):
    """Named for the stylesheet."""


class _Rows(RowsModel):
    """Headings are read, never chosen."""

    def flags(self, index: _Index) -> Qt.ItemFlag:
        heading = index.isValid() and isinstance(self.row(index.row()), Heading)
        return Qt.ItemFlag.NoItemFlags if heading else super().flags(index)


class Palette(QWidget):
    """Over the whole window, with the keyboard; what was shown comes back as it was."""

    def __init__(self, context: Context, known: Known, parent: QWidget) -> None:
        super().__init__(parent)
        self.context = context
        self._known = known
        self._found = Found()
        self._back: QWidget | None = None
        self._enter_waits = False
        self.edit = PaletteEdit(_HINT)
        self.view = ListView("Résultats")
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setUniformItemSizes(False)
        self.model = _Rows((Column("Résultat", _title),), spoken=_spoken, parent=self.view)
        self.view.setModel(self.model)
        self.view.setItemDelegate(PaletteDelegate(self.view))
        self.frame = PaletteFrame(self)
        body = QVBoxLayout(self.frame)
        body.setContentsMargins(1, 1, 1, 8)
        body.setSpacing(4)
        body.addWidget(self.edit)
        body.addWidget(self.view, 1)
        self.setAccessibleName("Palette de commandes")
        self.edit.textChanged.connect(self._on_typed)
        self.edit.moved.connect(self._on_moved)
        self.edit.entered.connect(self._on_entered)
        self.edit.left.connect(self.close_now)
        self.view.row_chosen.connect(self._on_chosen)
        context.discretion.changed.connect(self._show_rows)
        context.theme.changed.connect(self._show_rows)
        context.navigator.route_requested.connect(self._on_route_requested)
        context.events.lock_requested.connect(self._on_locked)
        self.hide()

    def open(self) -> None:
        """Empty, whatever was typed last time."""
        self._back = QApplication.focusWidget()
        self._found, self._enter_waits = Found(), False
        self.edit.clear()
        self._show_rows()
        self.place()
        self.show()
        self.raise_()
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_now(self) -> None:
        """Give the keyboard back to where it was."""
        if not self.isVisible():
            return
        self.hide()
        if self._back is not None and self._back.isVisible():
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        self._back = None

    def place(self) -> None:
        """As high as what is listed, within the window."""
        ground = self.parentWidget()
        assert ground is not None
        self.setGeometry(ground.rect())
        width = min(look.px(_WIDTH), self.width() - 2 * _EDGE)
        top = round(self.height() * _FROM_TOP)
        listed = sum(self.view.sizeHintForRow(at) for at in range(len(self.model.rows())))
        around = self.edit.sizeHint().height() + 16
        height = min(around + listed, self.height() - top - _EDGE)
        corner = QPoint((self.width() - width) // 2, top)
        self.frame.setGeometry(QRect(corner, QSize(width, height)))

    def current(self) -> Entry | None:
        index = self.view.currentIndex()
        row = self.model.row(index.row()) if index.isValid() else None
        return row if isinstance(row, Entry) else None

    def paintEvent(self, event: QPaintEvent) -> None:
        veil = QColor(Qt.GlobalColor.black)
        veil.setAlpha(_VEIL)
        QPainter(self).fillRect(event.rect(), veil)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.frame.geometry().contains(event.position().toPoint()):
            self.close_now()

    # --- what the person does ---------------------------------------------------------------

    def _on_typed(self, _text: str) -> None:
        self._enter_waits = False
        typed = self._typed()
        if len(typed) < _FEWEST or not self._may_find():
            self._found = Found(typed)
            self._show_rows()
        else:
            # What is listed stays until the answer, a few milliseconds later: no flicker.
            ask = partial(_found, typed=typed, actions=self._known.with_patient)
            self.context.worker.run(ask, self._on_found)

    def _on_found(self, found: Found) -> None:
        """An answer to what is no longer typed is dropped."""
        if found.typed != self._typed() or not self.isVisible():
            return
        self._found = found
        self._show_rows()
        entry = self.current()
        self._say(entry)
        if self._enter_waits and entry is not None:
            self._on_chosen(entry)
        self._enter_waits = False

    def _on_moved(self, by: int) -> None:
        places = [at for at, row in enumerate(self.model.rows()) if isinstance(row, Entry)]
        if not places:
            return
        here = self.view.currentIndex().row()
        rank = places.index(here) + by if here in places else 0
        step = rank % len(places) if abs(by) == 1 else min(max(rank, 0), len(places) - 1)
        self._select(places[step])
        announce(self.edit, _spoken(self.model.row(places[step])))

    def _on_entered(self) -> None:
        """Typed faster than people are found: the answer to come is the one wanted."""
        if self._found.typed != self._typed():
            self._enter_waits = True
            return
        entry = self.current()
        if entry is not None:
            self._on_chosen(entry)

    def _on_chosen(self, entry: Row) -> None:
        if not isinstance(entry, Entry):
            return
        self.close_now()
        if entry.key:
            others = tuple(key for key in self._known.recent if key != entry.key)
            self._known = replace(self._known, recent=(entry.key, *others))
        entry.do(self.context)

    # --- what happens elsewhere -------------------------------------------------------------

    def _on_route_requested(self, _route: object) -> None:
        self._back = None
        self.close_now()

    def _on_locked(self) -> None:
        self.hide()
        self.edit.clear()

    # --- what is shown ----------------------------------------------------------------------

    def _show_rows(self) -> None:
        typed = self._found.typed
        listed = rows(typed, self._found, self._known, self.context.discretion)
        if not listed:
            listed = (Heading(f"Aucun résultat pour «{NBSP}{typed}{NBSP}»"),)
        self.model.set_rows(listed)
        first = next((at for at, row in enumerate(listed) if isinstance(row, Entry)), None)
        if first is not None:
            self._select(first)
        self.place()

    def _select(self, at: int) -> None:
        index = self.model.index(at, 0)
        self.view.show_selected(index)
        alone = at > 0 and isinstance(self.model.row(at - 1), Heading)
        self.view.scrollTo(self.model.index(at - 1, 0) if alone else index)
        self.view.scrollTo(index)

    def _say(self, entry: Entry | None) -> None:
        many = sum(isinstance(row, Entry) for row in self.model.rows())
        announce(self.edit, f"{count(many, 'résultat')}. {entry.spoken() if entry else ''}".strip())

    def _typed(self) -> str:
        return self.edit.text().strip()

    def _may_find(self) -> bool:
        return allowed(self.context.membre.role, Permission.IDENTITE)


def _found(office: Office, *, typed: str, actions: tuple[PatientAction, ...]) -> Found:
    """People by what is typed; or, when it begins with an action, by the rest."""
    lignes = search(office, typed)
    begun = None if lignes else beginning(typed, actions)
    if begun is None:
        return Found(typed, lignes)
    action, rest = begun
    return Found(typed, search(office, rest), action)


def _title(row: Row) -> str:
    return row.text if isinstance(row, Heading) else row.title


def _spoken(row: Row) -> str:
    return row.text if isinstance(row, Heading) else row.spoken()
