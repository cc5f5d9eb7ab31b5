"""What was billed is kept by person, taken back or not."""

from dataclasses import replace

from microstructure_desktop.domain.facturation import EtatFacturation
from tests import factories as make


def test_that_billed_forfaits_are_kept_by_person_in_the_order_they_began(store):
    later = make.a_facturation(id="b", debut=make.DAY)
    first = make.a_facturation(id="a", debut=make.DAY.replace(year=make.DAY.year - 1))
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.facturations.save(later)
        work.facturations.save(first)
        assert work.facturations.of(make.PATIENT) == [first, later]


def test_that_one_taken_back_stays_with_its_proofs(store):
    billed = make.a_facturation()
    back = replace(billed, etat=EtatFacturation.ANNULEE, motif="Montant corrigé")
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.facturations.save(billed)
        work.facturations.save(back)
        (found,) = work.facturations.all()
        assert found.preuves == billed.preuves
        assert not found.compte
