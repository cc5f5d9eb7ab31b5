"""A cabinet is updated from a stick, in the real window; whatever is not right is refused."""

import pytest

from microstructure_desktop import __version__
from microstructure_desktop.domain.acces import Action
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.mise_a_jour import Systeme, Version
from microstructure_desktop.domain.sauvegarde import Genre
from microstructure_desktop.exchange.seal import SigningKey
from microstructure_desktop.services import drafts, journal, sauvegardes
from microstructure_desktop.services.journal import Demande
from tests.services.test_mise_a_jour import install_opener
from tests.services.updates import ANNONCE, INSTALLER, flip, published, update

CLICKS = 3  # look, prepare, install
REFUSED = {
    "altered": "abîmée",
    "another key": "n’est pas signée",
    "the same": "déjà installée",
    "older": "plus ancienne",
    "another system": "un autre système",
}


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "Clé USB"
    folder.mkdir()
    return folder


@pytest.fixture
def editrice(monkeypatch, tmp_path):
    """A key made for this test alone, carried by the application."""
    key = SigningKey.generate()
    published(monkeypatch, tmp_path, editeur={"nom": "L’éditrice", "cle": key.public})
    monkeypatch.setattr("sys.platform", "linux")
    return key


def choose(hands, path):
    hands.click(hands.page.update_card.choose_button)
    hands.page.dialog.fileSelected.emit(str(path))
    hands.page.dialog.reject()
    hands.settle()


def test_that_the_secretariat_updates_the_cabinet(
    sit, counted, editrice, stick, tmp_path, monkeypatch, team
):
    told = tmp_path / "ouvert.txt"
    install_opener(monkeypatch, tmp_path / "bin", f'printf "%s" "$1" > "{told}"')
    hands = sit(Role.SECRETARIAT)
    hands.go("a_propos")
    counted.clicks = 0
    choose(hands, update(stick, editrice))
    card = hands.page.update_card
    assert "L’éditrice" in card.signed.text()
    assert all(each in card.changes.text() for each in ANNONCE.changements)
    hands.click(card.confirm_button)
    hands.click(card.launch_button)
    assert counted.clicks <= CLICKS
    installer = team.home.cache / "mise-a-jour" / ANNONCE.installeur
    assert told.read_text() == str(installer)
    assert installer.read_bytes() == INSTALLER
    assert not hands.window.isVisible()
    [before] = sauvegardes.lister(team.home.sauvegardes)
    assert before.genre is Genre.AVANT_MISE_A_JOUR
    assert sauvegardes.verifier(team.medecin, before.chemin).saine
    lines = journal.read(team.medecin, Demande(action=Action.MISE_A_JOUR)).lignes
    assert [line.acces.detail for line in lines] == ["maj_lancee", "maj_preparee"]


@pytest.mark.parametrize("why", REFUSED)
def test_that_what_is_not_right_makes_nothing(sit, editrice, stick, team, why):
    hands = sit(Role.MEDECIN)
    hands.go("a_propos")
    path = made_wrong(why, editrice, stick)
    choose(hands, path)
    assert REFUSED[why] in hands.page.update_card.problem.title()
    assert hands.page.update_card.confirm_button.isHidden()
    assert not sauvegardes.lister(team.home.sauvegardes)
    assert not (team.home.cache / "mise-a-jour").exists()


def made_wrong(why, key, stick):
    running = Version.lire(__version__)
    if why == "another key":
        return update(stick, SigningKey.generate())
    if why == "altered":
        path = update(stick, key)
        flip(path, -100)
        return path
    changes = {
        "the same": {"version": running},
        "older": {"version": Version(0, 0, 9)},
        "another system": {"systeme": Systeme.WINDOWS},
    }
    return update(stick, key, **changes[why])


def test_that_what_is_being_typed_is_kept_when_it_closes(
    sit, editrice, stick, tmp_path, monkeypatch, team
):
    patient = team.patient()
    install_opener(monkeypatch, tmp_path / "bin", "exit 0")
    hands = sit(Role.PSYCHOLOGUE)
    hands.go("seance", patient_id=patient.id)
    hands.write("Une phrase à peine commencée")
    hands.go("a_propos")
    choose(hands, update(stick, editrice))
    hands.click(hands.page.update_card.confirm_button)
    hands.click(hands.page.update_card.launch_button)
    assert [each.genre for each in drafts.mine(team.psychologue)] == [drafts.SEANCE]
