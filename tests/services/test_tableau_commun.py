"""A month as text, and a column of a list."""

from datetime import date

from microstructure_desktop.services.tableau_commun import code, mois


def test_that_a_month_sorts_as_it_is_written():
    assert (mois(date(2026, 3, 9)), mois(None)) == ("2026-03", None)


def test_that_a_column_has_the_labels_of_its_list(team):
    found = code("sexe", "Sexe", "Sexe noté.", "CL07", team.medecin.reference)
    assert found.liste == "CL07"
    assert set(found.codes) >= {"F", "H", "NR"}
