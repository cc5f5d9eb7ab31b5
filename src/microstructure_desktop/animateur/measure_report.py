"""The region's figures as a FHIR R4 MeasureReport of type summary: sums, nobody in it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from .chiffres import Chiffre, Unite, chiffres
from .periode import periode

if TYPE_CHECKING:
    from datetime import date

    from .totals import Totaux

MEASURE = "urn:microstructure:mesure:activite-regionale"
CODES = "urn:microstructure:codes:activite-regionale"
REGIONS = "urn:microstructure:codes:regions"
_UCUM = "http://unitsofmeasure.org"


def measure_report(totaux: Totaux, region: str, animateur: str, le: date) -> bytes:
    """The resource in JSON. `le`: the day it is written."""
    lasted = periode(totaux.periode)
    resource = {
        "resourceType": "MeasureReport",
        "status": "complete",
        "type": "summary",
        "measure": MEASURE,
        "date": le.isoformat(),
        "reporter": {
            "identifier": {"system": REGIONS, "value": region},
            "display": animateur,
        },
        "period": {"start": lasted.premier.isoformat(), "end": lasted.dernier.isoformat()},
        "group": [_group(each) for each in chiffres(totaux)],
    }
    return (json.dumps(resource, ensure_ascii=False, indent=2) + "\n").encode()


def _group(chiffre: Chiffre) -> dict[str, Any]:
    score: dict[str, Any] = {"value": chiffre.valeur}
    if chiffre.unite is Unite.MINUTES:
        score |= {"unit": "min", "system": _UCUM, "code": chiffre.unite.value}
    return {"code": {"coding": [{"system": CODES, "code": chiffre.code}]}, "measureScore": score}
