"""What was sealed never changes; only what became of it does, and every attempt is kept."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import sqlcipher3.dbapi2 as dbapi
from sqlalchemy.exc import DatabaseError

from microstructure_desktop.domain.boite_envoi import Essai, EtatPli, Pli
from microstructure_desktop.store.failures import RecordMissing
from tests import factories as make

LE = datetime(2026, 11, 3, 9, 15, 7, tzinfo=UTC)
PLI = Pli("ab" * 32, "2026-10", 3, None, "MSMA_OCC-31-007_2026-10_0003_abababab.msma", LE)
OCTETS = b"age-encryption.org/v1\n\x00\xff"


@pytest.fixture
def work(store):
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.outbox.add(PLI, OCTETS)
        yield work


def test_that_what_was_sealed_comes_back(work):
    assert work.outbox.all() == [PLI]
    assert work.outbox.get(PLI.paquet) == PLI
    assert work.outbox.octets(PLI.paquet) == OCTETS
    assert work.outbox.find("other") is None
    for missing in (work.outbox.get, work.outbox.octets):
        with pytest.raises(RecordMissing):
            missing("other")


def test_that_its_state_moves_on(work):
    later = LE + timedelta(minutes=15)
    waiting = replace(PLI, etat=EtatPli.EN_ATTENTE, prochain_essai=later, essais=1, canal="c1")
    work.outbox.change(waiting)
    assert work.outbox.all() == [waiting]
    left = replace(waiting, etat=EtatPli.DEPOSE, prochain_essai=None)
    work.outbox.change(left)
    assert work.outbox.get(PLI.paquet) == left
    with pytest.raises(ValueError, match="annule"):
        work.outbox.change(replace(left, etat=EtatPli.ANNULE))
    assert work.outbox.get(PLI.paquet) == left


@pytest.mark.parametrize(
    "sql",
    [
        "update outbox set octets = x'00'",
        "update outbox set sequence = 4",
        "update outbox set remplace = 'cd'",
        "delete from outbox",
        "update outbox_journal set resultat = 'depose'",
        "delete from outbox_journal",
    ],
)
def test_that_nothing_sealed_nor_tried_is_rewritten(work, sql):
    work.outbox.note(Essai(PLI.paquet, LE, "c1", "injoignable"))
    with pytest.raises((dbapi.IntegrityError, DatabaseError)):
        work.revisions.write("outbox", sql)
    assert work.outbox.octets(PLI.paquet) == OCTETS


def test_that_every_attempt_is_kept_in_order(work):
    tried = [
        Essai(PLI.paquet, LE, "c1", "injoignable", "dns"),
        Essai(PLI.paquet, LE, "c2", "depose"),
    ]
    for each in tried:
        work.outbox.note(each)
    assert work.outbox.journal(PLI.paquet) == tried


def test_that_the_last_receipt_is_kept(work):
    assert work.outbox.accuse(PLI.paquet) is None
    work.outbox.receive(PLI.paquet, b"refuse")
    work.outbox.receive(PLI.paquet, b"accepte")
    assert work.outbox.accuse(PLI.paquet) == b"accepte"


def test_that_it_outlives_the_program(store):
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.outbox.add(PLI, OCTETS)
    with store.read() as work:
        assert work.outbox.octets(PLI.paquet) == OCTETS
