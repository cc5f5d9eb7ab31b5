"""Read and write the team."""

from microstructure_desktop.domain.equipe import Membre

from .records import Records
from .tables import MEMBRE


class Equipe(Records[Membre]):
    kind = MEMBRE
