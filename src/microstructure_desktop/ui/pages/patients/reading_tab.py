"""ReadingTab: a list at the left, what the chosen line holds at the right."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from microstructure_desktop.ui import look
from microstructure_desktop.ui.cell_roles import ROW_ROLE
from microstructure_desktop.ui.models.columns import Column
from microstructure_desktop.ui.models.rows_model import RowsModel
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.empty_state import EmptyState
from microstructure_desktop.ui.widgets.layouts import column
from microstructure_desktop.ui.widgets.list_view import ListView
from microstructure_desktop.ui.widgets.page_body import PageBody
from microstructure_desktop.ui.widgets.row_delegate import RowDelegate, RowText

_LIST_WIDTH = 330


class ReadingTab(QWidget):
    """`identity` tells a row again after a reload; `show_row` fills `reading` for one row."""

    def __init__(
        self,
        name: str,
        icon: str,
        text: Callable[[Any], RowText],
        identity: Callable[[Any], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._identity = identity
        self.view = ListView(name)
        self.model = RowsModel(
            (Column(name, lambda row: text(row).title),),
            spoken=lambda row: text(row).spoken(),
            parent=self.view,
        )
        self.view.setModel(self.model)
        self.view.setItemDelegate(RowDelegate(text, self.view))
        self.view.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self.tools = QVBoxLayout()
        self.tools.setSpacing(8)
        body = PageBody()
        body.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        body.setAccessibleName(f"{name}, lecture")
        self.reading = body.main
        self.empty = EmptyState(icon, "")
        self._stack = QStackedWidget()
        self._lay_out(body)

    def set_rows(self, rows: Sequence[Any], if_none: str, text: str = "") -> None:
        """The row read before stays chosen; else the first one is."""
        chosen = self.chosen()
        self.model.set_rows(rows)
        self.empty.set_words(if_none, text)
        self._stack.setCurrentIndex(0 if rows else 1)
        kept = self._identity(chosen) if chosen is not None else ""
        self.choose(kept)

    def chosen(self) -> Any | None:
        return self.view.currentIndex().data(ROW_ROLE)

    def choose(self, identity: str) -> None:
        """Read that row; the first one when it is not there."""
        index = self.model.index_of(lambda row: self._identity(row) == identity)
        if not index.isValid() and self.model.rows():
            index = self.model.index(0, 0)
        self.view.show_selected(index)
        self.view.scrollTo(index)

    def show_row(self, row: Any) -> None:
        raise NotImplementedError

    def _lay_out(self, body: PageBody) -> None:
        side = Card()
        side.body.setContentsMargins(1, 8, 1, 8)
        side.body.addLayout(column(self.tools, margins=(12, 0, 12, 0)))
        side.body.addWidget(self.view, 1)
        side.setFixedWidth(look.px(_LIST_WIDTH))
        self.tools.setContentsMargins(0, 0, 0, 0)
        filled = QWidget()
        across = QHBoxLayout(filled)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addLayout(column(side, margins=(24, 20, 0, 20)))
        across.addWidget(body, 1)
        for part in (filled, self.empty):
            self._stack.addWidget(part)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _on_current_changed(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid():
            self.show_row(index.data(ROW_ROLE))
