"""Read and write when each professional is there, and when they are away."""

from microstructure_desktop.domain.agenda import Absence, Permanence

from .records import VoidableRecords
from .tables import ABSENCE, PERMANENCE


class Permanences(VoidableRecords[Permanence]):
    kind = PERMANENCE


class Absences(VoidableRecords[Absence]):
    kind = ABSENCE
