"""An episode in words, and what becomes of the acts when the programme changes."""

from datetime import date

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import dossiers, patients
from microstructure_desktop.services.episodes import episodes
from microstructure_desktop.ui.pages.patients.episode_words import (
    episode_name,
    left_behind,
    opened,
    period,
    programme_of,
    year_name,
)
from microstructure_desktop.ui.texts import NBSP
from tests.cabinet import TODAY

COVID = "Microstructures Covid/Santé mentale"


@pytest.fixture
def told(team):
    """The words about one episode of somebody."""

    def teller(patient, words, *more):
        (episode,) = episodes(team.psychologue, patient.id)
        return words(episode, *more)

    return teller


def ended(team, patient, fin, motif):
    (episode,) = dossiers.dossier(team.medecin, patient.id).inclusions
    patients.close(team.medecin, episode.id, fin=fin, motif=motif)


def test_that_an_open_episode_says_since_when(told, team, sophie):
    assert told(sophie, episode_name, team.medecin.reference) == f"{COVID}, depuis le 03/03/2026"
    assert told(sophie, period) == "Suivi depuis le 03/03/2026"
    assert told(sophie, programme_of) == COVID


@pytest.mark.parametrize(
    ("debut", "motif", "name"),
    [
        (date(2026, 3, 3), "RELAIS_CSAPA", f"{COVID}, 2026, terminé{NBSP}: relais vers un CSAPA"),
        (date(2024, 3, 3), "", f"{COVID}, 2024–2026, terminé"),
    ],
)
def test_that_an_ended_episode_says_its_years_and_why(told, team, debut, motif, name):
    patient = team.patient(debut=debut)
    ended(team, patient, date(2026, 10, 12), motif)
    assert told(patient, episode_name, team.medecin.reference) == name
    assert told(patient, period) == f"Suivi du {debut:%d/%m/%Y} au 12/10/2026"


def test_that_what_is_left_behind_is_counted(team, sophie):
    for jour in range(1, 8):
        team.seance(sophie.id, date(2026, 11, jour))
    team.seance(sophie.id, date(2026, 11, 9), Role.TRAVAILLEUR_SOCIAL)
    forfait = dossiers.dossier(team.medecin, sophie.id).forfait
    assert left_behind(forfait).endswith(
        f"dans le nouveau{NBSP}: 1 consultation longue, 6 travailleur social."
    )
    assert left_behind(None) == "Les actes déjà faits restent comptés dans le suivi d’aujourd’hui."


def test_that_what_opens_is_told(team):
    programmes = team.medecin.reference.programmes
    assert opened(programmes["COVID_SM"], TODAY).endswith(
        f"{NBSP}: 1 consultation longue, 6 psychologue, 7 travailleur social."
    )
    for none in (programmes["EQUIPADDICT"], None):
        assert opened(none, TODAY) == "Le nouveau programme ne compte pas d’actes par personne."


def test_that_years_have_a_rank():
    assert [year_name(rank) for rank in (1, 2)] == ["1ʳᵉ année", "2ᵉ année"]
