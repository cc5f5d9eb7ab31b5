"""FactsCard: the day, the hours and the place of a meeting."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.reunion import Reunion
from microstructure_desktop.services import autres_reunions
from microstructure_desktop.services.autres_reunions import ReunionOuverte
from microstructure_desktop.ui.widgets.date_field import DateField, TimeField
from microstructure_desktop.ui.widgets.field import Field, show_problems
from microstructure_desktop.ui.widgets.layouts import row
from microstructure_desktop.ui.widgets.line_edit import LineEdit
from microstructure_desktop.ui.widgets.note_line import NoteLine

from .part import Part

_NO_DAY = "Entrez la date de la réunion, par exemple 24/11/2026."
_NO_TIME = "Entrez une heure, par exemple 14:00."


class FactsCard(Part):
    """A field that cannot be read keeps the meeting as it was."""

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__("Quand et où", parent=parent)
        self._today = today
        self.day = DateField(today=today)
        self.start = TimeField()
        self.end = TimeField()
        self.place = LineEdit()
        self.fields = {
            "jour": Field("Date", self.day),
            "debut": Field("De", self.start),
            "fin": Field("À", self.end),
            "lieu": Field("Lieu", self.place, optional=True),
        }
        self.body.setSpacing(12)
        self.body.addWidget(self.fields["jour"])
        self.body.addLayout(row(self.fields["debut"], self.fields["fin"], None, spacing=12))
        self.doubt = NoteLine("triangle-alert", "", "label", "warn")
        self.body.addWidget(self.fields["lieu"])
        self.body.addWidget(self.doubt)
        for edit in (self.day, self.start, self.end, self.place):
            edit.textEdited.connect(self.edited)
        for moved in (self.day, self.start, self.end):
            moved.changed.connect(self._on_moved)

    def show_meeting(self, ouverte: ReunionOuverte) -> None:
        reunion = ouverte.reunion
        self.day.set_value(reunion.jour)
        self.start.set_value(reunion.debut)
        self.end.set_value(reunion.fin)
        self.place.setText(reunion.lieu)
        for field in self.fields.values():
            field.set_error(None)
        for edit in (self.day, self.start, self.end, self.place):
            edit.setReadOnly(reunion.close)

    def applied(self, reunion: Reunion) -> Reunion:
        return replace(
            reunion,
            jour=self.day.value() or reunion.jour,
            debut=self.start.value() or reunion.debut,
            fin=self.end.value() if self.end.is_readable() else reunion.fin,
            lieu=self.place.text(),
        )

    def show_problems(self, reunion: Reunion) -> bool:
        """Say each at its field; False when there is none."""
        problems = autres_reunions.problems(reunion, self._today())
        if self.day.value() is None:
            problems["jour"] = _NO_DAY
        if self.start.value() is None:
            problems["debut"] = _NO_TIME
        if not self.end.is_readable():
            problems["fin"] = _NO_TIME
        return show_problems(self.fields, problems)

    def _on_moved(self, _value: object) -> None:
        self.edited.emit()
