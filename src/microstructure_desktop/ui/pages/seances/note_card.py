"""NoteCard: the note shared with the team and the personal one, each saying who reads it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from microstructure_desktop.services.notes_personnelles import NotesScellees
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.tabs import Tabs
from microstructure_desktop.ui.widgets.text_area import TextArea

from . import words

SHARED = "partagee"
PERSONAL = "personnelle"
_SHARED_LABEL = "Note partagée avec l’équipe"
_PERSONAL_LABEL = "Note personnelle"
_CLOSED = "Cette note personnelle est scellée."
REOPEN = "Rouvrir mes notes…"
_LINES = 5


class NoteCard(Card):
    """Signals:
    edited: a note changed.
    reopen_asked: the sealed note, with the person's own sheet.
    """

    edited = Signal()
    reopen_asked = Signal()

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
        self.sealed = ""
        self.closed = Banner("info", _CLOSED)
        self.body.addWidget(self.tabs)
        self.body.addWidget(self.closed)
        self.closed.action_clicked.connect(self.reopen_asked)
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

    def show_sealed(self, sealed: str, why: NotesScellees | None) -> None:
        """Nothing is written over a note that is not there to read; it is kept as it is."""
        self.sealed = sealed
        if why is not None:
            action = REOPEN if why.feuille else ""
            self.closed.show_message("info", why.sentence, "" if action else why.way_out, action)
        self._on_tab_changed(self.tabs.current())

    def stops(self) -> list[QWidget]:
        """What takes the keyboard, in the order read."""
        notes = [self.shared.editor, self.closed.action_button, self.personal.editor]
        return [*self.tabs.findChildren(Button), *notes]

    def _on_tab_changed(self, tab: str) -> None:
        self.shared.setVisible(tab == SHARED)
        self.personal.setVisible(tab == PERSONAL and not self.sealed)
        self.closed.setVisible(tab == PERSONAL and bool(self.sealed))
