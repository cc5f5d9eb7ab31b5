"""ListView: a list as we always set it; fast with thousands of rows."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from microstructure_desktop.ui.cell_roles import ROW_ROLE

from .themed import KeyboardRing, Themed


class ListView(KeyboardRing, Themed, QListView):
    """`name` is said by screen readers.

    Signals:
        row_chosen: the row clicked, or entered with the keyboard.
    """

    row_chosen = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.clicked.connect(self._on_index_chosen)

    def restyle(self) -> None:
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._on_index_chosen(self.currentIndex())
            return
        super().keyPressEvent(event)

    def show_selected(self, index: QModelIndex) -> None:
        """Select without telling: the list follows the page."""
        model = self.selectionModel()
        model.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _on_index_chosen(self, index: QModelIndex) -> None:
        self.row_chosen.emit(index.data(ROW_ROLE))
