"""A year of indicators: the months begun, the year, bases and unknown answers."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.indicateurs.tous import ANNUELS, MENSUELS
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.tableau_indicateurs import csv, xlsx

from .cases import as_role
from .rapport_scene import counted
from .tables import sheets


def values(rows, periode, code):
    return [row for row in rows if (row["Période"], row["Code"]) == (periode, code)]


def test_that_every_month_begun_and_the_year_are_counted(team):
    """April: Sophie; May: Luc; nothing in March, and November is not over."""
    counted(team)
    made = xlsx(team.medecin, 2026)
    found = sheets(made.pdf)
    rows = found["Indicateurs"]
    seen = {m: values(rows, f"2026-{m:02}", "M01")[0]["Valeur"] for m in (3, 4, 5)}
    assert seen == {3: 0, 4: 1, 5: 1}
    assert values(rows, "2026", "A01")[0]["Valeur"] == 2
    assert values(rows, "2026-12", "M01") == []
    told = {p: values(rows, p, "M01")[0]["Provisoire"] for p in ("2026-10", "2026-11")}
    assert told == {"2026-10": "non", "2026-11": "oui"}
    assert {row["Code"] for row in rows} == {*MENSUELS, *ANNUELS}
    assert (made.fichier, made.nominatif) == ("indicateurs-2026.xlsx", False)


def test_that_a_share_has_its_base_and_what_is_not_known(team):
    counted(team)
    rows = sheets(xlsx(team.medecin, 2026).pdf)["Indicateurs"]
    (new,) = values(rows, "2026", "A03")
    assert (new["Valeur"], new["Base"], new["Non renseignés"], new["Part"]) == (1, 2, 0, None)


def test_that_each_indicator_is_defined(team):
    found = sheets(xlsx(team.medecin, 2026).pdf)
    assert {row["Code"] for row in found["Définitions"]} == {*MENSUELS, *ANNUELS}
    assert all(row["Définition"] for row in found["Définitions"])
    assert "Non renseignés" in {row["Colonne"] for row in found["Dictionnaire"]}


def test_that_one_file_says_the_same_with_its_definitions(team):
    counted(team)
    text = csv(team.medecin, 2026).pdf.decode("utf-8-sig")
    assert text.startswith("Période;Code;Indicateur;Ligne;Valeur")
    assert "2026-04;M01;Personnes vues dans le mois;Ensemble;1,0;nombre;;;0;non;" in text
    book = load_workbook(BytesIO(xlsx(team.medecin, 2026).pdf))
    assert len(text.splitlines()) >= book["Indicateurs"].max_row


def test_that_a_year_to_come_is_empty(team):
    assert len(csv(team.medecin, 2030).pdf.splitlines()) == 1


@pytest.mark.parametrize("make", [xlsx, csv])
def test_that_who_takes_no_tables_out_is_refused(team, make):
    with pytest.raises(AccessDenied):
        make(as_role(team.medecin, Role.PSYCHIATRE), 2026)
