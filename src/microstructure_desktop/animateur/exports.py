"""The figures of a month or of a year in a form that other systems read."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from . import totals
from .annee import NothingToReport
from .data_value_set import data_value_set
from .errors import NoConvention
from .measure_report import measure_report

if TYPE_CHECKING:
    from datetime import date

    from microstructure_desktop.domain.periods import Mois
    from microstructure_desktop.exchange.convention import Convention

    from .sql.work import Work


class Format(StrEnum):
    """FHIR R4 MeasureReport (summary), DHIS2 dataValueSets."""

    FHIR = "fhir"
    DHIS2 = "dhis2"


def exporter(work: Work, periode: Mois | int, format_: Format, today: date) -> bytes:
    """One resource in JSON.

    Raises:
        NoConvention
        NothingToReport: no figure of this period is here.
    """
    convention = _convention(work)
    if isinstance(periode, int):
        totaux = totals.de_l_annee(work, periode, today)
    else:
        totaux = totals.du_mois(work, periode)
    if not (totaux.completude.recues or totaux.actes or totaux.forfaits or totaux.reunions):
        raise NothingToReport
    if format_ is Format.FHIR:
        return measure_report(totaux, convention.region, convention.animateur, today)
    return data_value_set(totaux, convention.region, today)


def nom(work: Work, periode: Mois | int, format_: Format) -> str:
    """A file's name: codes only."""
    return f"activite_{_convention(work).region}_{periode}_{format_}.json"


def _convention(work: Work) -> Convention:
    current = work.conventions.current()
    if current is None:
        raise NoConvention
    return current.convention
