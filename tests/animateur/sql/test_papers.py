"""Conventions, receipts and what was refused."""

from dataclasses import replace

from microstructure_desktop.animateur.model import AccuseEmis, Quarantaine
from microstructure_desktop.exchange.accuse import Accuse, EtatAccuse
from tests.animateur.cases import FEVRIER, JANVIER, JOUR

PAQUET = "ab" * 32


def test_that_the_last_receipt_of_a_bundle_is_kept(register):
    refused = Accuse(PAQUET, "OCC-31-001", EtatAccuse.REFUSE, "cumul", JOUR)
    accepted = Accuse(PAQUET, "OCC-31-001", EtatAccuse.ACCEPTE, "", JOUR, FEVRIER)
    with register.write() as work:
        for said in (refused, accepted):
            work.accuses.put(AccuseEmis(said, "accuse_x.msma-ack", said.etat.encode()))
            assert work.accuses.last(PAQUET).accuse == said
        assert [emis.octets for emis in work.accuses.all()] == [b"accepte"]
        assert work.accuses.last("cd" * 32) is None


def test_that_the_same_bytes_are_kept_once_with_their_latest_reason(register):
    kept = Quarantaine("e1", "a.msma", "futur", JOUR, "dossier", PAQUET, "OCC-31-001", JANVIER)
    with register.write() as work:
        work.quarantaine.put(kept, b"bytes")
        work.quarantaine.put(replace(kept, motif="cumul", nom="b.msma"), b"bytes")
        work.quarantaine.put(Quarantaine("e2", "c.msma", "scelle", JOUR, "courriel"), b"other")
        assert work.quarantaine.get("e1") == replace(kept, motif="cumul")
        assert work.quarantaine.octets("e1") == b"bytes"
        assert [each.empreinte for each in work.quarantaine.all()] == ["e1", "e2"]
        work.quarantaine.forget(PAQUET)
        assert [each.empreinte for each in work.quarantaine.all()] == ["e2"]
        work.quarantaine.drop("e2")
        assert work.quarantaine.all() == ()


def test_that_a_register_without_convention_has_none(register):
    with register.read() as work:
        assert work.conventions.current() is None
        assert work.conventions.by("ab" * 32) is None
