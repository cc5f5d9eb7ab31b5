"""A year of the table, read in one go."""

from microstructure_desktop.animateur.completeness import Completude, EtatCase
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.ui.animateur.pages.mois import acts
from tests.animateur.cases import FEVRIER, JANVIER, MARS


def test_that_a_year_has_twelve_months_and_says_how_complete_each_is(world):
    region = world.region
    first, _second = region.cabinet(), region.cabinet("OCC-31-002")
    region.send(first)
    lu = acts.lire(world.desk, None)
    assert (lu.annee, lu.annees, len(lu.mois)) == (2026, (2026,), 12)
    assert lu.completudes[0] == Completude(1, 2)
    assert lu.completudes[3:] == (None,) * 9
    states = [case.etat for case in lu.lignes[0].cases]
    assert states[:3] == [EtatCase.RECU, EtatCase.MANQUANT, EtatCase.MANQUANT]
    assert set(states[3:]) == {EtatCase.HORS}


def test_that_each_month_has_its_bundles_the_latest_first(world):
    region = world.region
    cabinet = region.cabinet()
    made, _ = region.send(cabinet)
    region.send(cabinet, JANVIER, made)
    region.send(cabinet, MARS, sequence=1)
    lu = acts.lire(world.desk, 2026)
    structure = lu.lignes[0].structure
    assert [paquet.sequence for paquet in lu.of(structure, JANVIER)] == [2, 1]
    assert [kept.motif for kept in lu.refused(structure, MARS)] == ["sequence"]
    assert lu.of(structure, FEVRIER) == ()


def test_that_another_year_is_shown_when_it_has_months(world):
    world.region.cabinet(depuis=Mois(2025, 11))
    assert acts.lire(world.desk, 2025).annee == 2025
    assert acts.lire(world.desk, 1999).annee == 2026


def test_that_nobody_enrolled_is_an_empty_year(world):
    lu = acts.lire(world.desk, None)
    assert (lu.lignes, set(lu.completudes)) == ((), {None})


def test_that_reminders_are_letters_or_messages(world, tmp_path):
    world.region.cabinet()
    asked = acts.a_relancer(world.desk)
    assert [each.structure.id for each in asked] == ["OCC-31-001"]
    name, pdf = acts.lettres(world.desk, asked)
    assert (name, pdf[:4]) == ("relance_OCC-31-001.pdf", b"%PDF")
    assert acts.lettres(world.desk, asked * 2)[0] == "relances.pdf"
    assert acts.messages(world.desk, asked, tmp_path) == 1
    assert b"OCC-31-001" in (tmp_path / "relance_OCC-31-001.eml").read_bytes()
