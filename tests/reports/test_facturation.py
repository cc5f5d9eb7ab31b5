"""A billing list is made in memory, the same each time, and says what it is."""

from datetime import date
from io import BytesIO

from openpyxl import load_workbook

from microstructure_desktop.reports.facturation import bordereau, tableur
from microstructure_desktop.reports.facturation_imprimee import (
    BordereauImprime,
    ForfaitFacture,
    PreuveImprimee,
)
from tests import factories as make
from tests.reports import cases
from tests.reports.reading import plain, whole

PROOF = PreuveImprimee(
    date(2026, 3, 10), "Camille Morel", "psychologue", "Consultation", 45, "Cabinet"
)
ONE = ForfaitFacture(
    "GARCIA Élodie",
    "0012",
    "Microstructures Covid/Santé mentale",
    date(2026, 3, 3),
    date(2027, 3, 2),
    False,
    "Médecin 1, psychologue 6, travailleur social 7",
    82_900,
    (PROOF,) * 14,
)


def content(*forfaits, fermes=(0, 0), etat="Pas encore transmis."):
    shown = sum(f.centimes for f in forfaits)
    return BordereauImprime(
        cases.CABINET,
        make.NOW,
        "C. Morel",
        etat,
        forfaits,
        ((ONE.programme, len(forfaits), shown),),
        len(forfaits) + fermes[0],
        shown + fermes[1],
        fermes,
        make.NOW,
    )


def test_that_the_same_list_gives_the_same_bytes():
    assert bordereau(content(ONE)) == bordereau(content(ONE))
    assert tableur(content(ONE)) == tableur(content(ONE))


def test_that_it_says_that_people_are_named_and_that_it_is_no_official_form():
    said = plain(whole(bordereau(content(ONE))))
    for part in ("Cabinet médical des Oliviers", "Document nominatif", "document du cabinet"):
        assert part in said
    assert "conforme" not in said.casefold()


def test_that_the_workbook_holds_a_line_by_forfait_and_one_by_act():
    book = load_workbook(BytesIO(tableur(content(ONE, ONE))))
    assert book["Forfaits"].max_row == 3
    assert book["Actes"].max_row == 29
    heading = [cell.value for cell in book["Forfaits"][1]]
    row = dict(zip(heading, [cell.value for cell in book["Forfaits"][2]], strict=True))
    assert (row["Dossier"], row["Montant"], row["Sortie avant terme"]) == ("0012", 829, "non")
