"""What fits and what does not, asked of the checks themselves."""

from dataclasses import replace

import pytest

from microstructure_desktop.animateur import checks
from microstructure_desktop.exchange import bundle
from microstructure_desktop.exchange.refus import ConventionUnknown

from .cases import JOUR


def recu(region, cabinet, **autres):
    sealed = bundle.seal(region.bundle(cabinet, **autres), cabinet.cle)
    return bundle.open_sealed(sealed, region.cles.identites, lambda _: cabinet.cle.public)


def test_that_the_one_that_counts_until_now_is_found(region):
    cabinet = region.cabinet()
    first, _ = region.send(cabinet)
    correction = recu(region, cabinet, remplace=first)
    with region.register.read() as work:
        head = checks.check(work, correction, JOUR)
        assert head is not None
        assert head.id == first.id
        assert not checks.older(correction.entete, head)
        assert checks.older(replace(correction.entete, sequence=0), head)
        assert not checks.older(correction.entete, None)


def test_that_a_bundle_under_no_convention_is_refused(region):
    cabinet = region.cabinet()
    found = recu(region, cabinet)
    bare = replace(found.entete, adresse=replace(found.entete.adresse, convention=None))
    with region.register.read() as work, pytest.raises(ConventionUnknown):
        checks.check(work, replace(found, entete=bare), JOUR)
