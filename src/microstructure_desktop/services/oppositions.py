"""What people object to, as their last inclusion fiche says."""

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from microstructure_desktop.domain.declaration import Objet
from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.forms.checks import day

from .access import INCLUSION

if TYPE_CHECKING:
    from collections.abc import Iterable

    from microstructure_desktop.domain.fiche import Fiche


OBJETS = tuple(Objet)
"""The items that take effect: a cabinet's own inclusion form keeps them as they are."""


@dataclass(frozen=True, slots=True)
class Opposition:
    """What one person objects to, and since when; an answer may have come without its day."""

    objets: dict[Objet, date | None] = field(default_factory=dict)

    @property
    def statistique(self) -> bool:
        """Whether nothing of theirs may be counted in what leaves the cabinet."""
        return Objet.STATISTIQUE in self.objets or Objet.RETRAIT in self.objets


def oppositions(fiches: "Iterable[Fiche]") -> dict[PatientId, Opposition]:
    """By person, those who object to something; a question left blank changes nothing."""
    found: dict[PatientId, dict[Objet, date | None]] = {}
    for fiche in sorted((f for f in fiches if f.form == INCLUSION), key=lambda f: f.jour):
        said = found.setdefault(fiche.patient, {})
        for objet in Objet:
            answer = fiche.answers.get(objet)
            if answer is True:
                said[objet] = day(fiche.answers.get(f"{objet}_jour"))
            elif answer is False:
                said.pop(objet, None)
    return {patient: Opposition(said) for patient, said in found.items() if said}
