"""PermanenceForm and AbsenceForm: a few fields on one card each."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.ids import MembreId
from microstructure_desktop.services.permanences import (
    AbsenceSaisie,
    PermanenceSaisie,
    absence_problems,
    permanence_problems,
)
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.combo_field import ComboField
from microstructure_desktop.ui.widgets.date_field import DateField, TimeField
from microstructure_desktop.ui.widgets.field import Field, show_problems
from microstructure_desktop.ui.widgets.layouts import flow, row
from microstructure_desktop.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from microstructure_desktop.domain.equipe import Membre

_WEEKLY, _ONCE = "semaine", "jour"
_NO_REASON = ("", "Sans précision")


class _Form(Card):
    """Signals:
    asked: what was typed, once nothing is missing.
    """

    asked = Signal(object)

    def __init__(self, context: Context, title: str, verb: str) -> None:
        super().__init__(title)
        self.context = context
        self.member = ComboField(chars=22)
        self.fields: dict[str, Field] = {"membre": Field("Professionnel", self.member)}
        self.save_button = Button(verb, icon="check")
        self.save_button.clicked.connect(self.save)

    def set_members(self, members: "tuple[Membre, ...]") -> None:
        """Those whose times the person may write; oneself first, alone not asked about."""
        self.member.set_choices([(m.id, m.nom_complet) for m in members])
        if not self.member.value() and members:
            mine = self.context.membre.id
            ids = [m.id for m in members]
            self.member.set_value(mine if mine in ids else ids[0])
        self.fields["membre"].setVisible(len(members) > 1)

    def membre(self) -> MembreId:
        return MembreId(self.member.value())

    def save(self) -> None:
        raise NotImplementedError

    def _lay_out(self, *more: QWidget) -> None:
        self.body.addLayout(flow(*self.fields.values(), spacing=12))
        for piece in more:
            self.body.addWidget(piece)
        self.body.addLayout(row(self.save_button, None))

    def _today(self) -> date:
        return self.context.now().date()


class PermanenceForm(_Form):
    """`asked` carries a PermanenceSaisie."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "Ajouter une permanence", "Ajouter la permanence")
        self.day = DateField(today=self._today)
        self.start = TimeField()
        self.end = TimeField()
        self.rhythm = Segmented(
            ((_WEEKLY, "Chaque semaine"), (_ONCE, "Ce jour seulement")), name="Fréquence"
        )
        self.rhythm.set_value(_WEEKLY)
        self.fields |= {
            "depuis": Field("Premier jour", self.day),
            "debut": Field("De", self.start),
            "fin": Field("À", self.end),
        }
        self._lay_out(self.rhythm)
        for editor in (self.day, self.start, self.end):
            editor.returnPressed.connect(self.save)

    def save(self) -> None:
        typed = PermanenceSaisie(
            self.membre(),
            self.start.value(),
            self.end.value(),
            self.day.value(),
            self.rhythm.value() == _ONCE,
        )
        if not show_problems(self.fields, permanence_problems(typed)):
            self.asked.emit(typed)

    def clear(self) -> None:
        self.day.set_value(None)
        self.start.set_value(None)
        self.end.set_value(None)


class AbsenceForm(_Form):
    """`asked` carries an AbsenceSaisie."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "Noter une absence", "Noter l’absence")
        self.first = DateField(today=self._today)
        self.last = DateField(today=self._today)
        reasons = [(o.code, o.label) for o in context.reference.listes["ABSENCE"].offered]
        self.reason = ComboField([_NO_REASON, *reasons])
        self.reason.set_value("")
        self.fields |= {
            "du": Field("Premier jour", self.first),
            "au": Field("Dernier jour", self.last),
            "motif": Field("Motif", self.reason, optional=True),
        }
        self._lay_out()
        self.first.changed.connect(self._on_first_changed)
        for editor in (self.first, self.last):
            editor.returnPressed.connect(self.save)

    def save(self) -> None:
        typed = AbsenceSaisie(
            self.membre(), self.first.value(), self.last.value(), self.reason.value()
        )
        if not show_problems(self.fields, absence_problems(typed)):
            self.asked.emit(typed)

    def clear(self) -> None:
        self.first.set_value(None)
        self.last.set_value(None)
        self.reason.set_value("")

    def _on_first_changed(self, day: date | None) -> None:
        """One day, until another last day is typed."""
        if day is not None and not self.last.text().strip():
            self.last.set_value(day)
