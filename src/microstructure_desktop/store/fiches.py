"""Read fiches and append their revisions."""

from microstructure_desktop.domain.fiche import Fiche

from .consultations import Dated
from .tables import FICHE

_OF_FORM = (
    "select r.payload from fiche k join revision r on r.seq = k.head where r.form = ? "
    "order by k.patient, k.jour, k.id"
)


class Fiches(Dated[Fiche]):
    kind = FICHE

    def of_form(self, form: str) -> list[Fiche]:
        """Everybody's fiches filled with one form, whatever its version."""
        return self._read(_OF_FORM, form)
