"""Groups: a fingerprint in large, to be read aloud."""

from PySide6.QtWidgets import QGridLayout, QWidget

from .labels import Label
from .layouts import boxed, row


class Groups(QWidget):
    def __init__(self, per_row: int) -> None:
        super().__init__()
        self._per_row = per_row
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 2, 0, 2)
        self._grid.setHorizontalSpacing(22)
        self._grid.setVerticalSpacing(2)
        self._labels: list[Label] = []
        self.setLayout(row(boxed(self._grid), None))

    def show_groups(self, groups: str) -> None:
        for label in self._labels:
            self._grid.removeWidget(label)
            label.deleteLater()
        self._labels = [Label(group, "figure") for group in groups.split()]
        for place, label in enumerate(self._labels):
            label.setAccessibleName(_spoken(label.text()))
            self._grid.addWidget(label, *divmod(place, self._per_row))
        self.setAccessibleName(_spoken(groups))

    def text(self) -> str:
        return " ".join(label.text() for label in self._labels)


def _spoken(groups: str) -> str:
    """« 3 F 2 A, 9 1 C 0 »: each sign on its own, for who hears the screen."""
    return ", ".join(" ".join(group) for group in groups.split())
