"""PaletteKey: Ctrl+K anywhere in the window opens the palette, built the first time."""

from collections.abc import Iterable

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from .actions import Action, actions_for, patient_actions_for
from .context import Context
from .dialogs.palette import Palette
from .dialogs.palette_rows import Known

KEYS = "Ctrl+K"


class PaletteKey(QObject):
    """`sections`: the ways to each page, which the window knows."""

    def __init__(self, context: Context, sections: Iterable[Action], window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._sections = tuple(sections)
        self._window = window
        self.palette: Palette | None = None
        self._shortcut = QShortcut(QKeySequence(KEYS), window)
        self._shortcut.activated.connect(self.open)

    def open(self) -> None:
        if self.palette is None:
            role = self._context.membre.role
            actions = (*actions_for(role), *self._sections)
            known = Known(actions, patient_actions_for(role))
            self.palette = Palette(self._context, known, self._window)
        self.palette.open()

    def follow_window(self) -> None:
        """The window changed its size."""
        if self.palette is not None and self.palette.isVisible():
            self.palette.place()
