"""The workbook of a real register, read back by another library."""

from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from python_calamine import CalamineWorkbook

from microstructure_desktop.animateur import annee, workbook

from .annees import EMPTY, WHOLE
from .cases import FEVRIER, JANVIER, MARS

LE = datetime(2026, 4, 20, 9, 30, tzinfo=UTC)
TABS = [
    "Lisez-moi",
    "Mois reçus",
    "Structures",
    "Totaux",
    "Totaux par acte",
    "Totaux des forfaits",
    "Activité",
    "Forfaits",
    "Personnes vues",
    "Fonctionnement",
    "Dictionnaire",
    "Codes",
]


def sheet(octets, name):
    return CalamineWorkbook.from_filelike(BytesIO(octets)).get_sheet_by_name(name).to_python()


@pytest.fixture
def written(region):
    one = region.cabinet("OCC-31-001")
    region.cabinet("OCC-31-002", FEVRIER)
    first, _ = region.send(one)
    region.send(one, remplace=first)
    region.send(one, FEVRIER)
    region.send(one, MARS)
    with region.register.read() as work:
        return workbook.xlsx(annee.lire(work, 2026, date(2026, 4, 20)), LE)


def test_that_a_register_is_read_back_with_its_types(written):
    assert CalamineWorkbook.from_filelike(BytesIO(written)).sheet_names == TABS
    heads, *rows = sheet(written, "Activité")
    assert heads == ["Structure", "Nom", "Mois", "Métier", "Acte", "Où", "Nombre", "Minutes"]
    assert rows[0] == [
        "OCC-31-001", "Cabinet des Lilas", "2026-01", "Médecin généraliste", "Consultation longue",
        "Au cabinet", 4.0, 120.0,
    ]  # fmt: skip
    assert len(rows) == 6
    assert sheet(written, "Forfaits")[1][3] == 829.0
    assert [row[0] for row in sheet(written, "Totaux")[1:]] == [
        "2026-01", "2026-02", "2026-03", "2026",
    ]  # fmt: skip


def test_that_who_sent_what_is_told_in_words(written):
    heads, *rows = sheet(written, "Mois reçus")
    assert heads == [
        "Structure", "Nom", "janvier 2026", "février 2026", "mars 2026", "Mois dus",
    ]  # fmt: skip
    assert [row[2:] for row in rows] == [
        ["reçu puis corrigé (2 envois)", "reçu", "reçu", 0.0],
        ["rien n’est attendu", "manquant", "manquant", 2.0],
    ]


def test_that_a_number_that_is_not_known_is_empty(written):
    rows = sheet(written, "Structures")[1:]
    assert [row[:5] for row in rows] == [
        ["OCC-31-001", "Cabinet des Lilas", 3.0, 3.0, 13.0],
        ["OCC-31-002", "Cabinet des Lilas", 0.0, 2.0, ""],
    ]


def test_that_it_opens_on_how_whole_it_is():
    told = dict(sheet(workbook.xlsx(WHOLE, LE), "Lisez-moi")[1:])
    assert told["Région et année"] == "Région OCC, 2025"
    assert "27 structures sur 30" in told["Ce qui a été reçu"]
    assert "Des moyennes par personne" in told


@pytest.mark.parametrize("contenu", [WHOLE, EMPTY])
def test_that_the_same_year_makes_the_same_bytes(contenu):
    assert workbook.xlsx(contenu, LE) == workbook.xlsx(contenu, LE)
    assert [f.nom for f in workbook.classeur(contenu, LE).feuilles] == TABS[:-2]


def test_that_january_is_the_first_column(written):
    assert str(JANVIER) == sheet(written, "Personnes vues")[1][2]
