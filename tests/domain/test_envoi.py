"""A prepared bundle is a value."""

from microstructure_desktop.domain.envoi import Envoi
from microstructure_desktop.domain.ids import EnvoiId


def test_that_a_first_bundle_replaces_nothing():
    envoi = Envoi(EnvoiId("e"), "2026-10", 1, "ab12")
    assert envoi.remplace is None
    assert envoi == Envoi(EnvoiId("e"), "2026-10", 1, "ab12", None)
