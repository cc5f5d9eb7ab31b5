"""Several regions add up, and each stays beside how whole it is."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO

from python_calamine import CalamineWorkbook

from microstructure_desktop.animateur import national, national_workbook
from microstructure_desktop.exchange.contents import LigneForfaits, Statut

from .annees import WHOLE

LE = datetime(2026, 4, 20, 9, 30, tzinfo=UTC)
OCC = national.cumul(WHOLE)
LATER = LigneForfaits("2025-11", 4, 3, 1, Decimal(829), 0, 0, 0)
PAC = replace(
    OCC,
    region="PAC",
    recues=1,
    attendues=2,
    lignes={
        **OCC.lignes,
        "forfaits": (*OCC.lignes["forfaits"], (OCC.lignes["forfaits"][0][0], LATER)),
    },
)


def sheet(name, cumuls=(OCC, PAC)):
    octets = national_workbook.xlsx(cumuls, LE)
    return CalamineWorkbook.from_filelike(BytesIO(octets)).get_sheet_by_name(name).to_python()[1:]


def test_that_regions_add_up():
    assert sheet("Régions") == [
        [2025, "OCC", 27, 30, 6, 270, 19, 3, 1],
        [2025, "PAC", 1, 2, 6, 270, 19, 4, 1],
        [2025, "Ensemble", 28, 32, 12, 540, 38, 7, 2],
    ]


def test_that_people_whom_every_structure_hides_are_not_nobody():
    hidden = tuple(
        (code, replace(row, file_active=None, cumul_annee=None, statut=Statut.REGROUPE))
        for code, row in OCC.lignes["file_active"]
    )
    shy = replace(OCC, region="BRE", lignes={**OCC.lignes, "file_active": hidden})
    assert [row[6] for row in sheet("Régions", (shy, OCC))] == ["", 19, 19]
    assert [row[6] for row in sheet("Régions", (shy,))] == ["", ""]


def test_that_each_year_adds_up_alone():
    before = replace(OCC, annee=2024)
    rows = sheet("Régions", national.ensemble((OCC, PAC, before)))
    assert [row[:3] for row in rows] == [
        [2024, "OCC", 27],
        [2025, "OCC", 27],
        [2025, "PAC", 1],
        [2024, "Ensemble", 27],
        [2025, "Ensemble", 28],
    ]


def test_that_acts_are_told_by_region_and_together():
    assert [[row[1], row[2], *row[5:]] for row in sheet("Actes")] == [
        ["Ensemble", "Psychologue", 12, 540],
        ["OCC", "Psychologue", 6, 270],
        ["PAC", "Psychologue", 6, 270],
    ]


def test_that_the_rows_say_whose_they_are():
    assert [row[:5] for row in sheet("Forfaits")] == [
        [2025, "OCC", "OCC-31-001", "2025-10", 829],
        [2025, "PAC", "OCC-31-001", "2025-10", 829],
        [2025, "PAC", "OCC-31-001", "2025-11", 829],
    ]
    assert len(sheet("Personnes vues")) == 4


def test_that_it_opens_on_what_to_know():
    assert [row[0] for row in sheet("Lisez-moi")] == ["Complétude", "Personnes"]
