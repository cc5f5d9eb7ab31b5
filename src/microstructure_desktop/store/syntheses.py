"""Read and write monthly meetings."""

from microstructure_desktop.domain.synthese import Synthese

from .records import Records
from .tables import SYNTHESE


class Syntheses(Records[Synthese]):
    kind = SYNTHESE
