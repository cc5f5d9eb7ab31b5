"""OrganisationCard: what the team settles for itself, and when it meets next."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.date_field import DateField
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.text_area import TextArea

from . import words


class OrganisationCard(Card):
    """Signals:
    text_edited: str.
    next_chosen: date | None.
    """

    text_edited = Signal(str)
    next_chosen = Signal(object)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.text = TextArea(lines=6)
        self.text.text_changed.connect(self._on_text_changed)
        self.next = DateField(today=today)
        self.next.changed.connect(self._on_next_changed)
        self._next_field = Field("Prochaine réunion", self.next)
        self.body.setSpacing(16)
        self.body.addWidget(Field("Questions d’organisation", self.text, hint=words.readers()))
        self.body.addWidget(self._next_field)
        self._silent = False

    def show_organisation(self, text: str, next_: date | None, *, closed: bool) -> None:
        self._silent = True
        if self.text.text() != text:
            self.text.set_text(text)
        self._silent = False
        self.text.set_read_only(closed)
        if self.next.value() != next_ or not self.next.is_readable():
            self.next.set_value(next_)
        self.next.setReadOnly(closed)
        self._say(next_)

    def _say(self, day: date | None) -> None:
        unreadable = "Entrez la date de la prochaine réunion, par exemple 17/12/2026."
        self._next_field.set_hint(words.title_date(day) if day else "À fixer ensemble.")
        self._next_field.set_error(None if self.next.is_readable() else unreadable)

    def _on_text_changed(self) -> None:
        if not self._silent:
            self.text_edited.emit(self.text.text())

    def _on_next_changed(self, day: date | None) -> None:
        self._say(day)
        if self.next.is_readable():
            self.next_chosen.emit(day)
