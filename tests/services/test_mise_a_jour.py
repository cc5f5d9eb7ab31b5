"""An update is believed when its publisher signed it, made ready after a backup, then started."""

import os
import stat
from pathlib import Path

import pytest

from microstructure_desktop import __version__
from microstructure_desktop.domain.acces import Action
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.mise_a_jour import Systeme, Version
from microstructure_desktop.domain.sauvegarde import Genre
from microstructure_desktop.exchange.update_failures import (
    UpdateDamaged,
    UpdateNotSigned,
    UpdateUnreadable,
)
from microstructure_desktop.services import journal, mise_a_jour, sauvegardes
from microstructure_desktop.services import mise_a_jour_refus as refus
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.journal import Demande
from microstructure_desktop.store.backup_failures import BackupNoRoom

from .updates import ANNONCE, INCONNUE, INSTALLER, flip, published, resources, update

RUNNING = Version.lire(__version__)


@pytest.fixture
def stick(tmp_path) -> Path:
    folder = tmp_path / "clé"
    folder.mkdir()
    return folder


@pytest.fixture
def known(monkeypatch, tmp_path):
    published(monkeypatch, tmp_path)
    monkeypatch.setattr("sys.platform", "linux")


@pytest.fixture
def opener(monkeypatch, tmp_path):
    """What the system opens files with: it notes what it was given."""
    told = tmp_path / "ouvert.txt"
    install_opener(monkeypatch, tmp_path / "bin", f'printf "%s" "$PWD $1" > "{told}"')
    return told


def install_opener(monkeypatch, folder, line):
    folder.mkdir()
    program = folder / "xdg-open"
    program.write_text(f"#!/bin/sh\n{line}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


def test_that_a_checkout_knows_no_publisher(stick):
    assert mise_a_jour.editeur() is None
    with pytest.raises(refus.NoPublisher):
        mise_a_jour.regarder(update(stick))


@pytest.mark.parametrize("said", [[], {"nom": "x"}, {"nom": "x", "cle": "zz"}, {"cle": 3}])
def test_that_a_key_that_is_none_vouches_for_nothing(monkeypatch, tmp_path, said):
    made = resources(tmp_path / "resources", editeur=said)
    monkeypatch.setattr("microstructure_desktop.assets.root", lambda: made)
    assert mise_a_jour.editeur() is None


def test_that_what_would_change_is_said_with_who_signed_it(known, stick):
    found = mise_a_jour.regarder(update(stick))
    assert found.annonce == ANNONCE
    assert found.installee == RUNNING < ANNONCE.version
    assert found.editeur.nom == "Mainteneurs de Microstructure"
    assert len(found.editeur.empreinte.split()) == 8


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"version": RUNNING}, refus.UpdateNotNewer),
        ({"version": Version(0, 0, 0)}, refus.UpdateOlder),
        ({"schema": ANNONCE.schema - 1}, refus.UpdateOlderStore),
        ({"systeme": Systeme.WINDOWS}, refus.UpdateForAnother),
        ({"key": INCONNUE}, UpdateNotSigned),
    ],
)
def test_that_only_an_update_of_this_application_is_one(known, stick, changes, refusal):
    with pytest.raises(refusal):
        mise_a_jour.regarder(update(stick, **changes))


def test_that_no_other_system_is_told_anything_else(known, stick, monkeypatch):
    monkeypatch.setattr("sys.platform", "darwin")
    with pytest.raises(refus.UpdateSystemUnknown):
        mise_a_jour.regarder(update(stick))


def test_that_a_backup_stands_before_an_installer_read_back(known, stick, team):
    made = mise_a_jour.preparer(team.medecin, update(stick))
    assert made.installeur == team.home.cache / "mise-a-jour" / ANNONCE.installeur
    assert made.installeur.read_bytes() == INSTALLER
    assert made.sauvegarde.genre is Genre.AVANT_MISE_A_JOUR
    assert sauvegardes.verifier(team.medecin, made.sauvegarde.chemin).saine
    lines = journal.read(team.medecin, Demande(action=Action.MISE_A_JOUR)).lignes
    assert [ligne.quoi for ligne in lines] == ["Mise à jour de l’application\u00a0: préparée"]


def test_that_what_waited_before_goes(known, stick, team):
    older = team.home.cache / "mise-a-jour" / "Microstructure-0.0.9-setup.exe"
    older.parent.mkdir(parents=True)
    older.write_bytes(b"x")
    made = mise_a_jour.preparer(team.medecin, update(stick))
    assert list(older.parent.iterdir()) == [made.installeur]


def test_that_a_folder_may_be_chosen(known, stick, team, tmp_path):
    (tmp_path / "autre.txt").write_text("à moi")
    made = mise_a_jour.preparer(team.medecin, update(stick), tmp_path)
    assert made.installeur == tmp_path / ANNONCE.installeur
    assert (tmp_path / "autre.txt").exists()
    assert not (team.home.cache / "mise-a-jour").exists()


def test_that_an_altered_file_makes_nothing(known, stick, team):
    path = update(stick)
    flip(path, -1)
    with pytest.raises(UpdateDamaged):
        mise_a_jour.preparer(team.medecin, path)
    assert not sauvegardes.lister(team.home.sauvegardes)
    assert not (team.home.cache / "mise-a-jour").exists()


def test_that_without_a_backup_nothing_is_written(known, stick, team, monkeypatch):
    def full(_folder):
        return type("Usage", (), {"free": 0})

    monkeypatch.setattr("shutil.disk_usage", full)
    with pytest.raises(BackupNoRoom):
        mise_a_jour.preparer(team.medecin, update(stick))
    assert not (team.home.cache / "mise-a-jour").exists()


def test_that_a_full_or_missing_disk_leaves_nothing_half_done(known, stick, tmp_path):
    path = update(stick)
    with pytest.raises(refus.InstallerNotKept):
        mise_a_jour.extraire(path, tmp_path / "absent")
    closed = tmp_path / "plein"
    closed.mkdir()
    (closed / ANNONCE.installeur).mkdir()
    with pytest.raises(refus.InstallerNotKept):
        mise_a_jour.extraire(path, closed)
    assert [child.name for child in closed.iterdir()] == [ANNONCE.installeur]


def test_that_a_stick_pulled_out_before_the_copy_is_said(known, stick, tmp_path, monkeypatch):
    path = update(stick)
    found = mise_a_jour.regarder(path)
    path.unlink()
    monkeypatch.setattr(mise_a_jour, "regarder", lambda _path: found)
    with pytest.raises(UpdateUnreadable):
        mise_a_jour.extraire(path, tmp_path)
    assert not list(tmp_path.glob("*.deb"))
    assert not list(tmp_path.glob(".*.partiel"))


def test_that_the_installer_is_opened_by_the_system(known, stick, team, opener):
    made = mise_a_jour.preparer(team[Role.SECRETARIAT], update(stick))
    mise_a_jour.lancer(team.medecin, made)
    assert opener.read_text() == f"{made.installeur.parent} {made.installeur}"
    lines = journal.read(team.medecin, Demande(action=Action.MISE_A_JOUR)).lignes
    assert lines[0].quoi.endswith("installeur ouvert")


@pytest.mark.parametrize("harm", [lambda path: flip(path, 5), Path.unlink])
def test_that_an_installer_changed_meanwhile_is_not_opened(known, stick, team, opener, harm):
    made = mise_a_jour.preparer(team.medecin, update(stick))
    harm(made.installeur)
    with pytest.raises(refus.InstallerAltered):
        mise_a_jour.lancer(team.medecin, made)
    assert not opener.exists()


def test_that_a_system_that_opens_nothing_is_said(known, stick, team, monkeypatch, tmp_path):
    made = mise_a_jour.preparer(team.medecin, update(stick))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(refus.InstallerNotOpened):
        mise_a_jour.lancer(team.medecin, made)


def test_that_an_opener_that_finds_nothing_is_said(known, stick, team, monkeypatch, tmp_path):
    made = mise_a_jour.preparer(team.medecin, update(stick))
    install_opener(monkeypatch, tmp_path / "bin", "exit 3")
    with pytest.raises(refus.InstallerNotOpened):
        mise_a_jour.lancer(team.medecin, made)


def test_that_who_may_not_save_may_not_update(known, stick, team):
    made = mise_a_jour.preparer(team.medecin, update(stick))
    with pytest.raises(AccessDenied):
        mise_a_jour.preparer(team[Role.PSYCHIATRE], made.mise_a_jour.chemin)
    with pytest.raises(AccessDenied):
        mise_a_jour.lancer(team[Role.PSYCHIATRE], made)


def test_that_the_command_can_be_pasted(monkeypatch):
    monkeypatch.setattr("sys.platform", "linux")
    assert mise_a_jour.commande(Path("/mes clés/x.deb")) == "sudo apt install '/mes clés/x.deb'"
    monkeypatch.setattr("sys.platform", "win32")
    assert mise_a_jour.commande(Path("x.exe")) == ""


def test_that_libraries_of_a_frozen_program_are_not_given_to_the_system_s():
    mine = {"LD_LIBRARY_PATH": "ours", "LD_LIBRARY_PATH_ORIG": "theirs", "A": "b"}
    given = mise_a_jour._environment(mine, frozen=True)
    assert given == {"LD_LIBRARY_PATH": "theirs", "A": "b"}
    assert mise_a_jour._environment({"LD_LIBRARY_PATH": "ours"}, frozen=True) == {}
    assert mise_a_jour._environment(mine, frozen=False) == mine
