"""What is read together for every forfait."""

from dataclasses import replace
from datetime import date

import pytest

from microstructure_desktop.services.facturation import _preuve
from microstructure_desktop.services.forfaits_lecture import cle, lire, regles_de
from tests import factories as make
from tests.cabinet import TODAY

from .billing import ENTRY, WHOLE, followed
from .cases import write

SINCE = date(2025, 1, 1)


@pytest.fixture
def read(team):
    def now(reference=None):
        office = team.medecin
        with office.store.read() as work:
            return lire(work, reference or office.reference, SINCE, TODAY)

    return now


def test_that_the_papers_of_a_person_are_those_that_are_complete(team, read):
    sophie = followed(team, papers=False)
    (only,) = read().decomptes
    assert read().pieces(only.cycle).fiches == frozenset()
    assert not read().pieces(only.cycle).informee
    for form, complete in (("medicale_entree", True), ("sociale_entree", False)):
        fiche = make.a_fiche(patient=sophie.id, form=form, complete=complete)
        write(team, "fiches", fiche)
    assert read().pieces(only.cycle).fiches == {"medicale_entree"}


def test_that_a_form_that_no_file_defines_is_asked_of_nobody(team, read):
    followed(team)
    (only,) = read().decomptes
    reference = team.medecin.reference
    (regles,) = reference.facturation
    unknown = tuple(
        replace(p, formulaires=(*p.formulaires, "disparue")) if p.formulaires else p
        for p in regles.pieces
    )
    asked = replace(reference, facturation=(replace(regles, pieces=unknown),))
    assert read(asked).pieces(only.cycle).fiches == {*ENTRY, "disparue"}


def test_that_what_was_billed_is_found_by_its_days(team, read):
    sophie = followed(team, done=WHOLE, debut=date(2025, 6, 1))
    first, second = (d.cycle for d in read().decomptes)
    billed = make.a_facturation(
        patient=sophie.id, inclusion=first.inclusion.id, debut=first.debut, fin=first.fin
    )
    write(team, "facturations", billed)
    assert read().facturations(first) == (billed,)
    assert read().facturations(second) == ()


def test_that_the_acts_of_an_old_bill_are_read_for_the_lists_alone(team, read):
    sophie = followed(team, done=WHOLE, debut=date(2023, 6, 1))
    with team.medecin.store.read() as work:
        proofs = tuple(_preuve(c) for c in work.consultations.of(sophie.id))
    old = make.a_facturation(
        patient=sophie.id, debut=date(2023, 6, 1), fin=date(2024, 5, 31), preuves=proofs
    )
    write(team, "facturations", old)
    assert read().actes == {}
    begun = replace(old, id="begun", fin=date(2024, 6, 1))  # the first day of the next one
    write(team, "facturations", begun)
    assert set(read().actes) == {p.acte for p in proofs}
    office = team.medecin
    with office.store.read() as work:
        lus = lire(work, office.reference, SINCE, TODAY, preuves=date.min)
    assert set(lus.actes) == {p.acte for p in proofs}


def test_that_a_forfait_is_told_by_its_inclusion_and_its_day(team, read):
    followed(team, debut=date(2025, 6, 1))
    keys = [cle(d.cycle) for d in read().decomptes]
    assert [day for _, day in keys] == [date(2025, 6, 1), date(2026, 6, 1)]
    assert len({inclusion for inclusion, _ in keys}) == 1


def test_that_the_rules_are_those_of_its_first_day(team, read):
    followed(team)
    (only,) = read().decomptes
    reference = team.medecin.reference
    (regles,) = reference.facturation
    later = replace(regles, depuis=date(2026, 3, 3))
    assert regles_de(replace(reference, facturation=(regles, later)), only.cycle) is later
