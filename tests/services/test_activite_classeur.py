"""Every figure in a workbook and in a simple table, with its type and its definition."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.indicateurs.faits import Periode
from microstructure_desktop.domain.indicateurs.valeur import Nature, Valeur
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.activite_classeur import csv, nombre, xlsx
from tests import factories as make

from .cases import write
from .tables import sheets

OCTOBER, YEAR = Periode.du_mois(Mois(2026, 10)), Periode.de_l_annee(2026)


@pytest.fixture
def seen(team):
    """Ten people, one of them also a year before."""
    people = [team.patient(f"Nom{n}", naissance=date(1970 + n, 2, 1)) for n in range(10)]
    days = [*(date(2026, 10, 6) for _ in people), date(2025, 10, 7)]
    for patient, jour in zip([*people, people[0]], days, strict=True):
        write(team, "consultations", make.a_consultation(patient=patient.id, jour=jour))


def rows(pdf):
    sheet = load_workbook(BytesIO(pdf)).worksheets[0]
    return {(row[1], row[3]): row for row in sheet.iter_rows(values_only=True)}


def test_that_figures_keep_their_types_and_the_year_before(team, seen):
    made = xlsx(team.medecin, OCTOBER)
    found = rows(made.pdf)
    theme, _, title, _, value, nature, *_, before, _, definition = found["M01", "Ensemble"]
    assert (theme, title) == ("Qui vient", "Personnes vues dans le mois")
    assert (value, nature, before) == (10, "nombre", 1)
    assert definition.startswith("Personnes distinctes")
    assert made.fichier == "activite-2026-10.xlsx"


def test_that_a_share_has_its_base(team, seen):
    found = rows(xlsx(team.medecin, YEAR).pdf)
    share = next(row for (code, _), row in found.items() if code == "A03")
    assert share[4:9] == (9, "nombre, parmi la base", 10, 0.9, 0)


def test_that_a_simple_table_says_the_same(team, seen):
    text = csv(team.medecin, OCTOBER).pdf.decode("utf-8-sig")
    assert text.startswith("Thème;Code;Indicateur;Ligne;Valeur")
    assert "Qui vient;M01;Personnes vues dans le mois;Ensemble;10,0;nombre" in text


@pytest.mark.parametrize(
    ("nature", "kept", "said"),
    [(Nature.MEDIANE, 45, "4.5"), (Nature.CENTIMES, 82950, "829.5"), (Nature.MINUTES, 75, "75")],
)
def test_that_a_figure_is_in_its_unit(nature, kept, said):
    assert str(nombre(Valeur("", nature, kept))) == said
    assert nombre(Valeur("", nature, None)) is None


def test_that_a_share_of_nobody_is_empty_as_on_the_page():
    assert nombre(Valeur("", Nature.PART, 0, 0, 15)) is None
    assert nombre(Valeur("", Nature.PART, 0, 15)) == 0


def test_that_what_may_still_change_is_marked(team, seen):
    """The year is not over; October is."""
    for periode, said in ((YEAR, "oui"), (OCTOBER, "non")):
        found = sheets(xlsx(team.medecin, periode).pdf)["Activité"]
        assert {row["Provisoire"] for row in found} == {said}


def test_that_what_is_counted_by_month_says_so_of_a_year(team, seen):
    found = sheets(xlsx(team.medecin, YEAR).pdf)["Activité"]
    told = {row["Code"]: row["Définition"] for row in found}
    assert told["M03"].endswith("sur toute l’année.")


@pytest.mark.parametrize("make_table", [xlsx, csv])
def test_that_who_takes_no_tables_out_is_refused(team, make_table):
    with pytest.raises(AccessDenied):
        make_table(team[Role.PSYCHIATRE], OCTOBER)
