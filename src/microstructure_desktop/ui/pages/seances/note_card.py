"""NoteCard: the note shared with the team and the personal one, each saying who reads it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.tabs import Tabs
from microstructure_desktop.ui.widgets.text_area import TextArea

from . import words

SHARED = "partagee"
PERSONAL = "personnelle"
_SHARED_LABEL = "Note partagée avec l’équipe"
_PERSONAL_LABEL = "Note personnelle"
_LINES = 5


class NoteCard(Card):
    """Signals:
    edited: a note changed.
    """

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tabs = Tabs(
            (
                (SHARED, _SHARED_LABEL, "users-round"),
                (PERSONAL, _PERSONAL_LABEL, "eye-off"),
            ),
            name="Notes",
        )
        self.shared = TextArea(lines=_LINES, name=_SHARED_LABEL)
        self.personal = TextArea(lines=_LINES, name=_PERSONAL_LABEL)
        self.personal.set_note_circle(words.PERSONNELLE)
        self.body.addWidget(self.tabs)
        for note in (self.shared, self.personal):
            self.body.addWidget(note, 1)
            note.text_changed.connect(self.edited)
        self.tabs.changed.connect(self._on_tab_changed)

    def show_notes(self, shared: str, personal: str, readers: Sequence[str]) -> None:
        """Writing goes on at the end."""
        self.shared.set_text(shared)
        self.shared.set_note_circle(words.readers(readers))
        self.personal.set_text(personal)
        for note in (self.shared, self.personal):
            note.editor.moveCursor(QTextCursor.MoveOperation.End)
        self.tabs.set_current(SHARED)
        self._on_tab_changed(SHARED)

    def stops(self) -> list[QWidget]:
        """What takes the keyboard, in the order read."""
        return [*self.tabs.findChildren(Button), self.shared.editor, self.personal.editor]

    def _on_tab_changed(self, tab: str) -> None:
        self.shared.setVisible(tab == SHARED)
        self.personal.setVisible(tab == PERSONAL)
