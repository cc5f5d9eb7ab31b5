"""Each action is tried as each role: who may not do it is refused before anything is read."""

import inspect
from dataclasses import replace
from datetime import date, time
from itertools import count
from pathlib import Path

import pytest

from microstructure_desktop.domain.declaration import Objet
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.services import (
    equipe,
    fiches,
    permanences,
    pieces,
    rendez_vous,
    syntheses,
    unlock,
)
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.equipe import NouveauMembre
from microstructure_desktop.services.oppositions import Cible
from microstructure_desktop.services.permanences import AbsenceSaisie, PermanenceSaisie
from microstructure_desktop.services.pieces import PieceSaisie
from microstructure_desktop.services.rendez_vous import RendezVousSaisi
from tests.cabinet import PASSPHRASE, TODAY, make_team
from tests.reports import received
from tests.services.actions import LETTERS, MAY, OWN, SHARED, every_action

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
    return made


@pytest.fixture
def words(team):
    """What each argument is called with; any other is None, which only who is allowed meets."""
    patient = team.patient(f"Figurant{next(RANKS)}", naissance=date(1960, 1, 1))
    team.seance(patient.id, OCTOBER)
    psychologue = team.psychologue
    opened = fiches.start(psychologue, patient.id, "psychologique_suivi")
    fiche = fiches.save(psychologue, opened, jour=TODAY, answers={"craving": 5}, complete=False)
    prepared = syntheses.prepare(team.medecin)
    situation = syntheses.Situation(patient.id, syntheses.Motif.AJOUT, vue=True)
    meeting = syntheses.begin(
        team.medecin, replace(prepared.synthese, situations=(situation,)), prepared.based_on
    )
    mine = psychologue.membre.id
    presence = permanences.tenir(psychologue, PermanenceSaisie(mine, NINE, NOON, TODAY))
    taken = rendez_vous.prendre(psychologue, RendezVousSaisi(mine, patient.id, LATER, NINE, 45))
    paper = pieces.ajouter(
        psychologue, patient.id, PieceSaisie("Bilan", "AUTRE", TODAY), received.pdf()
    )
    away = permanences.s_absenter(psychologue, AbsenceSaisie(mine, TODAY, TODAY))
    return {
        "patient_id": patient.id,
        "garde_id": patient.id,
        "absorbe_id": patient.id,
        "patient": patient,
        "fiche_id": fiche.id,
        "entity": fiche.id,
        "synthese_id": meeting.synthese.id,
        "ouverte": opened,
        "form_id": "psychologique_suivi",
        "motif": "mauvais dossier",
        "texte": "a",
        "nom": "a",
        "prenom": "b",
        "mois": Mois(2026, 10),
        "jour": TODAY,
        "lundi": date(2026, 11, 16),
        "numero": 1,
        "path": Path("absent"),
        "chemin": Path("absent"),
        "cible": Cible(Objet.RETRAIT),
        "oppose": False,
        "membre": mine,
        "permanence_id": presence.id,
        "absence_id": away.id,
        "rendez_vous_id": taken[0].id,
        "document_id": paper.id,
        "pieces.corriger saisie": PieceSaisie("Bilan", "AUTRE", TODAY),
        "permanences.tenir saisie": PermanenceSaisie(mine, NINE, NOON, TODAY),
        "permanences.s_absenter saisie": AbsenceSaisie(mine, TODAY, TODAY),
        "saisi": RendezVousSaisi(mine, patient.id, TODAY, NINE, 45),
    }


def test_that_every_action_has_its_place():
    assert {name for name, _ in every_action()} == set(MAY) | OWN | SHARED


@pytest.mark.parametrize(
    ("name", "action"), [(n, f) for n, f in every_action() if n in MAY], ids=lambda x: str(x)[:40]
)
def test_that_who_may_not_do_it_is_refused(team, words, name, action):
    ordered = sorted(LETTERS, key=lambda letter: letter in MAY[name])  # a refusal changes nothing
    let = {letter for letter in ordered if tried(team[LETTERS[letter]], name, action, words)}
    assert let == set(MAY[name])


def tried(office, name, action, words):
    """Whether the role was let in, whatever became of the action with so little to act on."""
    asked = list(inspect.signature(action).parameters.values())[1:]
    given = {
        x.name: words.get(f"{name} {x.name}", words.get(x.name))
        for x in asked
        if x.default is inspect.Parameter.empty or x.name in words
    }
    try:
        action(office, **given)
    except AccessDenied:
        return False
    except Exception:  # noqa: BLE001 -- anything but a refusal is what is asked
        return True
    return True
