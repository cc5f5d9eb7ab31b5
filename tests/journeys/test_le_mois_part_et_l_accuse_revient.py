"""The doctor seals a month and hands it over by keys alone; the animator reads it and answers."""

import pytest
from PySide6.QtCore import Qt

from microstructure_desktop.domain.boite_envoi import EtatPli
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import envois
from tests.services.conventions import coded
from tests.services.mois import OCTOBRE, agreed, crowded, read, receipt

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def paul(team, sit):
    crowded(team)
    coded(team.medecin)
    hands = sit(Role.MEDECIN)
    hands.go("accueil")
    return hands


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "cle"
    folder.mkdir()
    return folder


def tag(hands, qtbot, words):
    qtbot.waitUntil(lambda: hands.page.band.tag.text() == words)
    hands.settle()


def press(hands, button):
    hands.tab_to(button)
    hands.key(Qt.Key.Key_Space)


def test_that_a_month_leaves_and_its_receipt_comes_back_by_keys_alone(
    paul, team, stick, qtbot, tmp_path
):
    agreed(team)
    paul.key(Qt.Key.Key_7, ALT)
    assert paul.at() == "partage"
    tag(paul, qtbot, "Prêt")
    press(paul, paul.page.main_button)
    question = paul.page.acts.dialog
    assert paul.focus() is question.refuse_button  # Enter at once would send nothing
    press(paul, question.accept_button)
    paul.give(stick)
    tag(paul, qtbot, "À remettre")
    press(paul, paul.page.main_button)
    tag(paul, qtbot, "Remis")
    (file,) = stick.glob("*.msma")
    found = read(team, file.read_bytes())
    assert (str(found.contenu.mois), found.contenu.file_active[0].file_active) == ("2026-10", 6)
    (lu,) = envois.historique(paul.desk.office)
    answer = stick / f"accuse_{lu.pli.paquet[:8]}.msma-ack"
    answer.write_bytes(receipt(lu.pli))
    press(paul, paul.page.state.receipt_button)
    paul.give(answer)
    tag(paul, qtbot, "Reçu")
    assert not paul.page.main_button.isVisible()


def test_that_before_the_agreement_there_is_a_preview_and_a_way_to_agree(paul, qtbot):
    paul.go("partage")
    tag(paul, qtbot, "Aperçu seulement")
    assert paul.says("personnes vues")
    press(paul, paul.page.main_button)
    assert paul.at() == "echanges"


def test_that_what_did_not_leave_is_taken_back_and_a_correction_follows_what_left(
    paul, team, stick, qtbot
):
    agreed(team)
    paul.go("partage")
    office = paul.desk.office
    envois.sceller(office, OCTOBRE)
    paul.go("accueil")
    paul.go("partage")
    tag(paul, qtbot, "Scellé")
    press(paul, paul.page.state.cancel_button)
    tag(paul, qtbot, "Prêt")
    paul.page.acts.write_to(stick)
    tag(paul, qtbot, "À remettre")
    crowded(team, count=1, first=9)
    paul.go("accueil")
    paul.go("partage")
    tag(paul, qtbot, "À corriger")
    press(paul, paul.page.main_button)
    press(paul, paul.page.acts.dialog.accept_button)
    paul.give(stick)
    tag(paul, qtbot, "À remettre")
    states = [x.pli.etat for x in envois.historique(paul.desk.office)]
    assert states == [EtatPli.EN_ATTENTE, EtatPli.REMPLACE]
    assert len(list(stick.glob("*.msma"))) == 2


def test_that_a_stick_pulled_out_is_said_in_the_page_and_the_month_is_kept(
    paul, team, tmp_path, qtbot
):
    agreed(team)
    paul.go("partage")
    paul.page.acts.write_to(tmp_path / "absente")
    qtbot.waitUntil(lambda: bool(paul.page.problem.title()))
    tag(paul, qtbot, "En attente")
    assert paul.says("clé débranchée")
    assert paul.says("le mois est gardé")
