"""The directory is read by name, whoever follows somebody by person."""

from microstructure_desktop.domain.partenaire import Intervenant, Partenaire
from tests import factories as make


def test_that_the_directory_is_in_the_order_of_names(store):
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.annuaire.save(Partenaire("p1", "Pharmacie du Port", "PHARMACIE"))
        work.annuaire.save(Partenaire("p2", "Élan CSAPA", "CSAPA"))
        work.intervenants.save(Intervenant("i1", make.PATIENT, "p1"))
        assert [p.nom for p in work.annuaire.all()] == ["Élan CSAPA", "Pharmacie du Port"]
        assert [i.partenaire for i in work.intervenants.of(make.PATIENT)] == ["p1"]
        assert work.intervenants.of("autre") == []
