"""What a bundle says of itself is read without anybody's word for it."""

from microstructure_desktop.animateur import peek
from microstructure_desktop.exchange import bundle
from microstructure_desktop.exchange.seal import Identity, SigningKey

from .cases import JANVIER, Cabinet


def test_that_a_bundle_of_anybody_is_named(region):
    made = region.bundle(Cabinet("OCC-31-777"))
    sealed = bundle.seal(made, SigningKey.generate())
    seen = peek.look(sealed, region.cles.identites)
    assert seen == peek.Apercu(made.id, "OCC-31-777", JANVIER)


def test_that_what_cannot_be_read_has_no_name(region):
    sealed = bundle.seal(region.bundle(Cabinet("OCC-31-777")), SigningKey.generate())
    assert peek.look(sealed, [Identity.generate()]) is None
    assert peek.look(sealed[:-1], region.cles.identites) is None
