"""The list, the totals, then the proof of each act."""

from dataclasses import replace

from microstructure_desktop.reports import raster
from microstructure_desktop.reports.facturation import bordereau
from tests.reports.reading import framed, ink, plain, whole
from tests.reports.test_facturation import ONE, content


def said(*forfaits, **others):
    return plain(whole(bordereau(content(*forfaits, **others))))


def test_that_each_forfait_stands_with_its_amount_and_the_total():
    told = said(ONE, replace(ONE, personne="DUPONT Jean"))
    for part in ("GARCIA Élodie", "DUPONT Jean", "n° 0012", "829,00 €", "1 658,00 €", "2 forfaits"):
        assert part in told
    assert "sortie avant terme" not in told


def test_that_each_act_is_proved():
    told = said(ONE)
    assert told.count("Camille Morel, psychologue") == 14
    assert "10/03/2026" in told
    assert "Aucun acte compté." in said(replace(ONE, preuves=()))


def test_that_an_exit_a_change_and_what_is_not_shown_are_said():
    left = replace(ONE, avant_terme=True, ecarts=("La séance du 10/03/2026 a changé depuis.",))
    told = said(left, fermes=(2, 165_800))
    assert "sortie avant terme" in told
    assert "La séance du 10/03/2026 a changé depuis." in told
    assert "2 autres forfaits de cette préparation (1 658,00 €)" in told
    assert "autres forfaits" not in said(ONE)


def test_that_a_long_list_stays_within_its_margins():
    wide = replace(ONE, personne="W" * 60, programme="Programme " * 8, actes="Actes " * 20)
    pdf = bordereau(content(*[wide] * 25))
    assert all(framed(ink(page)) for page in raster.pages(pdf, 40))
