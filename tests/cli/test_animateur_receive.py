"""What became of a bundle, and of those that waited for it, is said line by line."""

from microstructure_desktop.animateur.receive import Issue
from microstructure_desktop.cli.animateur_receive import _STATES, _lines
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.exchange.accuse import EtatAccuse


def test_that_what_was_taken_along_is_said_too():
    assert set(_STATES) == set(EtatAccuse)
    later = Issue(EtatAccuse.ACCEPTE, "b" * 64, "OCC-31-001", Mois(2026, 2))
    first = Issue(EtatAccuse.ACCEPTE, "a" * 64, "OCC-31-001", Mois(2026, 1), reprises=(later,))
    assert list(_lines("x.msma", first)) == [
        "reçu : OCC-31-001 2026-01 (x.msma)",
        "reçu : OCC-31-001 2026-02 (quarantaine)",
    ]
