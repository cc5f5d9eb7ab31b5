"""Choices: which tables, of which days, with names or without, in which file."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.errors import AppError
from microstructure_desktop.services.access import Permission, allowed
from microstructure_desktop.services.cercle import MotifTropCourt
from microstructure_desktop.services.motif import MOTIF_MAX
from microstructure_desktop.services.tableaux_equipe import (
    DEMANDENT,
    Contenu,
    Demande,
    Format,
    PeriodeALEnvers,
    RienDeChoisi,
)
from microstructure_desktop.ui import look
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.check_box import CheckBox
from microstructure_desktop.ui.widgets.date_field import DateField
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import boxed, column, flow
from microstructure_desktop.ui.widgets.line_edit import LineEdit
from microstructure_desktop.ui.widgets.note_line import NoteLine
from microstructure_desktop.ui.widgets.segmented import Segmented
from microstructure_desktop.ui.widgets.themed import show_when

from . import words


class Choices(QWidget):
    """What is not in the right of a role is not offered."""

    def __init__(self, role: Role, today: date) -> None:
        super().__init__()
        self._today = today
        self.boxes = {c: CheckBox(words.CONTENTS[c][0]) for c in Contenu if _may(role, c)}
        self.nothing = NoteLine("circle-alert", "", "label", "danger")
        self.first, self.last = DateField(today=lambda: today), DateField(today=lambda: today)
        self.first_field = Field(words.FIRST, self.first)
        self.last_field = Field(words.LAST, self.last)
        self.names = Segmented(words.FLAVOURS, name=words.NAMES)
        self.about_names = Paragraph("")
        self.reason = LineEdit()
        self.reason.setMaxLength(MOTIF_MAX)
        self.reason_field = Field(words.REASON, self.reason, hint=words.REASON_HINT)
        self.format = Segmented(words.FORMATS, name=words.FILE)
        self.about_format = Paragraph("")
        show_when(self.names, allowed(role, Permission.DONNEES_NOMINATIVES))
        self.names.changed.connect(self._show_names)
        self.format.changed.connect(self._show_format)
        self._lay_out()
        self.begin(date(today.year, 1, 1), today)

    def begin(self, du: date, au: date) -> None:
        """As nobody had chosen anything: a reason given once is not that of another file."""
        for contenu, box in self.boxes.items():
            box.setChecked(contenu in words.USUAL)
        self.first.set_value(du)
        self.last.set_value(au)
        self.names.set_value(words.WITHOUT)
        self.reason.setText("")
        self.format.set_value(Format.XLSX.value)
        self._show_names(words.WITHOUT)
        self._show_format(Format.XLSX.value)
        self._forget_problems()

    def demande(self) -> Demande | None:
        """None, said at the field, when a day is missing or cannot be read."""
        self._forget_problems()
        du, au = self._day(self.first_field, self.first), self._day(self.last_field, self.last)
        if du is None or au is None:
            (self.first if du is None else self.last).setFocus()
            return None
        chosen = frozenset(c for c, box in self.boxes.items() if box.isChecked())
        named = self.names.value() == words.WITH
        return Demande(chosen, du, au, named, self.reason.text().strip() if named else "")

    def wanted(self) -> Format:
        return Format(self.format.value())

    def show_refusal(self, error: AppError) -> bool:
        """At the field that it is about; False when it is about none."""
        sentence = f"{error.sentence} {error.way_out}"
        if isinstance(error, MotifTropCourt):
            self.reason_field.set_error(sentence)
            self.reason.setFocus()
        elif isinstance(error, PeriodeALEnvers):
            self.last_field.set_error(sentence)
            self.last.setFocus()
        elif isinstance(error, RienDeChoisi):
            self.nothing.set_text(sentence)
            next(iter(self.boxes.values())).setFocus()
        else:
            return False
        return True

    def _lay_out(self) -> None:
        what = Card(words.WHAT)
        what.body.addWidget(self.nothing)
        for contenu, box in self.boxes.items():
            about = words.CONTENTS[contenu][1]
            box.setAccessibleDescription(about)
            said = column(Paragraph(about, "caption"), margins=(_under_a_tick(), 0, 0, 0))
            what.body.addLayout(column(box, said, spacing=0))
        period = Card(words.PERIOD)
        period.body.addWidget(boxed(flow(self.first_field, self.last_field)))
        names = Card(words.NAMES)
        for part in (self.names, self.about_names, self.reason_field):
            names.body.addWidget(part)
        file = Card(words.FILE)
        for part in (self.format, self.about_format):
            file.body.addWidget(part)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(16)
        for card in (what, period, names, file):
            whole.addWidget(card)

    def _day(self, field: Field, edit: DateField) -> date | None:
        day = edit.value()
        if day is None:
            field.set_error(words.UNREADABLE if edit.text().strip() else words.EMPTY_DAY)
        return day

    def _show_names(self, flavour: str) -> None:
        self.about_names.setText(words.ABOUT_NAMES[flavour])
        show_when(self.reason_field, flavour == words.WITH)
        self.reason_field.set_error(None)

    def _show_format(self, wanted: str) -> None:
        self.about_format.setText(words.ABOUT_FORMAT[wanted])

    def _forget_problems(self) -> None:
        self.nothing.set_text("")
        for field in (self.first_field, self.last_field, self.reason_field):
            field.set_error(None)


def _under_a_tick() -> int:
    return look.control_px(20) + 13


def _may(role: Role, contenu: Contenu) -> bool:
    return allowed(role, DEMANDENT[contenu])
