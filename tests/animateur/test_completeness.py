"""Structures by months: what is here, what is late, what was refused."""

from datetime import date

import pytest

from microstructure_desktop.animateur import completeness, enrol
from microstructure_desktop.animateur.completeness import Completude, EtatCase
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.exchange import bundle

from .cases import FEVRIER, JANVIER, MARS, Cabinet

HORS, ATTENDU, RECU = EtatCase.HORS, EtatCase.ATTENDU, EtatCase.RECU
CORRIGE, MANQUANT, QUARANTAINE = EtatCase.CORRIGE, EtatCase.MANQUANT, EtatCase.QUARANTAINE


def table(region, today=date(2026, 4, 10)):
    with region.register.read() as work:
        return completeness.tableau(work, today)


def states(tableau):
    return [[case.etat for case in ligne.cases] for ligne in tableau.lignes]


def test_that_a_region_without_cabinets_has_no_month(region):
    assert table(region) == completeness.Tableau((), ())


def test_that_each_month_of_each_structure_has_its_state(region):
    one, two = region.cabinet("OCC-31-001"), region.cabinet("OCC-31-002", FEVRIER)
    first, _ = region.send(one)
    region.send(one, remplace=first)
    region.send(one, FEVRIER)
    region.send(two, FEVRIER, region="PACA")
    found = table(region)
    assert found.mois == (JANVIER, FEVRIER, MARS)
    assert states(found) == [[CORRIGE, RECU, ATTENDU], [HORS, QUARANTAINE, ATTENDU]]
    assert [case.version for case in found.lignes[0].cases] == [2, 1, 0]
    assert [ligne.manquants for ligne in found.lignes] == [(), (FEVRIER,)]


def test_that_a_month_is_missing_once_its_day_is_past(region):
    cabinet = region.cabinet()
    region.send(cabinet)
    assert states(table(region, date(2026, 4, 15))) == [[RECU, MANQUANT, ATTENDU]]
    found = table(region, date(2026, 4, 16))
    assert states(found) == [[RECU, MANQUANT, MANQUANT]]
    assert found.lignes[0].manquants == (FEVRIER, MARS)


def test_that_nothing_is_awaited_of_who_left(region):
    cabinet = region.cabinet()
    region.send(cabinet)
    enrol.retirer(region.register, cabinet.code, JANVIER)
    assert states(table(region, date(2026, 5, 20))) == [[RECU, HORS, HORS, HORS]]


def test_that_months_sent_early_or_before_the_enrolment_are_shown(region):
    cabinet = region.cabinet(depuis=FEVRIER)
    region.send(cabinet)
    region.send(cabinet, Mois(2026, 4))
    found = table(region, date(2026, 4, 10))
    assert found.mois == (JANVIER, FEVRIER, MARS, Mois(2026, 4))
    assert states(found) == [[RECU, MANQUANT, ATTENDU, RECU]]


def test_that_a_gap_and_a_chain_without_its_beginning_are_noted(region):
    cabinet = region.cabinet()
    lost = region.bundle(cabinet)
    region.send(cabinet, remplace=lost, sequence=4)
    region.send(cabinet, FEVRIER)
    (ligne,) = table(region).lignes
    assert ligne.trous == (1, 2, 3)
    assert [case.chaine for case in ligne.cases] == [True, False, False]
    assert ligne.cases[0].etat is CORRIGE
    region.receive(bundle.seal(lost, cabinet.cle))
    (ligne,) = table(region).lignes
    assert ligne.trous == (2, 3)
    assert not ligne.cases[0].chaine


def test_that_a_stranger_is_not_in_the_table(region):
    region.cabinet()
    region.send(Cabinet("OCC-31-999"))
    assert [ligne.structure.id for ligne in table(region).lignes] == ["OCC-31-001"]


def test_that_completeness_counts_who_is_awaited_and_who_is_here(region):
    one = region.cabinet("OCC-31-001")
    early = region.cabinet("OCC-31-002", FEVRIER)
    region.cabinet("OCC-31-003")
    region.send(one)
    region.send(early)
    with region.register.read() as work:
        found = completeness.completude(work, JANVIER)
        assert found == Completude(2, 3)
        assert not found.complete
        assert completeness.completude(work, FEVRIER) == Completude(0, 3)


@pytest.mark.parametrize(
    ("found", "phrase"),
    [
        (Completude(27, 30), "27 structures sur 30"),
        (Completude(1, 2), "1 structure sur 2"),
        (Completude(0, 0), "0 structure sur 0"),
    ],
)
def test_that_completeness_is_said_in_words(found, phrase):
    assert found.phrase == phrase
    assert found.complete is (found.recues == found.attendues)
