"""What is done and included by profession; empty without a forfait."""

from datetime import date

from microstructure_desktop.services.tableau_compteurs import cases, compteurs, programme

from .billing import followed, line


def test_that_counters_are_those_of_the_forfait(team):
    who = followed(team, done=(1, 2, 0), debut=date(2026, 3, 3))
    assert cases(line(team, who).decompte) == (1, 1, 2, 6, 0, 7)
    assert cases(None) == (None,) * 6


def test_that_each_counter_has_its_column(team):
    found = compteurs(team.medecin.reference, "ce jour")
    assert [c.cle for c in found[:2]] == ["medecin_faits", "medecin_inclus"]
    assert len(found) == 6
    assert "COVID_SM" in programme(team.medecin.reference, "Programme.").codes
