"""Regional sums, counted by hand."""

from datetime import date
from decimal import Decimal

import pytest

from microstructure_desktop.animateur import totals
from microstructure_desktop.animateur.completeness import Completude
from microstructure_desktop.animateur.forfait_prevu import Prestations
from microstructure_desktop.animateur.totals import SommeActes, SommeForfaits
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.exchange.contents import (
    LigneFileActive,
    LigneFonctionnement,
    LigneForfaits,
    Modalite,
    NatureActe,
    Statut,
)

from .cases import FEVRIER, JANVIER, MARS, MG, PSY

AVRIL = date(2026, 4, 20)
LONGUE, ENTRETIEN = NatureActe.CONSULTATION_LONGUE, NatureActe.ENTRETIEN_INDIVIDUEL


@pytest.fixture
def filled(region):
    """One sends January to March, the second January twice, the third nothing."""
    one, two = region.cabinet("OCC-31-001"), region.cabinet("OCC-31-002")
    region.cabinet("OCC-31-003", FEVRIER)
    for mois in (JANVIER, FEVRIER, MARS):
        region.send(one, mois)
    first, _ = region.send(
        two, forfaits=(LigneForfaits("2026-01", 9, 9, 0, Decimal(829), 9, 9, 9),)
    )
    region.send(
        two,
        remplace=first,
        activite=(),
        forfaits=(
            LigneForfaits("2026-01", 1, 2, 1, Decimal(528), 0, 0, 1),
            LigneForfaits("2026-01", 2, 5, 0, Decimal(829), 2, 0, 1),
        ),
        file_active=(LigneFileActive("2026-01", None, 6, Statut.REGROUPE),),
        fonctionnement=(LigneFonctionnement("2026-01", 2, 7, 30, 3),),
    )
    return region


def test_that_a_month_is_summed_over_what_counts(filled):
    with filled.register.read() as work:
        found = totals.du_mois(work, JANVIER)
    assert (found.periode, found.completude) == ("2026-01", Completude(2, 2))
    assert found.actes == (
        SommeActes(MG, LONGUE, Modalite.CABINET, 4, 120),
        SommeActes(PSY, ENTRETIEN, Modalite.CABINET, 6, 270),
    )
    assert found.forfaits == (
        SommeForfaits(Decimal(528), 1, 2, 1, Prestations(0, 0, 1), None),
        SommeForfaits(Decimal(829), 3, 6, 0, Prestations(3, 4, 6), None),
    )
    assert (found.file_active, found.cumul_annee, found.masquees) == (10, 17, 1)
    assert (found.reunions, found.participants, found.psychiatre_minutes) == (3, 11, 90)
    assert found.formations == 3


def test_that_a_year_adds_acts_and_takes_the_last_totals(filled):
    with filled.register.read() as work:
        found = totals.de_l_annee(work, 2026, AVRIL)
    assert (found.periode, found.completude) == ("2026", Completude(1, 3))
    assert found.actes == (
        SommeActes(MG, LONGUE, Modalite.CABINET, 12, 360),
        SommeActes(PSY, ENTRETIEN, Modalite.CABINET, 18, 810),
    )
    # The first opened 3 by March, the second 2 by January: 5 at 1, 6 and 7 acts.
    assert found.forfaits[1] == SommeForfaits(
        Decimal(829), 5, 8, 0, Prestations(5, 12, 16), Prestations(5, 30, 35)
    )
    assert (found.file_active, found.cumul_annee, found.masquees) == (19, 19, 0)
    assert (found.reunions, found.participants, found.psychiatre_minutes) == (5, 19, 210)


def test_that_the_months_of_a_year_end_with_the_last_one_over(filled):
    with filled.register.read() as work:
        found = totals.par_mois(work, 2026, AVRIL)
        assert found[0] == totals.du_mois(work, JANVIER)
        assert totals.par_mois(work, 2025, AVRIL)[-1].periode == "2025-12"
        assert totals.par_mois(work, 2027, AVRIL) == ()
    assert [each.periode for each in found] == ["2026-01", "2026-02", "2026-03"]
    assert [each.completude for each in found] == [
        Completude(2, 2), Completude(1, 3), Completude(1, 3),
    ]  # fmt: skip
    assert found[2].formations is None


def test_that_a_month_sent_before_its_end_is_there(filled):
    cabinet = filled.cabinet("OCC-31-004")
    filled.send(cabinet, Mois(2026, 4))
    with filled.register.read() as work:
        assert totals.par_mois(work, 2026, AVRIL)[-1].periode == "2026-04"


def test_that_each_structure_has_its_own_year(filled):
    with filled.register.read() as work:
        found = totals.par_structure(work, 2026, AVRIL)
        assert totals.par_structure(work, 2025, AVRIL) == ()
    assert [(s.id, t.completude) for s, t in found] == [
        ("OCC-31-001", Completude(3, 3)),
        ("OCC-31-002", Completude(1, 3)),
        ("OCC-31-003", Completude(0, 2)),
    ]
    assert [t.cumul_annee for _, t in found] == [13, 6, 0]
    assert found[0][1].forfaits[0].ouverts == 3


def test_that_nothing_received_makes_zeros(region):
    region.cabinet()
    with region.register.read() as work:
        found = totals.du_mois(work, JANVIER)
    assert (found.completude, found.actes, found.forfaits) == (Completude(0, 1), (), ())
    assert (found.file_active, found.formations) == (0, None)
