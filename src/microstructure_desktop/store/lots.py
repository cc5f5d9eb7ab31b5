"""Read and write what each import created."""

from microstructure_desktop.domain.reprise import Lot

from .records import Records
from .tables import LOT


class Lots(Records[Lot]):
    kind = LOT
