"""Read fiches and append their revisions."""

import json
from collections.abc import Iterable

from microstructure_desktop.domain.fiche import Fiche
from microstructure_desktop.domain.ids import PatientId

from .consultations import Dated
from .tables import FICHE

_OF_FORM = (
    "select r.payload from fiche k join revision r on r.seq = k.head where r.form = ? "
    "order by k.patient, k.jour, k.id"
)

# Looking inside the text costs a fifth of reading it whole, and few people answer yes.
_YES = (
    "select distinct k.patient from fiche k join revision r on r.seq = k.head where r.form = ? "
    "and exists (select 1 from json_each(?) i "
    "where json_extract(r.payload, '$.answers.' || i.value) = 1)"
)


class Fiches(Dated[Fiche]):
    kind = FICHE

    def of_form(self, form: str) -> list[Fiche]:
        """Everybody's fiches filled with one form, whatever its version."""
        return self._read(_OF_FORM, form)

    def people_who_said_yes(self, form: str, items: Iterable[str]) -> frozenset[PatientId]:
        """Those of whom a fiche of a form answers yes to one of these items, whenever it was."""
        found = self._revisions.run(_YES, form, json.dumps(list(items)))
        return frozenset(patient for (patient,) in found)
