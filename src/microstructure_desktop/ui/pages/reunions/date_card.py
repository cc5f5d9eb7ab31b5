"""DateCard: when the meeting is planned."""

from collections.abc import Callable
from datetime import date, time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.date_field import DateField, TimeField
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.layouts import row
from microstructure_desktop.ui.widgets.note_line import NoteLine

from . import words

_PAST = "Cette date est passée : le compte rendu portera celle du jour où vous commencez."


class DateCard(Card):
    """Signals:
    day_chosen: date.
    time_chosen: time.
    """

    day_chosen = Signal(object)
    time_chosen = Signal(object)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__("Date", parent=parent)
        self._today = today
        self.day = DateField(today=today)
        self.time = TimeField()
        self.day.changed.connect(self._on_day_changed)
        self.time.changed.connect(self._on_time_changed)
        self._day_field = Field("Jour", self.day)
        self._time_field = Field("Heure", self.time)
        fields = row(self._day_field, self._time_field, None, spacing=14)
        self.body.addLayout(fields)
        self.note = NoteLine("calendar")
        self.body.addWidget(self.note)

    def show_date(self, day: date, hour: time) -> None:
        self.day.set_value(day)
        self.time.set_value(hour)
        for field in (self._day_field, self._time_field):
            field.set_error(None)
        self._say(day)

    def _say(self, day: date) -> None:
        past = day < self._today()
        told = f"{words.title_date(day)}, {words.in_days(day, self._today())}"
        self.note.set_text(_PAST if past else told)

    def _on_day_changed(self, day: date | None) -> None:
        wrong = "Entrez la date de la réunion, par exemple 26/11/2026."
        self._day_field.set_error(None if day else wrong)
        if day is not None:
            self._say(day)
            self.day_chosen.emit(day)

    def _on_time_changed(self, hour: time | None) -> None:
        self._time_field.set_error(None if hour else "Entrez l’heure, par exemple 12:30.")
        if hour is not None:
            self.time_chosen.emit(hour)
