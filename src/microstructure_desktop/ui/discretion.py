"""Discretion: how the people followed are named on screen, in full or by their initials."""

from datetime import date
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from microstructure_desktop.domain.patient import Patient

from .texts import NBSP, numeric_date


class Person(Protocol):
    """A patient, or a line about one."""

    @property
    def nom_affiche(self) -> str: ...
    @property
    def initiales(self) -> str: ...
    @property
    def dossier(self) -> str: ...
    @property
    def naissance(self) -> date: ...
    @property
    def anonyme(self) -> bool: ...


class Discretion(QObject):
    """One per unlocked window, off at each start. What was typed and what is printed stay as
    they are.

    Signals:
        changed: everybody shown is to be named anew.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._on = False

    @property
    def on(self) -> bool:
        return self._on

    def switch(self, *, on: bool) -> None:
        if on != self._on:
            self._on = on
            self.changed.emit()

    def toggle(self) -> None:
        self.switch(on=not self._on)

    def name(self, person: Person) -> str:
        """« DELMAS Sophie », or « S. D. · n° 0027 »."""
        if self._on:
            return f"{_initials(person)} · n°{NBSP}{person.dossier}"
        return person.nom_affiche

    def bare(self, person: Person) -> str:
        """Where the file number stands beside: « DELMAS Sophie », or « S. D. »."""
        return _initials(person) if self._on else person.nom_affiche

    def short(self, patient: Patient) -> str:
        """For a button: « DELMAS », or « S. D. »."""
        return _initials(patient) if self._on else patient.nom.upper()

    def birth(self, person: Person) -> str:
        """« 14/05/1992 », « année 1992 » under an alias, or nothing."""
        if self._on:
            return ""
        if person.anonyme:
            return f"année {person.naissance.year:04}"
        return numeric_date(person.naissance)

    def phone(self, patient: Patient) -> str:
        """The number as it was typed, or nothing."""
        return "" if self._on else patient.telephone


def _initials(person: Person) -> str:
    return NBSP.join(f"{sign}." for sign in person.initiales)
