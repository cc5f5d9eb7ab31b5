"""Former stores are listed, deleted by who restores, and keep no erasure waiting any more."""

import shutil

import pytest

from microstructure_desktop.domain.acces import Action, Filtre
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import anciens_coffres, effacement_copies, unlock
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.anciens_coffres import Cle, NotDeleted
from tests.cabinet import PASSPHRASE
from tests.store import released

from .erasures import erase, somebody

BEFORE = "coffre.avant-restauration-20261119-140500"


@pytest.fixture
def kept(team):
    """What a restoration over a damaged store leaves, and what another cabinet left."""
    team.medecin.store.checkpoint()
    path = team.home.root / BEFORE
    shutil.copytree(team.home.coffre, path)
    (path / "store.db").write_bytes(b"\0" * 4_096)
    released.made(8, team.home.root / "coffre.mis-de-cote-20260101-090000")
    (team.home.root / "coffre.avant-retrait-20250101-090000").mkdir()
    return path


def test_that_each_says_why_it_is_there_and_under_which_key(team, kept):
    found = anciens_coffres.anciens_coffres(team[Role.SECRETARIAT])
    assert [(one.raison, one.cle) for one in found] == [
        ("avant-restauration", Cle.DU_CABINET),
        ("mis-de-cote", Cle.AUTRE_CABINET),
        ("avant-retrait", Cle.INCONNUE),
    ]


def test_that_one_that_cannot_forget_somebody_is_deleted_and_waited_for_no_more(team, kept):
    done = erase(team, somebody(team))
    assert [name for name, _ in done.copies.refusees] == [BEFORE]
    assert done.a_reprendre.ici
    anciens_coffres.supprimer(team.medecin, BEFORE)
    assert not kept.exists()
    assert not effacement_copies.a_reprendre(team.medecin)
    assert len(anciens_coffres.anciens_coffres(team.medecin)) == 2
    with team.medecin.store.read() as work:
        (line,) = work.acces.page(Filtre(action=Action.SAUVEGARDE), None, 1)
    assert (line.detail, line.membre) == (anciens_coffres.SUPPRIME, team.medecin.membre.id)


def test_that_only_who_restores_deletes_and_nothing_but_a_former_store(team, kept):
    with pytest.raises(AccessDenied):
        anciens_coffres.supprimer(team.psychologue, BEFORE)
    anciens_coffres.supprimer(team.medecin, "coffre")
    assert kept.exists()
    assert team.home.coffre.exists()


def test_that_a_deletion_that_was_cut_keeps_an_erasure_waiting(team, kept, monkeypatch):
    monkeypatch.setattr(shutil, "rmtree", lambda *_, **__: None)
    with pytest.raises(NotDeleted):
        anciens_coffres.supprimer(team.medecin, BEFORE)
    assert not kept.exists()  # from the first moment
    done = erase(team, somebody(team))
    assert [name for name, _ in done.copies.refusees] == [f".supprime-{BEFORE}"]
    monkeypatch.undo()
    unlock.as_member(team.medecin, team.medecin.membre.id, PASSPHRASE)
    assert list(team.home.root.glob(".supprime-*")) == []
