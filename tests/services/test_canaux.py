"""The ways to send: in the order chosen, their passwords never shown, never told elsewhere."""

from dataclasses import replace

import pytest

from microstructure_desktop.domain.canal import Reglage, TypeCanal
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import CanalId
from microstructure_desktop.exchange.convention import CanalPropose
from microstructure_desktop.services import canaux
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.annulation import noted, undo
from microstructure_desktop.services.canaux import ChannelUnusable
from tests.services.conventions import enrolled, fichier

LIEN = CanalPropose(TypeCanal.NEXTCLOUD, "https://nuage.exemple.fr/s/AbC", "Nuage de RAMIP")
POSTE = CanalPropose(TypeCanal.COURRIEL, "animation@exemple.fr", "Courriel de RAMIP")
DAV = Reglage(
    CanalId("d"), TypeCanal.WEBDAV, "Compte", "https://exemple.fr/dav/", "oliviers", "ZQXMOT"
)


@pytest.fixture
def office(team):
    enrolled(team.medecin, fichier(canaux=(LIEN, POSTE)))
    return team.medecin


def names(office) -> list[str]:
    return [voie.reglage.nom for voie in canaux.canaux(office)]


def stored(office, canal_id: str) -> Reglage:
    with office.store.read() as work:
        return work.canaux.get(canal_id)


def test_that_the_animator_s_ways_are_offered_until_they_are_set_up(office):
    assert canaux.propositions(office) == (LIEN, POSTE)
    made = canaux.nouveau(LIEN)
    assert (made.type, made.nom, made.adresse) == (LIEN.type, LIEN.nom, LIEN.adresse)
    canaux.regler(office, made)
    assert canaux.propositions(office) == (POSTE,)
    assert names(office) == ["Nuage de RAMIP"]


def test_that_ways_keep_their_order_and_move_by_one(office):
    ids = [canaux.regler(office, replace(DAV, id=CanalId(x), nom=x)).reglage.id for x in "zya"]
    assert names(office) == ["z", "y", "a"]
    canaux.avancer(office, ids[2])
    assert names(office) == ["z", "a", "y"]
    canaux.avancer(office, ids[2])
    canaux.avancer(office, ids[2])
    assert names(office) == ["a", "z", "y"]
    canaux.regler(office, replace(DAV, id=ids[0], nom="zz"))
    assert names(office) == ["a", "zz", "y"]


def test_that_a_password_is_kept_and_never_shown(office):
    shown = canaux.regler(office, DAV)
    assert shown.protegee
    assert "ZQXMOT" not in repr((shown, canaux.canaux(office), canaux.canaux(office)[0].reglage))
    assert canaux.canaux(office)[0].reglage.secret == ""
    canaux.regler(office, replace(DAV, nom="Autre nom", secret=""))
    assert stored(office, "d").secret == "ZQXMOT"


@pytest.mark.parametrize(
    "changes",
    [{"adresse": "https://ailleurs.fr/dav/"}, {"compte": "autre"}, {"type": TypeCanal.HTTPS}],
)
def test_that_a_password_never_follows_to_another_place(office, changes):
    canaux.regler(office, DAV)
    moved = replace(DAV, secret="", **changes)
    if moved.type is TypeCanal.HTTPS:
        assert not canaux.regler(office, moved).protegee
    else:
        with pytest.raises(ChannelUnusable):
            canaux.regler(office, moved)
        assert stored(office, "d") == replace(DAV, rang=1)


def test_that_a_way_keeps_nothing_that_it_does_not_use(office):
    paper = replace(DAV, type=TypeCanal.PAPIER, empreinte_hote="SHA256:x")
    canaux.regler(office, paper)
    assert stored(office, "d") == Reglage(CanalId("d"), TypeCanal.PAPIER, "Compte", "", rang=1)


def test_that_a_way_that_cannot_be_used_is_not_kept(office):
    with pytest.raises(ChannelUnusable):
        canaux.regler(office, replace(DAV, adresse="http://exemple.fr/dav/"))
    assert canaux.canaux(office) == ()


def test_that_a_way_is_taken_away_and_comes_back(office):
    canaux.regler(office, DAV)
    fait = noted(office, lambda o: canaux.retirer(o, CanalId("d")))
    assert canaux.canaux(office) == ()
    undo(office, fait.changes)
    assert stored(office, "d").secret == "ZQXMOT"


def test_that_moving_is_taken_back_at_once(office):
    for x in "abc":
        canaux.regler(office, replace(DAV, id=CanalId(x), nom=x))
    fait = noted(office, lambda o: canaux.avancer(o, CanalId("c")))
    undo(office, fait.changes)
    assert names(office) == ["a", "b", "c"]


def test_that_who_only_reads_sets_nothing_up(office, team):
    canaux.regler(office, DAV)
    psy = team[Role.PSYCHOLOGUE]
    assert len(canaux.canaux(psy)) == 1
    for act in (lambda: canaux.regler(psy, DAV), lambda: canaux.retirer(psy, DAV.id)):
        with pytest.raises(AccessDenied):
            act()
