"""Seal, hand over, say it was given, take back, bring in a receipt: as a person does."""

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from microstructure_desktop.domain.boite_envoi import EtatPli
from microstructure_desktop.domain.canal import TypeCanal
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import envois, expedition
from microstructure_desktop.ui.dialogs.confirm import Confirm
from microstructure_desktop.ui.dialogs.print_preview import PrintPreview
from microstructure_desktop.ui.pages.partage.acts import SendingActs
from microstructure_desktop.ui.pages.partage.steps import Acte, etape
from tests.services.mois import OCTOBRE, agreed, crowded, receipt, sealed, way
from tests.ui.desk import make_desk


@pytest.fixture
def desk(team, theme):
    crowded(team)
    agreed(team)
    return make_desk(team, theme, Role.MEDECIN)


@pytest.fixture
def page(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def acts(qtbot, desk, page):
    made = SendingActs(desk.context, page)
    yield made
    made.close()
    qtbot.waitUntil(lambda: not made.sender_.busy)
    desk.settle()


def show(desk, acts, *ways):
    """As the page does once it has read the month; what it proposes."""
    office = desk.office
    depart = envois.depart(office, OCTOBRE)
    acts.show(depart, ways)
    lus = envois.historique(office)
    return etape(depart, lus[0] if lus else None, ways, desk.context.now())


def state(desk):
    lus = envois.historique(desk.office)
    return lus[0].pli.etat if lus else None


def test_that_nothing_is_sealed_before_the_question_is_answered(qtbot, desk, acts, team, tmp_path):
    made = show(desk, acts, way(team, tmp_path))
    acts.do(made)
    assert isinstance(acts.dialog, Confirm)
    assert state(desk) is None
    with qtbot.waitSignal(acts.sender_.handed):
        acts.dialog.accept_button.click()
    assert state(desk) is EtatPli.EN_ATTENTE
    (written,) = tmp_path.glob("*.msma")
    pli = envois.historique(desk.office)[0].pli
    assert written.read_bytes() == sealed(team, pli.paquet)


def test_that_without_a_way_a_folder_is_chosen_first(qtbot, desk, acts):
    acts.do(show(desk, acts))
    acts.dialog.accept_button.click()
    qtbot.waitUntil(lambda: isinstance(acts.dialog, QFileDialog))
    acts.dialog.reject()
    assert state(desk) is None


def test_that_a_stick_that_is_not_there_is_said_and_the_month_is_kept(qtbot, desk, acts, tmp_path):
    show(desk, acts)
    with qtbot.waitSignal(acts.failed) as failed:
        acts.write_to(tmp_path / "absent")
    assert "clé débranchée" in failed.args[0].sentence
    assert state(desk) is EtatPli.EN_ATTENTE


def test_that_a_dead_network_is_said_while_the_page_stays(qtbot, desk, acts, team):
    web = way(team, "", type=TypeCanal.WEBDAV, adresse="http://127.0.0.1:1/")
    show(desk, acts, web)
    told = []
    acts.busy.connect(told.append)
    with qtbot.waitSignal(acts.failed) as failed:
        acts.start(Acte.ENVOYER)
    assert "serveur injoignable" in failed.args[0].sentence
    assert told[0].startswith("Envoi en cours")
    assert told[-1] == ""


def test_that_a_way_turned_off_meanwhile_leaves_nothing_hanging(qtbot, desk, acts):
    show(desk, acts)
    told = []
    acts.busy.connect(told.append)
    acts.start(Acte.ENVOYER)
    qtbot.waitUntil(lambda: told[-1:] == [""])


def test_that_a_message_is_prepared_and_handed_to_the_mail_program(
    qtbot, desk, acts, team, monkeypatch
):
    opened = []
    monkeypatch.setattr("PySide6.QtGui.QDesktopServices.openUrl", opened.append)
    mail = way(team, "", type=TypeCanal.COURRIEL, adresse="animation@example.org")
    show(desk, acts, mail)
    with qtbot.waitSignal(acts.sender_.handed):
        acts.start(Acte.MESSAGE)
    assert opened[0].toLocalFile().endswith(".msma.eml")


def test_that_sheets_of_codes_are_shown_to_be_printed(qtbot, desk, acts, team):
    show(desk, acts, way(team, "", type=TypeCanal.PAPIER))
    acts.start(Acte.IMPRIMER)
    qtbot.waitUntil(lambda: isinstance(acts.dialog, PrintPreview))
    assert state(desk) is EtatPli.EN_ATTENTE


def test_that_the_annex_is_shown_and_seals_nothing(qtbot, desk, acts):
    show(desk, acts)
    acts.annex()
    qtbot.waitUntil(lambda: isinstance(acts.dialog, PrintPreview))
    assert state(desk) is None


def test_that_what_was_handed_over_is_said_by_a_person(desk, acts, team, tmp_path):
    office = desk.office
    stick = way(team, tmp_path)
    pli = envois.sceller(office, OCTOBRE)
    tentative = expedition.a_remettre(office, pli.paquet, canal=stick.id)
    expedition.noter(office, tentative, expedition.deposer(tentative))
    acts.do(show(desk, acts, stick))
    assert state(desk) is EtatPli.DEPOSE


def test_that_a_sealed_month_is_taken_back_and_comes_back_as_it_was(qtbot, desk, acts):
    pli = envois.sceller(desk.office, OCTOBRE)
    show(desk, acts)
    with qtbot.waitSignal(desk.context.events.notice_requested) as said:
        acts.cancel()
    assert state(desk) is EtatPli.ANNULE
    assert said.args[0].text == "Envoi annulé"
    said.args[0].on_action()
    assert envois.historique(desk.office)[0].pli == pli


def test_that_a_receipt_is_brought_in_or_refused_in_words(qtbot, desk, acts, tmp_path):
    pli = envois.sceller(desk.office, OCTOBRE)
    show(desk, acts)
    with qtbot.waitSignal(acts.failed) as failed:
        acts.receive(tmp_path / "absent.msma-ack")
    assert "n’a pas pu être lu" in failed.args[0].sentence
    path = tmp_path / "accuse.msma-ack"
    path.write_bytes(b"{}")
    with qtbot.waitSignal(acts.failed) as failed:
        acts.receive(path)
    assert "accusé de réception" in failed.args[0].sentence
    path.write_bytes(receipt(pli))
    with qtbot.waitSignal(desk.context.events.notice_requested) as said:
        acts.receive(path)
    assert said.args[0].text == "Reçu par l’animateur\xa0: octobre\xa02026"
    assert state(desk) is EtatPli.ACCUSE
