"""What was sent is listed in the order it was prepared."""

from microstructure_desktop.domain.envoi import Envoi
from tests import factories as make


def test_that_bundles_follow_their_sequence(store):
    envois = [Envoi(f"e{n}", "2026-10", n, "ab" * 32) for n in (2, 10, 1)]
    with store.begin(make.AUTHOR, make.NOW) as work:
        for envoi in envois:
            work.envois.save(envoi)
        assert [e.sequence for e in work.envois.all()] == [1, 2, 10]
