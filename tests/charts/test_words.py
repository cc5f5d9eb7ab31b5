"""What a chart says: each point, its table, and what stands for it."""

from datetime import date
from decimal import Decimal

import pytest

from microstructure_desktop.charts import words
from microstructure_desktop.charts.model import Barres, Courbe, Point, Rangee, Unite

from .cases import PATIENTS, POURCENT, barres, cascade, courbe, rangee


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("value", "unite", "figure", "quantity"),
    [
        (1, PATIENTS, "1", "1 patient"),
        (1234, PATIENTS, "1 234", "1 234 patients"),
        (Decimal("83.5"), POURCENT, "83,5 %", "83,5 %"),
        (Decimal("1.5"), Unite("séance"), "1,5", "1,5 séance"),
        (0, Unite("mal", "maux"), "0", "0 mal"),
        (4, Unite("mal", "maux"), "4", "4 maux"),
    ],
)
def test_that_a_figure_is_written_in_french(value, unite, figure, quantity):
    assert plain(words.figure(value, unite)) == figure
    assert plain(words.quantity(value, unite)) == quantity


def test_that_a_point_of_a_curve_is_told_with_its_own_year():
    said = [plain(words.told(courbe(), at, rank)) for at, rank in ((0, 0), (1, 0), (3, 0), (0, 1))]
    assert said == [
        "Janvier 2026 : 12 patients",
        "Février 2026 : pas de valeur",
        "Avril 2026 : 20 patients, provisoire",
        "Janvier 2025 : 9 patients",
    ]


def test_that_lines_of_the_same_year_are_named():
    shown = courbe(rangee("Psychologue", 1, 2, 3, 4), rangee("Médecin", 4, 3, 2, 1))
    assert plain(words.told(shown, 0, 1)) == "Janvier 2026, Médecin : 4 patients"


def test_that_a_bar_is_told_with_its_row_and_its_note():
    assert plain(words.told(barres(), 0, 1)) == "Ici, 2025 : 30 patients"
    noted = Barres("T", PATIENTS, ("Ici",), (Rangee("", (Point(2, note="3 non renseignés"),)),))
    assert plain(words.told(noted, 0, 0)) == "Ici : 2 patients, 3 non renseignés"


def test_that_a_step_is_told_with_its_share():
    said = plain(words.told(cascade(), 2, 0))
    assert said == "Faits : 15 patients, 50 % de l’étape précédente, provisoire"


def test_the_table_of_a_curve():
    found = words.table(courbe())
    assert found.entete == ("Mois", "2026", "2025")
    assert found.lignes == (
        ("Janvier", "12", "9"),
        ("Février", "—", "10"),
        ("Mars", "15", "8"),
        ("Avril", "20 (prov.)", "11"),
    )


def test_that_the_year_is_written_when_there_is_none_before_or_the_month_comes_twice():
    alone = words.table(courbe(rangee("", 1, 2, 3, 4)))
    assert alone.entete == ("Mois", "Patients")
    assert plain(alone.lignes[0][0]) == "Janvier 2026"
    days = (date(2025, 1, 1), date(2026, 1, 1))
    twice = Courbe("T", PATIENTS, days, (rangee("a", 1, 2), rangee("b", 3, 4, avant=True)))
    assert [plain(row[0]) for row in words.table(twice).lignes] == ["Janvier 2025", "Janvier 2026"]


def test_the_table_of_bars_and_of_a_cascade():
    found = words.table(barres())
    assert found.entete == ("Lieu", "2026", "2025")
    assert found.lignes[1] == ("Là", "10", "—")
    steps = words.table(cascade())
    assert steps.entete == ("Étape", "Patients", "Part de l’étape précédente")
    assert [tuple(map(plain, row)) for row in steps.lignes] == [
        ("Vus", "40", "—"),
        ("Proposés", "30", "75 %"),
        ("Faits", "15 (prov.)", "50 %"),
        ("Traités", "—", "—"),
    ]


def test_that_a_note_stands_beside_the_figure():
    noted = (Rangee("", (Point(Decimal("83.5"), note="2 NR"), Point(None, note="2 NR"))),)
    found = words.table(Barres("T", POURCENT, ("a", "b"), noted))
    assert [plain(row[1]) for row in found.lignes] == ["83,5 % · 2 NR", "— · 2 NR"]
    assert found.entete == ("Catégorie", "%")


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        (
            courbe(),
            (
                "Courbe par mois, de janvier 2026 à avril 2026. 2026 : de 12 patients "
                "(janvier 2026) à 20 patients (avril 2026), 1 valeur manquante. 2025 : de "
                "8 patients (mars 2025) à 11 patients (avril 2025). Provisoire : avril 2026."
            ),
        ),
        (
            barres(rangee("", 0, 0, 0)),
            "Barres, 3 catégories. Partout 0 patient.",
        ),
        (
            courbe(rangee("", None, None, None, None)),
            "Courbe par mois, de janvier 2026 à avril 2026. Aucune valeur.",
        ),
        (Courbe("T", PATIENTS, (), (rangee(""),)), "Courbe sans mois. Aucune valeur."),
        (
            cascade(),
            (
                "Cascade en 4 étapes. Vus : 40 patients. Proposés : 30 patients, 75 % de l’étape "
                "précédente. Faits : 15 patients, 50 % de l’étape précédente, provisoire. "
                "Traités : pas de valeur."
            ),
        ),
    ],
)
def test_what_stands_for_a_chart(shown, said):
    assert plain(words.alternative(shown)) == said


def test_that_months_are_short_under_an_axis():
    assert [words.short_month(date(2026, m, 1)) for m in (1, 5, 8)] == ["janv.", "mai", "août"]
