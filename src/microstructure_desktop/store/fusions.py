"""Read and write which records were made one."""

from microstructure_desktop.domain.fusion import Fusion

from .records import Records
from .tables import FUSION


class Fusions(Records[Fusion]):
    kind = FUSION
