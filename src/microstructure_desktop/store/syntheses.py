"""Read and write monthly meetings."""

from datetime import date

from microstructure_desktop.domain.synthese import Synthese

from .records import Records
from .tables import SYNTHESE


class Syntheses(Records[Synthese]):
    kind = SYNTHESE

    def between(self, first: date, last: date) -> list[Synthese]:
        """Those of a period, both days included."""
        return self._read(self.kind.between, first.isoformat(), last.isoformat())
