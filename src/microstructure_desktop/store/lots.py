"""Read and write what each import created, and what happened since to those people."""

import json

from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.domain.reprise import Lot

from .records import Records
from .tables import LOT

_OTHERS = """
select distinct patient from revision
where patient in (select value from json_each(?)) and entity not in (select value from json_each(?))
"""
_EDITED = """
select distinct patient from revision where op <> 'void' and entity in (
    select entity from revision where op <> 'void' and entity in (select value from json_each(?))
    group by entity having count(distinct payload) > 1
)
"""


class Lots(Records[Lot]):
    kind = LOT

    def touched(self, lot: Lot) -> set[PatientId]:
        """Those of its patients about whom something else was ever recorded.

        An episode that was moved touches each record that had it.
        """
        own = json.dumps((*lot.patients, *lot.inclusions))
        others = self._revisions.run(_OTHERS, json.dumps(lot.patients), own)
        edited = self._revisions.run(_EDITED, own)
        found = {PatientId(patient) for (patient,) in (*others, *edited)}
        return found & set(lot.patients)
