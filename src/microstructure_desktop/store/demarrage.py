"""Read and write the steps done of the start of a microstructure."""

from microstructure_desktop.domain.demarrage import Etape

from .records import Records
from .tables import ETAPE


class Etapes(Records[Etape]):
    kind = ETAPE
