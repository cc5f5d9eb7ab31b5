"""The people that a page names: those it is about read together, another one when it is named."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol

from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.domain.patient import Patient

if TYPE_CHECKING:
    from microstructure_desktop.store.work import Work


class Personnes(Protocol):
    """People by their id: a dict, or those of the store."""

    def __getitem__(self, patient: PatientId, /) -> Patient: ...
    def __contains__(self, patient: object, /) -> bool: ...
    def get(self, patient: PatientId, /) -> Patient | None: ...


class Connus:
    """What is read stays the length of one reading of the store: years of people do not wait."""

    def __init__(self, work: "Work", names: Iterable[PatientId]) -> None:
        self._work = work
        self._read: dict[PatientId, Patient | None] = {p.id: p for p in work.patients.among(names)}

    def __getitem__(self, patient: PatientId, /) -> Patient:
        found = self.get(patient)
        if found is None:
            raise KeyError(patient)
        return found

    def __contains__(self, patient: object, /) -> bool:
        return isinstance(patient, str) and self.get(PatientId(patient)) is not None

    def get(self, patient: PatientId, /) -> Patient | None:
        """None for nobody, and for a record that was taken back."""
        if patient not in self._read:
            self._read[patient] = next(iter(self._work.patients.among([patient])), None)
        return self._read[patient]
