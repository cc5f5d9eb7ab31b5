"""Read fiches and append their revisions."""

import json
from collections.abc import Iterable
from datetime import date

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
    "select distinct k.patient from {people} join revision r on r.seq = k.head where r.form = ? "
    "and exists (select 1 from json_each(?) i "
    "where json_extract(r.payload, '$.answers.' || i.value) = 1)"
)
_EVERYBODY = _YES.format(people="fiche k")
_AMONG = _YES.format(people="json_each(?) q cross join fiche k on k.patient = q.value")
_COMPLETED = """
select k.patient, r.form, max(k.jour) from json_each(?) q
join fiche k on k.patient = q.value join revision r on r.seq = k.head
where r.form in (select f.value from json_each(?) f) and json_extract(r.payload, '$.complete')
group by k.patient, r.form
"""
_UNFINISHED = """
select r.payload from fiche k join revision r on r.seq = k.head
where {which} and not json_extract(r.payload, '$.complete')
"""
_LATELY = _UNFINISHED.format(which="k.jour >= ?")
_BEFORE = _UNFINISHED.format(
    which="k.patient in (select q.value from json_each(?) q) and k.jour < ?"
)


class Fiches(Dated[Fiche]):
    kind = FICHE

    def of_form(self, form: str) -> list[Fiche]:
        """Everybody's fiches filled with one form, whatever its version."""
        return self._read(_OF_FORM, form)

    def people_who_said_yes(
        self, form: str, items: Iterable[str], who: Iterable[PatientId] | None = None
    ) -> frozenset[PatientId]:
        """Those of whom a fiche of a form answers yes to one of these items, whenever it was.

        Of everybody, or of some people.
        """
        said = form, json.dumps(list(items))
        if who is None:
            found = self._revisions.run(_EVERYBODY, *said)
        else:
            found = self._revisions.run(_AMONG, json.dumps(sorted(who)), *said)
        return frozenset(patient for (patient,) in found)

    def completed(
        self, who: Iterable[PatientId], forms: Iterable[str]
    ) -> list[tuple[PatientId, str, date]]:
        """The day of the last complete fiche of each of these people, by form."""
        asked = json.dumps(sorted(who)), json.dumps(sorted(forms))
        found = self._revisions.run(_COMPLETED, *asked)
        return [(patient, form, date.fromisoformat(jour)) for patient, form, jour in found]

    def unfinished(self, depuis: date, who: Iterable[PatientId]) -> list[Fiche]:
        """Those not complete, in the order of their days: of everybody from a day on, of these
        people before it.
        """
        jour = depuis.isoformat()
        found = self._read(_LATELY, jour) + self._read(_BEFORE, json.dumps(sorted(who)), jour)
        return sorted(found, key=lambda fiche: (fiche.jour, fiche.id))
