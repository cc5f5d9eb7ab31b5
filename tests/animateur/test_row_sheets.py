"""Rows that were sent become cells with labels, numbers and amounts."""

from microstructure_desktop.animateur.report_words import ACTES, ACTEURS, MODALITES
from microstructure_desktop.animateur.row_sheets import STRUCTURE, feuilles
from microstructure_desktop.reports.tableur.cellules import lignes

from .annees import WHOLE

TABLES = {
    "activite": WHOLE.lignes.activite,
    "forfaits": WHOLE.lignes.forfaits,
    "file_active": WHOLE.lignes.file_active,
    "fonctionnement": WHOLE.lignes.fonctionnement,
}
SENT = {name: [((row.structure,), row.valeur) for row in rows] for name, rows in TABLES.items()}


def cells(rank):
    return [[str(x) if x is not None else None for x in row] for row in lignes(made()[rank])]


def made():
    return feuilles((STRUCTURE,), SENT)


def test_that_each_table_is_a_sheet():
    assert [f.nom for f in made()] == ["Activité", "Forfaits", "Personnes vues", "Fonctionnement"]
    assert all(f.colonnes[0] is STRUCTURE for f in made())


def test_that_codes_are_read_as_words():
    assert cells(0) == [
        [
            "OCC-31-001",
            "2025-09/2025-10",
            "Psychologue",
            "Entretien individuel",
            "Au cabinet",
            "6",
            "270",
        ]
    ]


def test_that_amounts_have_their_cents():
    assert cells(1) == [["OCC-31-001", "2025-10", "829.00", "3", "2", "1", "1", "4", "5"]]


def test_that_a_hidden_number_is_empty_and_said():
    assert cells(2) == [
        ["OCC-31-001", "2025-10", "10", "13", "non"],
        ["OCC-34-002", "2025-11", None, "6", "oui"],
    ]


def test_that_what_nobody_knows_is_empty():
    assert cells(3) == [["OCC-31-001", "2025-10", "1", "4", "60", None]]


def test_that_every_code_has_its_label():
    metier, acte, modalite = made()[0].colonnes[2:5]
    assert set(metier.codes.values()) == set(ACTEURS.values())
    assert set(acte.codes.values()) == set(ACTES.values())
    assert set(modalite.codes.values()) == set(MODALITES.values())
