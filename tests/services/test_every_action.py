"""Each action is tried as each role: who may not do it is refused before anything is read."""

import inspect
from datetime import date, time
from itertools import count
from pathlib import Path

import pytest

from microstructure_desktop.domain.declaration import Objet
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.reunion import TypeReunion
from microstructure_desktop.services import (
    equipe,
    permanences,
    rendez_vous,
    unlock,
)
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.equipe import NouveauMembre
from microstructure_desktop.services.oppositions import Cible
from microstructure_desktop.services.permanences import AbsenceSaisie, PermanenceSaisie
from microstructure_desktop.services.rendez_vous import RendezVousSaisi
from tests.cabinet import PASSPHRASE, TODAY, make_team
from tests.services.actions import LETTERS, MAY, OWN, SHARED, every_action
from tests.services.scenes import given, written_everywhere

OCTOBER = date(2026, 10, 5)
NINE, NOON = time(9), time(12)
LATER = date(2026, 12, 1)
RANKS = count(1)


@pytest.fixture(scope="module")
def team(tmp_path_factory, cheap, limits):
    from microstructure_desktop.paths import Home
    from microstructure_desktop.services.office import Cost

    made = make_team(Home(tmp_path_factory.mktemp("cabinet")), Cost(cheap, limits))
    nouveau = NouveauMembre("Colin", "Liaison", Role.COORDINATION)
    membre = equipe.add(made.medecin, nouveau, PASSPHRASE)
    made.offices[Role.COORDINATION] = unlock.as_member(made.medecin, membre.id, PASSPHRASE)
    yield made
    made.medecin.store.close()


def words_of(team):
    """What each argument is called with; any other is None, which only who is allowed meets."""
    patient = team.patient(f"Figurant{next(RANKS)}", naissance=date(1960, 1, 1))
    return {
        "garde_id": patient.id,
        "absorbe_id": patient.id,
        "motif": "mauvais dossier",
        "path": Path("absent"),
        "chemin": Path("absent"),
        "cible": Cible(Objet.RETRAIT),
        "oppose": False,
        "nature": TypeReunion.CRISE,
        **written_everywhere(team, patient),
        **in_the_agenda(team.psychologue, patient),
    }


def in_the_agenda(psy, patient):
    mine = psy.membre.id
    held, away = PermanenceSaisie(mine, NINE, NOON, TODAY), AbsenceSaisie(mine, TODAY, TODAY)
    (taken,) = rendez_vous.prendre(psy, RendezVousSaisi(mine, patient.id, LATER, NINE, 45))
    return {
        "membre": mine,
        "permanence_id": permanences.tenir(psy, held).id,
        "absence_id": permanences.s_absenter(psy, away).id,
        "rendez_vous_id": taken.id,
        "permanences.tenir saisie": held,
        "permanences.s_absenter saisie": away,
        "saisi": RendezVousSaisi(mine, patient.id, TODAY, NINE, 45),
    }


def test_that_every_action_has_its_place():
    assert {name for name, _ in every_action()} == set(MAY) | OWN | SHARED


def each_of_them():
    return [(name, action) for name, action in every_action() if name in MAY]


def test_that_who_may_not_do_it_is_refused(team):
    """A refusal changes nothing: one person is enough for all of them."""
    words = words_of(team)
    assert [
        (name, letter)
        for name, action in each_of_them()
        for letter in set(LETTERS) - set(MAY[name])
        if tried(team[LETTERS[letter]], name, action, words)
    ] == []


def test_that_who_may_do_it_is_let_in(team):
    """What one did may leave the next nothing to act on: asked again about somebody else."""
    words = words_of(team)
    refused = []
    for name, action in each_of_them():
        for letter in MAY[name]:
            office = team[LETTERS[letter]]
            if tried(office, name, action, words):
                continue
            words = words_of(team)
            if not tried(office, name, action, words):
                refused.append((name, letter))
    assert refused == []


def tried(office, name, action, words):
    """Whether the role was let in, whatever became of the action with so little to act on."""
    asked = inspect.signature(action).parameters
    needed = [x for x in list(asked)[1:] if asked[x].default is inspect.Parameter.empty]
    told = dict.fromkeys(needed) | given(name, list(asked)[1:], words)
    try:
        action(office, **told)
    except AccessDenied:
        return False
    except Exception:  # noqa: BLE001 -- anything but a refusal is what is asked
        return True
    return True
