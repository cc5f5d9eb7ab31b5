"""Filters: whose accesses, about whom, what was done, and when."""

from collections.abc import Callable, Iterable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.domain.ids import MembreId
from microstructure_desktop.services.journal import Demande, Personne
from microstructure_desktop.services.journal_words import ACTIONS
from microstructure_desktop.ui import look
from microstructure_desktop.ui.widgets.combo_field import ComboField
from microstructure_desktop.ui.widgets.date_field import DateField
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.layouts import boxed, flow, row
from microstructure_desktop.ui.widgets.search_box import SearchBox
from microstructure_desktop.ui.widgets.themed import show_when

ANY = ""
_UNREADABLE = "Écrivez un jour, par exemple 17/11/2026"
_BACKWARDS = "Ce jour est avant le premier de la période"


class Filters(QWidget):
    """Signals:
    changed: Demande, what is asked for now.
    """

    changed = Signal(object)

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self.search = SearchBox("Nom, n°, date", "Ctrl+F")
        self.person = ComboField(chars=22)
        self.action = ComboField(
            [(ANY, "Toutes"), *((a.value, said) for a, said in ACTIONS.items())]
        )
        self.first = DateField(today=today)
        self.last = DateField(today=today)
        self.patient_field = Field("Personne suivie", self.search)
        self.person_field = Field("Membre de l’équipe", self.person)
        self.first_field = Field("Du", self.first)
        self.last_field = Field("Au", self.last)
        self.search.setMinimumWidth(look.px(240))
        fields = (self.patient_field, self.person_field, Field("Action", self.action))
        period = boxed(row(self.first_field, self.last_field, spacing=16))
        self.setLayout(flow(*fields, period))
        self.action.set_value(ANY)
        self.set_people(())
        self.search.searched.connect(self._on_changed)
        for field in (self.person, self.action, self.first, self.last):
            field.changed.connect(self._on_changed)

    def set_people(self, people: Iterable[Personne]) -> None:
        """Nothing to choose for who reads their own accesses only."""
        known = tuple(people)
        self.person.set_choices([(ANY, "Tous"), *((p.id, p.nom) for p in known)])
        if not self.person.value():
            self.person.set_value(ANY)
        show_when(self.person_field, len(known) > 1)

    def forget_patient(self) -> None:
        """Another way to say who is chosen: what was typed says nothing any more."""
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)

    def demande(self) -> Demande:
        return Demande(
            MembreId(self.person.value()) if self.person.value() else None,
            texte=self.search.text(),
            action=Action(self.action.value()) if self.action.value() else None,
            du=self.first.value(),
            au=self.last.value(),
        )

    def _on_changed(self, _value: object) -> None:
        """A period that cannot be read asks for nothing: its field says why."""
        problems = [
            None if field.is_readable() else _UNREADABLE for field in (self.first, self.last)
        ]
        du, au = self.first.value(), self.last.value()
        if du is not None and au is not None and au < du:
            problems[1] = _BACKWARDS
        self.first_field.set_error(problems[0])
        self.last_field.set_error(problems[1])
        if not any(problems):
            self.changed.emit(self.demande())
