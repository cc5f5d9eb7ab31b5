"""The bundles, and which of them count."""

from microstructure_desktop.animateur.model import EtatPaquet
from microstructure_desktop.domain.periods import Mois
from tests.animateur.cases import FEVRIER, JANVIER


def test_that_bundles_are_found_by_what_they_are(region):
    one, two = region.cabinet("OCC-31-001"), region.cabinet("OCC-31-002")
    first, _ = region.send(one)
    second, _ = region.send(one, FEVRIER)
    other, _ = region.send(two)
    with region.register.write() as work:
        paquets = work.paquets
        assert [p.id for p in paquets.all()] == [first.id, second.id, other.id]
        assert [p.id for p in paquets.of("OCC-31-001")] == [first.id, second.id]
        assert paquets.head("OCC-31-001", FEVRIER).id == second.id
        assert paquets.head("OCC-31-002", FEVRIER) is None
        assert paquets.at("OCC-31-001", 2).id == second.id
        assert paquets.get("00" * 32) is None
        paquets.supersede(second.id)
        assert paquets.get(second.id).etat is EtatPaquet.REMPLACE
        assert [p.id for p in paquets.heads()] == [first.id, other.id]
        assert [p.id for p in paquets.heads("OCC-31-001")] == [first.id]
        assert paquets.head("OCC-31-001", JANVIER).periode == Mois(2026, 1)
