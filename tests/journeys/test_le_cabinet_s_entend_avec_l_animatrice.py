"""The doctor agrees with the animator by telephone, then gives her what she needs."""

import pytest
from PySide6.QtCore import Qt

from microstructure_desktop.domain.canal import TypeCanal
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.exchange import inscription
from microstructure_desktop.exchange.convention import CanalPropose
from microstructure_desktop.exchange.seal import SigningKey, fingerprint
from microstructure_desktop.services import canaux, canaux_essai, enrolement
from tests.exchange.keys import ANIMATRICE
from tests.services.conventions import coded, fichier, lus

from .hands import CONTROL

LIEN = CanalPropose(TypeCanal.COURRIEL, "animation@exemple.fr", "Courriel de RAMIP")


@pytest.fixture
def stick(tmp_path):
    """What the animator gave."""
    folder = tmp_path / "cle"
    folder.mkdir()
    (folder / "ramip.msma-conv").write_bytes(fichier(canaux=(LIEN,)))
    return folder


@pytest.fixture
def paul(team, sit):
    coded(team.medecin)
    hands = sit(Role.MEDECIN)
    hands.go("accueil")
    return hands


def found(hands):
    return enrolement.etat(hands.desk.office)


def test_that_keys_alone_lead_from_the_stick_to_the_enrolment(paul, stick, tmp_path):
    paul.key(Qt.Key.Key_K, CONTROL)
    paul.write("convention")
    paul.key(Qt.Key.Key_Return)
    assert paul.at() == "echanges"
    paul.key(Qt.Key.Key_Space)
    paul.give(stick / "ramip.msma-conv")
    assert paul.focus() is paul.page.convention.phone.typed
    assert not [group for group in lus().split() if group in paul.shows().upper()]
    paul.write("0000 0000")
    paul.key(Qt.Key.Key_Return)
    assert "relire" in paul.shows()
    assert found(paul).courante is None
    paul.write(lus().lower())
    paul.key(Qt.Key.Key_Return)
    assert found(paul).courante is not None
    paul.tab_to(paul.page.key.file_button)
    paul.key(Qt.Key.Key_Space)
    given = tmp_path / "OCC-31-007.msma-inscription"
    paul.give(given)
    said = inscription.read(given.read_bytes())
    assert fingerprint(said.cle) == found(paul).cle.empreinte
    assert said.structure == "OCC-31-007"


def test_that_a_way_is_set_up_tried_and_taken_back(paul, stick, tmp_path, qtbot):
    enrolement.importer(paul.desk.office, fichier(canaux=(LIEN,)))
    enrolement.confirmer(paul.desk.office, lus())
    paul.go("echanges")
    page = paul.page
    paul.click(page.ways.add_button)
    dialog = page.acts.dialog
    dialog.kind.setFocus()
    while dialog.kind.value() != TypeCanal.DOSSIER.value:
        paul.key(Qt.Key.Key_Down)
    paul.tab_to(dialog.nom)
    paul.write("Clé de l’animatrice")
    paul.tab_to(dialog.adresse)
    paul.write(str(stick))
    paul.tab_to(dialog.save_button)
    paul.key(Qt.Key.Key_Space)
    assert page.acts.dialog is None
    (line,) = page.ways.lines
    paul.click(line.try_button)
    qtbot.waitUntil(lambda: not page.acts.elsewhere.busy)
    assert line.outcome.text() == canaux_essai.OK
    assert [path.name for path in stick.iterdir()] == ["ramip.msma-conv"]
    paul.click(line.remove_button)
    assert canaux.canaux(paul.desk.office) == ()
    paul.key(Qt.Key.Key_Z, CONTROL)
    assert len(canaux.canaux(paul.desk.office)) == 1


def test_that_somebody_in_her_place_is_stopped(paul, tmp_path):
    enrolement.importer(paul.desk.office, fichier())
    enrolement.confirmer(paul.desk.office, lus())
    false = tmp_path / "faux.msma-conv"
    false.write_bytes(fichier(2, SigningKey(b"\x09" * 32)))
    paul.go("echanges")
    paul.click(paul.page.convention.replace_button)
    paul.give(false)
    assert "telephonez" in paul.shows()
    assert found(paul).courante.convention.cle == ANIMATRICE.public
    assert found(paul).en_attente is None
