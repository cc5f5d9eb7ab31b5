"""Handing over holds neither the window nor the store; what comes back is brought in."""

from functools import partial

import pytest

from microstructure_desktop.domain.boite_envoi import EtatPli, Resultat
from microstructure_desktop.domain.canal import TypeCanal
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import envois, expedition
from microstructure_desktop.ui.sender import Sender
from tests.services.mois import OCTOBRE, agreed, crowded, receipt, way
from tests.ui.desk import make_desk


@pytest.fixture
def desk(team, theme):
    crowded(team)
    agreed(team)
    return make_desk(team, theme, Role.MEDECIN)


@pytest.fixture
def sender(qtbot, desk):
    made = Sender(desk.context)
    yield made
    qtbot.waitUntil(lambda: not made.busy)
    desk.settle()


@pytest.fixture
def pli(desk):
    return envois.sceller(desk.office, OCTOBRE)


def test_that_an_attempt_that_a_person_asks_for_is_made_and_noted(
    qtbot, desk, sender, pli, tmp_path
):
    with qtbot.waitSignal(sender.handed) as handed:
        sender.hand(partial(expedition.a_remettre, paquet=pli.paquet, dossier=tmp_path))
    after, passages = handed.args
    assert after.etat is EtatPli.EN_ATTENTE
    assert passages[0].depot.resultat is Resultat.DEPOSE
    assert (tmp_path / pli.nom).exists()


def test_that_a_round_tries_what_is_due_and_says_when_nothing_is(qtbot, team, desk, sender, pli):
    with qtbot.waitSignal(sender.nothing_due):
        sender.round()
    way(team, "", type=TypeCanal.WEBDAV, adresse="http://127.0.0.1:1/")
    expedition.envoyer(desk.office, pli.paquet)
    with qtbot.waitSignal(sender.handed) as handed:
        sender.round()
    assert handed.args[1][0].depot.resultat is Resultat.INJOIGNABLE


def test_that_receipts_that_lie_there_are_brought_in(qtbot, team, desk, sender, pli, tmp_path):
    way(team, tmp_path)
    office = desk.office
    tentative = expedition.a_remettre(office, pli.paquet, dossier=tmp_path)
    expedition.noter(office, tentative, expedition.deposer(tentative))
    (tmp_path / f"accuse_{pli.paquet[:8]}.msma-ack").write_bytes(receipt(pli))
    with qtbot.waitSignal(sender.received) as received:
        sender._on_minute()
    (lu,) = received.args[0]
    assert lu.pli.etat is EtatPli.ACCUSE


def test_that_nothing_is_noted_once_the_store_closes(qtbot, desk, sender, pli, tmp_path):
    sender.keep_on()
    assert sender._timer.isActive()
    office = desk.office
    tentative = expedition.a_remettre(office, pli.paquet, dossier=tmp_path)
    sender.stop()
    assert not sender._timer.isActive()
    with qtbot.assertNotEmitted(sender.handed):
        sender._on_due((tentative,))
        qtbot.waitUntil(lambda: not sender.busy)
        desk.settle()
    assert envois.historique(desk.office)[0].essais == ()


def test_that_a_refusal_of_the_services_is_said(qtbot, sender, tmp_path):
    with qtbot.waitSignal(sender.failed):
        sender.hand(partial(expedition.a_remettre, paquet="ab" * 32, dossier=tmp_path))
