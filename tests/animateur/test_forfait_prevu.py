"""The acts that a forfait pays for: 829 euros are 1, 6 and 7."""

from decimal import Decimal

from microstructure_desktop.animateur.forfait_prevu import Prestations, prevus


def test_that_the_amount_tells_the_acts():
    assert prevus() == {Decimal(829): Prestations(1, 6, 7)}
    assert prevus()[Decimal("829.00")].fois(3) == Prestations(3, 18, 21)


def test_that_an_amount_without_a_published_number_has_none():
    assert Decimal(537) not in prevus()
