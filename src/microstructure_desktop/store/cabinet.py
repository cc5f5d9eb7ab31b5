"""Read and write the cabinet, of which a store has one."""

from microstructure_desktop.domain.equipe import Cabinet

from .records import Records
from .tables import CABINET, CABINETS


class TheCabinet(Records[Cabinet]):
    kind = CABINETS

    def get(self, record_id: str = CABINET) -> Cabinet:
        return super().get(record_id)
