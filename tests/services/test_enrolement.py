"""Nothing is used before somebody heard its fingerprint; a stranger's file is refused."""

from datetime import date, time

import pytest

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.exchange.errors import (
    ConventionInvalid,
    ConventionNotSigned,
    StructureUnknown,
)
from microstructure_desktop.exchange.seal import SigningKey, fingerprint
from microstructure_desktop.services import convention_lue, enrolement, journal
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.annulation import noted, undo
from microstructure_desktop.services.convention_lue import ConventionOlder, Nature, NotEnrolled
from microstructure_desktop.services.enrolement import (
    FingerprintDiffers,
    NothingToConfirm,
    OtherRegion,
)
from microstructure_desktop.services.journal import Demande
from tests.exchange.keys import ANIMATRICE, SUIVANTE
from tests.services.conventions import coded, enrolled, fichier, lus

ETRANGERE = SigningKey(b"\x09" * 32)


@pytest.fixture
def office(team):
    coded(team.medecin)
    return team.medecin


def in_use(office):
    with office.store.read() as work:
        return convention_lue.en_vigueur(work)


def said(office) -> list[str]:
    lignes = journal.read(office, Demande(action=Action.ECHANGES)).lignes
    return [ligne.quoi for ligne in reversed(lignes)]


def test_that_a_file_says_who_and_waits_for_its_fingerprint_to_be_heard(office):
    lue = enrolement.importer(office, fichier(k=7, jour_limite=20))
    assert (lue.nature, lue.a_lire) == (Nature.PREMIERE, True)
    assert (lue.convention.animateur, lue.convention.k) == ("RAMIP", 7)
    assert lue.cle == fingerprint(ANIMATRICE.public)
    assert lue.groupes_lus.split() == lue.cle.split()[:6]
    assert enrolement.etat(office).courante is None
    with pytest.raises(NotEnrolled):
        in_use(office)


def test_that_the_last_two_groups_open_it_and_the_cabinet_gets_its_key(office):
    enrolement.importer(office, fichier())
    etat = enrolement.confirmer(office, lus())
    assert etat.courante is not None
    assert etat.courante.confirmee_le is not None
    assert etat.en_attente is None
    assert etat.cle is not None
    used = in_use(office)
    assert used.fichier == etat.courante.fichier
    assert fingerprint(used.cle.public) == etat.cle.empreinte
    assert said(office) == [
        "Échanges avec l’animateur\u00a0: convention ouverte, pas encore confirmée",
        "Échanges avec l’animateur\u00a0: convention confirmée",
    ]


@pytest.mark.parametrize("typed", ["", "0000 0000", lus()[:-1], lus()[:4], lus(ETRANGERE)])
def test_that_other_groups_open_nothing(office, typed):
    enrolement.importer(office, fichier())
    with pytest.raises(FingerprintDiffers):
        enrolement.confirmer(office, typed)
    assert enrolement.etat(office).courante is None


@pytest.mark.parametrize("written", [str.lower, lambda x: x.replace(" ", ""), "  {}  ".format])
def test_that_they_may_be_typed_in_any_way(office, written):
    enrolement.importer(office, fichier())
    assert enrolement.confirmer(office, written(lus())).courante is not None


def test_that_letters_typed_for_figures_are_understood(office):
    keys = (SigningKey(bytes([n]) * 32) for n in range(256))
    key = next(k for k in keys if {"0", "1"} <= set(lus(k)))
    enrolement.importer(office, fichier(key=key))
    typed = lus(key).replace("0", "o").replace("1", "l")
    assert enrolement.confirmer(office, typed).courante is not None


def test_that_a_file_of_another_region_is_refused(office):
    coded(office, "BFC-25-001", "BFC")
    with pytest.raises(OtherRegion, match=r"OCC.*BFC"):
        enrolement.importer(office, fichier())
    assert enrolement.etat(office).en_attente is None


def test_that_a_cabinet_that_moved_meanwhile_confirms_nothing(office):
    enrolement.importer(office, fichier())
    coded(office, "BFC-25-001", "BFC")
    with pytest.raises(OtherRegion):
        enrolement.confirmer(office, lus())


def test_that_a_cabinet_without_code_is_told_before_it_confirms(office):
    coded(office, "")
    enrolement.importer(office, fichier())
    assert not enrolement.etat(office).coded
    with pytest.raises(StructureUnknown):
        enrolement.confirmer(office, lus())


@pytest.mark.parametrize(
    "data", [b"", b"{}", fichier()[:-1], fichier().replace(b"RAMIP", b"RAMAP")]
)
def test_that_anything_else_is_refused(office, data):
    with pytest.raises((ConventionInvalid, ConventionNotSigned)):
        enrolement.importer(office, data)


def test_that_another_file_takes_the_place_of_the_one_that_waits(office):
    enrolement.importer(office, fichier())
    enrolement.importer(office, fichier(key=ETRANGERE))
    with pytest.raises(FingerprintDiffers):
        enrolement.confirmer(office, lus())
    assert enrolement.confirmer(office, lus(ETRANGERE)).courante is not None


def test_that_a_file_can_be_let_go_and_taken_back(office):
    enrolement.importer(office, fichier())
    fait = noted(office, enrolement.abandonner)
    with pytest.raises(NothingToConfirm):
        enrolement.confirmer(office, lus())
    undo(office, fait.changes)
    assert enrolement.confirmer(office, lus()).courante is not None


def test_that_the_next_convention_of_the_same_key_needs_no_call(office):
    enrolled(office)
    lue = enrolement.importer(office, fichier(2, k=8))
    assert (lue.nature, lue.a_lire) == (Nature.SUITE, False)
    assert in_use(office).convention.k == 11
    before = in_use(office).cle
    enrolement.confirmer(office)
    assert in_use(office).convention.k == 8
    assert in_use(office).cle == before


@pytest.mark.parametrize("numero", [1, 2])
def test_that_an_older_convention_never_comes_back(office, numero):
    enrolled(office)
    enrolement.importer(office, fichier(2))
    enrolement.confirmer(office)
    with pytest.raises(ConventionOlder):
        enrolement.importer(office, fichier(numero))


def test_that_a_clock_that_was_ahead_keeps_no_convention_in_use(office, team):
    back = team.clock().astimezone()
    team.clock.set(date(2031, 1, 4), time(9))
    enrolled(office)
    team.clock.set(back.date(), back.time())
    for numero in (2, 3):
        enrolement.importer(office, fichier(numero))
        enrolement.confirmer(office)
        assert in_use(office).convention.numero == numero


def test_that_a_new_key_is_believed_when_the_former_vouches_for_it(office):
    enrolled(office)
    lue = enrolement.importer(office, fichier(2, SUIVANTE, ANIMATRICE))
    assert (lue.nature, lue.a_lire) == (Nature.RELAIS, False)
    enrolement.confirmer(office)
    assert in_use(office).convention.cle == SUIVANTE.public


@pytest.mark.parametrize("former", [None, SUIVANTE, ETRANGERE])
def test_that_a_key_which_nobody_vouches_for_sends_to_the_phone(office, former):
    enrolled(office)
    with pytest.raises(ConventionNotSigned) as refused:
        enrolement.importer(office, fichier(2, SUIVANTE, former))
    assert refused.value.way_out.startswith("Téléphonez à l’animateur")
    assert enrolement.etat(office).en_attente is None


def test_that_a_lost_key_is_replaced_by_voice_alone_and_logged(office):
    enrolled(office)
    lue = enrolement.importer(office, fichier(1, SUIVANTE), perte=True)
    assert (lue.nature, lue.a_lire) == (Nature.PERTE, True)
    with pytest.raises(FingerprintDiffers):
        enrolement.confirmer(office, lus())
    mine = in_use(office).cle
    etat = enrolement.confirmer(office, lus(SUIVANTE))
    assert etat.courante is not None
    assert etat.courante.convention.cle == SUIVANTE.public
    assert in_use(office).cle == mine
    assert said(office)[2].endswith("nouvelle clé de l’animateur, qui a perdu la sienne")


def test_that_a_loss_told_by_mistake_asks_no_less(office):
    enrolled(office)
    with pytest.raises(ConventionOlder):
        enrolement.importer(office, fichier(), perte=True)


def test_that_the_key_is_renewed_and_the_former_kept_to_vouch(office):
    with pytest.raises(NotEnrolled):
        enrolement.renouveler(office)
    before = enrolled(office).cle
    after = enrolement.renouveler(office).cle
    assert before is not None
    assert after is not None
    assert after.empreinte != before.empreinte
    assert fingerprint(in_use(office).cle.public) == after.empreinte
    assert said(office)[-1].endswith("clé du cabinet renouvelée")


def test_that_a_key_is_never_taken_back_by_ctrl_z(office):
    coded(office)
    enrolement.importer(office, fichier())
    assert not noted(office, lambda o: enrolement.confirmer(o, lus())).changes


def test_that_who_only_reads_confirms_nothing(office, team):
    enrolement.importer(office, fichier())
    assert enrolement.etat(team[Role.PSYCHOLOGUE]).en_attente is not None
    with pytest.raises(AccessDenied):
        enrolement.confirmer(team[Role.PSYCHOLOGUE], lus())
    with pytest.raises(AccessDenied):
        enrolement.etat(team[Role.SECRETARIAT])
