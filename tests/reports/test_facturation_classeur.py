"""The workbook of a billing says in its tabs that people are named."""

from microstructure_desktop.reports.facturation_classeur import classeur
from tests.reports.test_facturation import ONE, content


def test_that_each_sheet_says_that_it_names_people():
    made = classeur(content(ONE))
    assert [f.nom for f in made.feuilles] == ["Forfaits", "Actes"]
    assert all("nominatif" in f.titre for f in made.feuilles)
    assert [len(f.lignes) for f in made.feuilles] == [1, 14]


def test_that_an_amount_is_kept_in_cents():
    (row,) = classeur(content(ONE)).feuilles[0].lignes
    assert row[-1] == 82_900
