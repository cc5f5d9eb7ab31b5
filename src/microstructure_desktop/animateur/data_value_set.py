"""The region's figures as a DHIS2 data value set, everything named by its code."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from .chiffres import chiffres
from .periode import periode

if TYPE_CHECKING:
    from datetime import date

    from .totals import Totaux

DATA_SET = "MSMA_ACTIVITE"


def data_value_set(totaux: Totaux, region: str, le: date) -> bytes:
    """The body of POST /api/dataValueSets?dataElementIdScheme=CODE&orgUnitIdScheme=CODE…

    `le`: the day on which the set is said complete.
    """
    body = {
        "dataElementIdScheme": "CODE",
        "orgUnitIdScheme": "CODE",
        "dataSetIdScheme": "CODE",
        "dataSet": DATA_SET,
        "completeDate": le.isoformat(),
        "period": periode(totaux.periode).dhis2,
        "orgUnit": region,
        "dataValues": [{"dataElement": c.code, "value": str(c.valeur)} for c in chiffres(totaux)],
    }
    return (json.dumps(body, ensure_ascii=False, indent=2) + "\n").encode()
