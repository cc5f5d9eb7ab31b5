"""Two records side by side, in words."""

from dataclasses import replace
from datetime import date

import pytest

from microstructure_desktop.domain.patient import Identite, StatutIdentite
from microstructure_desktop.services import fusion_moves
from microstructure_desktop.services.fusion_choix import Champ
from microstructure_desktop.ui.discretion import Discretion
from microstructure_desktop.ui.pages.fusion import words
from microstructure_desktop.ui.texts import NBSP
from tests.factories import a_membre, a_patient, an_inclusion

KNOWN = a_patient(
    numero=27,
    nom="Légende",
    prenom="Sophie",
    naissance=date(1992, 5, 14),
    telephone="",
    identite=Identite("Roy", "Sophie", "31555", StatutIdentite.VALIDEE),
    information_remise=date(2026, 3, 3),
    information_par=a_membre().id,
)


@pytest.mark.parametrize(
    ("champ", "said", "hidden"),
    [
        (Champ.NOM, "Légende", words.HIDDEN),
        (Champ.PRENOM, "Sophie", words.HIDDEN),
        (Champ.NAISSANCE, "14/05/1992", words.HIDDEN),
        (Champ.SEXE, "Femme", "Femme"),
        (Champ.TELEPHONE, "Rien", words.HIDDEN),
        (Champ.IDENTITE, "Roy, Sophie, 31555 (validée)", words.HIDDEN),
        (Champ.INFORMATION, "03/03/2026, Dr Lemoine", "03/03/2026, Dr Lemoine"),
    ],
)
def test_that_each_part_is_said_and_hidden_when_names_are(team, champ, said, hidden):
    discretion, reference = Discretion(), team.medecin.reference
    assert words.value(champ, KNOWN, discretion, reference, [a_membre()]) == said
    discretion.switch(on=True)
    assert words.value(champ, KNOWN, discretion, reference, [a_membre()]) == hidden


def test_that_an_alias_says_so(team):
    alias = a_patient(nom="Mistral", prenom="", anonyme=True)
    reference = team.medecin.reference
    assert words.value(Champ.NOM, alias, Discretion(), reference, []) == "Mistral (alias)"
    assert words.value(Champ.INFORMATION, alias, Discretion(), reference, []) == "Non remise"


def test_that_what_moves_is_counted():
    said = words.moved((("consultation", 2), ("rendez_vous", 2), ("fiche", 1)), KNOWN)
    assert said == (
        f"Du dossier n°{NBSP}0027{NBSP}: 2{NBSP}séances, 2{NBSP}rendez-vous, 1{NBSP}fiche."
    )
    assert "rien d’autre" in words.moved((), KNOWN)


def test_that_every_kind_that_moves_has_a_word(team):
    with team.medecin.store.read() as work:
        assert all(words.moved(((kind, 2),), KNOWN) for kind in fusion_moves.records(work))


def test_that_an_episode_says_its_record(team):
    said = words.episode(an_inclusion(debut=date(2026, 3, 3)), team.medecin.reference, KNOWN)
    assert said.startswith(f"n°{NBSP}0027{NBSP}: Microstructures")
    assert said.endswith("depuis le 03/03/2026")
    assert words.side(replace(KNOWN), Discretion()) == f"n°{NBSP}0027 · LÉGENDE Sophie"
