"""A partner is in use until told otherwise."""

from microstructure_desktop.domain.partenaire import Partenaire


def test_that_a_partner_begins_in_use():
    assert Partenaire("p", "Pharmacie du Port", "PHARMACIE").actif
