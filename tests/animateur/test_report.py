"""The report as a PDF, read back: nothing of anybody, completeness on every page."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from microstructure_desktop.animateur import annee, report
from tests.reports.reading import plain, reader, texts, whole
from tests.reports.told import all_told

from .annees import EMPTY, WHOLE
from .cases import FEVRIER, JANVIER, MARS

LE = datetime(2026, 1, 20, 9, 30, tzinfo=UTC)


def test_that_a_real_register_makes_a_report(region):
    one = region.cabinet("OCC-31-001")
    region.cabinet("OCC-31-002")
    for mois in (JANVIER, FEVRIER, MARS):
        region.send(one, mois)
    with region.register.read() as work:
        read = annee.lire(work, 2026, date(2026, 4, 20))
    pdf = report.rapport(read, LE)
    said = plain(whole(pdf))
    assert "RAPPORT RÉGIONAL 2026 Microstructures, région OCC RAMIP" in said
    assert "30 actes honorés, soit 19 h 30 (année entière de 1 structure sur 2)" in said
    assert report.rapport(read, LE) == pdf


@pytest.mark.parametrize("contenu", [WHOLE, EMPTY])
def test_that_each_page_says_how_whole_it_is_and_is_told_aloud(contenu):
    pdf = report.rapport(contenu, LE)
    assert all("Tous les mois reçus :" in plain(page) for page in texts(pdf))
    assert all_told(pdf)
    assert reader(pdf).metadata.title == "Rapport régional 2025, OCC"


def test_that_key_figures_come_first():
    assert report.imprime(WHOLE, LE).cles == (
        ("27/30", "structures dont l’année est entière"),
        ("640", "personnes vues"),
        ("206", "actes honorés"),
        ("125", "forfaits ouverts"),
        ("29", "réunions tenues"),
    )


def test_that_people_all_hidden_are_no_zero():
    hidden = replace(WHOLE, total=replace(WHOLE.total, file_active=0))
    assert ("—", "personnes vues") in report.imprime(hidden, LE).cles
