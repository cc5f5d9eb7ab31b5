"""Read and write what was prepared for the regional animator."""

from microstructure_desktop.domain.envoi import Envoi

from .records import VoidableRecords
from .tables import ENVOI


class Envois(VoidableRecords[Envoi]):
    kind = ENVOI
