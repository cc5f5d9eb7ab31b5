"""What somebody who left could still open is listed until it was made again or destroyed."""

import shutil

import pytest

from microstructure_desktop.domain.acces import Action, Filtre
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import ouvrables, retrait, sauvegardes, supports, unlock
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.ouvrables import NotDestroyed, Ouvrables
from tests.cabinet import PASSPHRASE


@pytest.fixture
def stick(tmp_path):
    path = tmp_path / "Clé bleue"
    path.mkdir()
    return path


@pytest.fixture
def left(team):
    """The psychiatrist leaves; whoever opens the cabinet again."""
    opened = []

    def leave(role=Role.MEDECIN):
        retrait.retirer(team.medecin, team[Role.PSYCHIATRE].membre.id, feuille_vue=False)
        office = unlock.open_cabinet(
            team.home, team[role].membre.id, PASSPHRASE, cost=team.medecin.cost, now=team.clock
        )
        opened.append(office)
        return office

    yield leave
    for office in opened:
        unlock.close(office)


def flip(path):
    content = bytearray(path.read_bytes())
    content[-9_000] ^= 1
    path.write_bytes(content)


def test_that_a_cabinet_that_kept_its_key_has_none(team, stick):
    sauvegardes.sur_support(team.medecin, stick)
    assert ouvrables.ouvrables(team.medecin) == Ouvrables()


def test_that_a_key_is_listed_until_it_is_saved_on_again(team, stick, left):
    sauvegardes.sur_support(team.medecin, stick)
    office = left()
    who = team[Role.PSYCHIATRE].membre.nom_complet
    found = ouvrables.ouvrables(office)
    assert [(one.support.nom, one.noms) for one in found.supports] == [("Clé bleue", who)]
    assert found.fichiers == ()
    with office.store.read() as work:
        assert ouvrables.a_dire(work, office) == (f"« Clé bleue » s’ouvre encore pour {who}",)
    assert sauvegardes.sur_support(office, stick).laissees == ()
    assert ouvrables.ouvrables(office).supports == ()


def test_that_one_that_is_lost_or_destroyed_is_waited_for_no_more(team, stick, left):
    sauvegardes.sur_support(team.medecin, stick)
    office = left(Role.PSYCHOLOGUE)
    (one,) = ouvrables.ouvrables(office).supports
    with office.store.read() as work:
        assert ouvrables.a_dire(work, office) == ()  # who does not manage the accounts
    supports.retirer(office, one.support.id)
    assert ouvrables.ouvrables(office).supports == ()


def test_that_a_key_with_a_copy_that_is_not_made_again_stays_listed(team, stick, left):
    made = sauvegardes.sur_support(team.medecin, stick).chemin
    office = left()
    flip(made)
    assert sauvegardes.sur_support(office, stick).laissees == (made.name,)
    assert len(ouvrables.ouvrables(office).supports) == 1
    made.unlink()
    sauvegardes.sur_support(office, stick)
    assert ouvrables.ouvrables(office).supports == ()


def test_that_what_could_not_be_made_again_here_is_named_and_destroyed(team, left):
    kept = sauvegardes.sauvegarder(team.medecin).chemin
    flip(kept)
    office = left()
    other = sauvegardes.sauvegarder(office).chemin
    found = ouvrables.ouvrables(office)
    assert found.fichiers == (kept,)
    assert found.noms == team[Role.PSYCHIATRE].membre.nom_complet
    ouvrables.detruire(office, [kept, other])
    assert not kept.exists()
    assert other.exists()  # it opens to nobody who left
    assert ouvrables.ouvrables(office).fichiers == ()
    with office.store.read() as work:
        assert work.acces.page(Filtre(action=Action.SAUVEGARDE), None, 1)[0].detail == (
            "copie_detruite"
        )


def test_that_a_former_store_that_was_left_is_destroyed_too(team, left, monkeypatch):
    aside = team.home.root / "coffre.avant-restauration-20261119-140500"
    team.medecin.store.checkpoint()
    shutil.copytree(team.home.coffre, aside)
    (aside / "store.db").write_bytes(b"\0" * 4096)
    office = left()
    assert ouvrables.ouvrables(office).fichiers == (aside,)
    with monkeypatch.context() as cut:
        cut.setattr(shutil, "rmtree", lambda *_, **__: None)
        ouvrables.detruire(office, [aside])
    assert not aside.exists()
    assert ouvrables.ouvrables(office).fichiers == ()


def test_that_only_who_manages_the_accounts_destroys(team, left):
    flip(kept := sauvegardes.sauvegarder(team.medecin).chemin)
    office = left(Role.PSYCHOLOGUE)
    with pytest.raises(AccessDenied):
        ouvrables.detruire(office, [kept])
    assert kept.exists()


def test_that_what_refuses_to_go_is_told(team, left, monkeypatch):
    flip(kept := sauvegardes.sauvegarder(team.medecin).chemin)
    office = left()

    def refuse(path):
        raise PermissionError(path)

    monkeypatch.setattr(type(kept), "unlink", refuse)
    with pytest.raises(NotDestroyed):
        ouvrables.detruire(office, [kept])
