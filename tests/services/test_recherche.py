"""Somebody is found by whatever is known of them, the best first."""

from dataclasses import replace
from datetime import date

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.patient import Sexe
from microstructure_desktop.services import patients
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.recherche import search


def names(lignes):
    return [ligne.nom_affiche for ligne in lignes]


@pytest.fixture
def several(team):
    return [
        team.patient("L’Éveillé", "Zoé", naissance=date(1984, 3, 7), telephone="+33 6 11 22 33 44"),
        team.patient("Garnier-Œuvrard", "Éloïse", naissance=date(1992, 12, 5)),
        team.patient("Bernard", "Luc", naissance=date(1979, 1, 30), sexe=Sexe.H),
    ]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("eloi garn", ["GARNIER-ŒUVRARD Éloïse"]),
        ("GARN éLOI", ["GARNIER-ŒUVRARD Éloïse"]),
        ("oeuv", ["GARNIER-ŒUVRARD Éloïse"]),
        ("l'eveille", ["L’ÉVEILLÉ Zoé"]),
        ("07/03/1984", ["L’ÉVEILLÉ Zoé"]),
        ("7.3.84", ["L’ÉVEILLÉ Zoé"]),
        ("1984-03-07", ["L’ÉVEILLÉ Zoé"]),
        ("05121992", ["GARNIER-ŒUVRARD Éloïse"]),
        ("5 décembre 1992", ["GARNIER-ŒUVRARD Éloïse"]),
        ("1979", ["BERNARD Luc"]),
        ("0002", ["GARNIER-ŒUVRARD Éloïse"]),
        ("06112233", ["L’ÉVEILLÉ Zoé"]),
        ("06.11.22.33.44", ["L’ÉVEILLÉ Zoé"]),
        ("0033 611 22", ["L’ÉVEILLÉ Zoé"]),
        ("luc 1979", ["BERNARD Luc"]),
        ("luc 1984", []),
        ("", []),
        ("%", []),
        ("x' or 1 --", []),
    ],
)
def test_that_fragments_in_any_order_find_people(team, several, typed, found):
    assert len(several) == 3
    assert names(search(team.psychologue, typed)) == found


def test_that_a_name_begun_comes_before_a_name_that_holds_it(team):
    for nom, prenom in (("Aumarchand", "Luc"), ("Bel", "Marc"), ("Marchal", "Zoé"), ("Mar", "Ali")):
        team.patient(nom, prenom)
    found = names(search(team.psychologue, "mar"))
    assert found == ["MAR Ali", "MARCHAL Zoé", "BEL Marc", "AUMARCHAND Luc"]


def test_that_a_file_number_comes_before_other_figures(team):
    team.patient("Ancien", "Paul", telephone="06 00 02 00 00")
    team.patient("Récent", "Anne")
    assert names(search(team.psychologue, "2"))[0] == "RÉCENT Anne"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("dupond", "DUPONT Christophe"),
        ("cristof", "DUPONT Christophe"),
        ("dupon kristof", "DUPONT Christophe"),
        ("duopnt", "DUPONT Christophe"),
        ("dopont", "DUPONT Christophe"),
        ("christohpe", "DUPONT Christophe"),
        ("chirstop", "DUPONT Christophe"),
        ("dupont cristof 1992", "DUPONT Christophe"),
        ("mouhamed", "BENALI Mohamed"),
        ("ben ali", "BENALI Mohamed"),
        ("lefevre", "LE FÈVRE Jo"),
        ("ndiaye", "N’DIAYE Awa"),
    ],
)
def test_that_a_name_misspelled_is_found_when_nobody_bears_it(team, typed, found):
    for nom, prenom in (
        ("Dupont", "Christophe"), ("Benali", "Mohamed"), ("Le Fèvre", "Jo"), ("N’Diaye", "Awa"),
        ("Martin", "Paul"),
    ):  # fmt: skip
        team.patient(nom, prenom)
    assert names(search(team.psychologue, typed)) == [found]


@pytest.mark.parametrize("typed", ["dupont zoe", "xyz", "martineau", "dupond 1980", "marie"])
def test_that_somebody_else_is_not_taken_for_a_misspelling(team, typed):
    team.patient("Dupont", "Christophe")
    team.patient("Martin", "Paul")
    assert search(team.psychologue, typed) == ()


def test_that_said_alike_comes_before_written_almost_so(team):
    team.patient("Dupand", "Ali")
    team.patient("Dupont", "Zoé")
    assert names(search(team.psychologue, "dupond")) == ["DUPONT Zoé", "DUPAND Ali"]


def test_that_an_exact_name_hides_the_near_ones(team):
    team.patient("Dupond", "Ali")
    team.patient("Dupont", "Zoé")
    assert names(search(team.psychologue, "dupond")) == ["DUPOND Ali"]


def test_that_who_left_is_found_and_said_to_have_left(team):
    sophie = team.patient()
    with team.medecin.store.read() as work:
        (episode,) = work.inclusions.of(sophie.id)
    patients.close(team.medecin, episode.id, fin=date(2026, 11, 1), motif="DECES")
    (ligne,) = search(team.medecin, "legende")
    assert not ligne.actif
    assert ligne.drapeau is None


def test_that_a_line_says_age_file_and_last_kept_act(team):
    sophie = team.patient()
    team.seance(sophie.id, date(2026, 11, 12))
    (ligne,) = search(team.medecin, "légende")
    assert (ligne.age, ligne.dossier, ligne.initiales) == (34, "0001", "SL")
    assert ligne.dernier == date(2026, 11, 12)


def test_that_the_reception_finds_people_without_knowing_when_they_came(team):
    sophie = team.patient()
    team.seance(sophie.id, date(2026, 11, 12))
    (found,) = search(team[Role.SECRETARIAT], "legende")
    assert found.dernier is None


def test_that_who_follows_nobody_finds_nobody(team):
    office = team.medecin
    coordination = replace(office, membre=replace(office.membre, role=Role.COORDINATION))
    with pytest.raises(AccessDenied):
        search(coordination, "legende")
