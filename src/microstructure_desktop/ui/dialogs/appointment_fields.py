"""AppointmentFields: who, with whom, when, how long, and how often."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from microstructure_desktop.domain.ids import MembreId
from microstructure_desktop.domain.periods import mois_plus_tard
from microstructure_desktop.services.access import Permission
from microstructure_desktop.services.lecteurs import lisible
from microstructure_desktop.services.rendez_vous import (
    LONGEST,
    UNE_FOIS,
    RendezVousSaisi,
    Serie,
)
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.widgets.chips import Chips
from microstructure_desktop.ui.widgets.combo_field import ComboField
from microstructure_desktop.ui.widgets.date_field import DateField, TimeField
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.layouts import row
from microstructure_desktop.ui.widgets.line_edit import LineEdit
from microstructure_desktop.ui.widgets.segmented import Segmented
from microstructure_desktop.ui.widgets.themed import show_when

from .person_field import PersonField

if TYPE_CHECKING:
    from microstructure_desktop.domain.equipe import Membre

    from .appointment_wish import Wish

_DELAYS = (("7", "+1 sem."), ("14", "+2 sem."), ("28", "+4 sem."), ("mois", "+1 mois"))
_ONCE = "0"
_RHYTHMS = (
    (_ONCE, "Une seule fois"),
    ("1", "Chaque semaine"),
    ("2", "Toutes les 2 semaines"),
    ("4", "Toutes les 4 semaines"),
)
_USUAL_TIMES = "6"
_PERSON, _RELATIVES = "personne", "entourage"


class AppointmentFields(QWidget):
    """Signals:
    edited: the person changed something.
    reshaped: it takes more or less room.
    entered: Enter was pressed in a field of one line.
    """

    edited = Signal()
    reshaped = Signal()
    entered = Signal()

    def __init__(self, context: Context, wish: "Wish") -> None:
        super().__init__()
        self.context = context
        self._moving = wish.moved is not None
        self._start = wish.jour or self._today()
        self._membre: MembreId | None = wish.membre
        self._own_duration = wish.duree is not None
        self._members: tuple[Membre, ...] = ()
        self.person = PersonField(context)
        self.member = ComboField(chars=22)
        self.day = DateField(wish.jour, today=self._today)
        self.hour = TimeField(wish.heure)
        self.duration = LineEdit(str(wish.duree or ""), chars=8)
        self.delays = Chips(_DELAYS, single=True, name="Délai")
        self.whom = Segmented(
            ((_PERSON, "La personne"), (_RELATIVES, "Son entourage")), name="Qui vient"
        )
        self.precision = LineEdit(hint="sa sœur, visite à domicile…")
        self.rhythm = ComboField(_RHYTHMS)
        self.times = LineEdit(_USUAL_TIMES, chars=8)
        self._make_fields()
        self._fill(wish)
        self._lay_out()
        self._connect()

    def saisi(self) -> RendezVousSaisi:
        typed = self.duration.text().strip()
        return RendezVousSaisi(
            self._membre,
            self.person.value(),
            self.day.value(),
            self.hour.value(),
            int(typed) if typed.isdecimal() else None,
            self.whom.value() == _RELATIVES,
            self.precision.text(),
        )

    def serie(self) -> Serie:
        weeks = int(self.rhythm.value() or _ONCE)
        typed = self.times.text().strip()
        if self._moving or not weeks or not typed.isdecimal():
            return UNE_FOIS
        return Serie(max(1, int(typed)), weeks)

    def set_members(self, members: "tuple[Membre, ...]") -> None:
        """Those for whom the person may write; one alone is not asked about."""
        self._members = members
        if len(members) == 1:
            self._membre = members[0].id
        self.member.set_choices([(m.id, m.nom_complet) for m in members])
        self.member.set_value(self._membre or "")
        self.fields["membre"].setVisible(len(members) > 1)
        self._suggest_duration()
        self.reshaped.emit()

    def first(self) -> QWidget:
        """Where the person begins: what is not known yet."""
        if self.person.value() is None:
            return self.person.search
        return self.day

    def _make_fields(self) -> None:
        self.fields = {
            "patient": Field("Personne", self.person),
            "membre": Field("Avec", self.member),
            "jour": Field("Date", self.day),
            "heure": Field("Heure", self.hour),
            "duree": Field("Durée (min)", self.duration),
            "rythme": Field("Répéter", self.rhythm),
            "fois": Field("Fois en tout", self.times),
            "qui": Field("Qui vient", self.whom),
            "precision": Field(
                "Précision", self.precision, hint=lisible(Permission.AGENDA), optional=True
            ),
        }
        self.precision.setMaxLength(LONGEST)

    def _fill(self, wish: "Wish") -> None:
        if wish.patient is not None and wish.person is not None:
            self.person.set_person(wish.patient, wish.person, fixed=self._moving)
        known = wish.moved
        self.whom.set_value(_RELATIVES if known and known.entourage else _PERSON)
        self.precision.setText(known.precision if known else "")
        self.rhythm.set_value(_ONCE)
        self.fields["membre"].hide()
        show_when(self.fields["rythme"], not self._moving)
        self.fields["fois"].hide()

    def _lay_out(self) -> None:
        fields = self.fields
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(12)
        body.addWidget(fields["patient"])
        body.addWidget(fields["membre"])
        body.addLayout(row(fields["jour"], fields["heure"], fields["duree"], None, spacing=12))
        body.addWidget(self.delays)
        body.addLayout(row(fields["rythme"], fields["fois"], None, spacing=12))
        body.addLayout(row(fields["qui"], fields["precision"], spacing=12))

    def _connect(self) -> None:
        for line in (self.duration, self.precision, self.times, self.day, self.hour):
            line.textEdited.connect(self._on_edited)
            line.returnPressed.connect(self.entered)
        for signal in (self.day.changed, self.hour.changed, self.whom.changed):
            signal.connect(self._on_edited)
        self.member.changed.connect(self._on_member_changed)
        self.rhythm.changed.connect(self._on_rhythm_changed)
        self.delays.changed.connect(self._on_delay_chosen)
        self.person.chosen.connect(self._on_person_chosen)
        self.person.reshaped.connect(self.reshaped)

    def _on_edited(self, *_: object) -> None:
        for field in self.fields.values():
            if field.error_text:
                field.set_error(None)
        self._own_duration = self._own_duration or self.sender() is self.duration
        self.edited.emit()

    def _on_person_chosen(self) -> None:
        self._on_edited()
        if self.person.value() is not None:
            self.day.setFocus(Qt.FocusReason.TabFocusReason)
            self.day.selectAll()

    def _on_member_changed(self, membre: str) -> None:
        self._membre = MembreId(membre)
        self._suggest_duration()
        self._on_edited()

    def _on_rhythm_changed(self, weeks: str) -> None:
        self.fields["fois"].setVisible(weeks != _ONCE)
        self._on_edited()
        self.reshaped.emit()

    def _on_delay_chosen(self, codes: tuple[str, ...]) -> None:
        self.day.set_value(_later(self._start, codes[0]))
        self._on_edited()

    def _suggest_duration(self) -> None:
        """The usual session of the professional, until a length is typed."""
        found = next((m for m in self._members if m.id == self._membre), None)
        if found is not None and not self._own_duration:
            minutes = self.context.reference.seuils.duree_seance(found.role)
            self.duration.setText(str(minutes))

    def _today(self) -> date:
        return self.context.now().date()


def _later(start: date, delay: str) -> date:
    """From the day shown at first: « +2 sem. » moves an appointment by two weeks."""
    if delay == "mois":
        return mois_plus_tard(start, 1)
    return date.fromordinal(start.toordinal() + int(delay))
