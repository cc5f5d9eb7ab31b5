"""The blanks of the legal file: what the program knows, what the cabinet typed, what is missing."""

from dataclasses import replace

import pytest

from microstructure_desktop import settings
from microstructure_desktop.domain.canal import Reglage, TypeCanal
from microstructure_desktop.domain.dossier_legal import UNIQUE, DossierLegal
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services.dossier_legal_lecture import modeles
from microstructure_desktop.services.dossier_legal_valeurs import (
    Remplisseur,
    propose,
    valeurs,
)
from microstructure_desktop.services.durees import regles
from tests.services.cases import write
from tests.services.mois import agreed


@pytest.fixture
def found(team):
    def read(**reponses):
        office = team.medecin
        with office.store.read() as work:
            return valeurs(work, office, DossierLegal(UNIQUE, reponses))

    return read


def test_that_the_program_fills_what_it_knows(found):
    known = {name: found()[name] for name, blanc in modeles().blancs.items() if blanc.connu}
    assert known == {
        "cabinet": "Cabinet des Lilas",
        "structure": "OCC-31-007",
        "region": "Occitanie",
        "animateur": "RAMIP",
        "programme": "Microstructures Covid/Santé mentale",
        "equipe": (
            "1\u00a0médecin, 1\u00a0psychologue, 1\u00a0travailleur social, 1\u00a0psychiatre, "
            "1\u00a0poste de secrétariat"
        ),
        "convention_animateur": (
            "Aucune convention n’est encore confirmée\u00a0: rien ne peut partir."
        ),
        "voies": "aucune pour l’instant",
        "delai": "10\u00a0min",
        "duree_active": f"{regles().durees.actif}\u00a0ans",
        "duree_totale": f"{regles().durees.total}\u00a0ans",
        "duree_journal": "12\u00a0mois",
        "seuil_mois": "5",
        "seuil_personnes": "11",
    }


def test_that_the_team_is_told_by_profession_and_never_by_name(found, team):
    write(team, "equipe", replace(team.travailleur_social.membre, actif=False))
    assert "travailleur" not in found()["equipe"]
    names = [office.membre.nom for role, office in team.offices.items() if role != Role.MEDECIN]
    assert not any(name in text for name in names for text in found().values())


def test_that_the_convention_and_the_ways_are_those_of_the_cabinet(found, team):
    agreed(team)
    way = Reglage("c1", TypeCanal.DOSSIER, "Clé", "ailleurs", rang=1)
    write(team, "canaux", way)
    write(team, "canaux", replace(way, id="c2", type=TypeCanal.PAPIER, rang=2))
    write(team, "canaux", replace(way, id="c3", type=TypeCanal.SFTP, actif=False))
    read = found()
    assert read["convention_animateur"].startswith("Convention n°\u00a01, confirmée le ")
    assert read["voies"] == "clé USB ou dossier, feuille imprimée"
    assert "ailleurs" not in "".join(read.values())


def test_that_the_delay_is_the_one_of_this_computer(found, team):
    settings.save(team.home.settings_file, settings.Settings(verrouillage_minutes=4))
    assert found()["delai"] == "4\u00a0min"


def test_that_what_was_typed_is_said_and_the_doctor_stands_in(found, team):
    with team.medecin.store.read() as work:
        assert propose(work) == {"responsable": "Dr Paul Exemple"}
    assert found()["responsable"] == "Dr Paul Exemple"
    assert found(responsable="SELARL des Lilas")["responsable"] == "SELARL des Lilas"
    assert "dpo" not in found()
    assert found(dpo="aucun")["dpo"] == "aucun"


def test_that_what_is_missing_is_printed_and_remembered_once():
    fill = Remplisseur({"cabinet": "Cabinet des Lilas"})
    said = fill("{cabinet}, {dpo}, {dpo}.")
    missing = "[à compléter\u00a0: délégué à la protection des données]"
    assert said == f"Cabinet des Lilas, {missing}, {missing}."
    assert fill.manquants == ["dpo"]
    assert fill.tous(("{cabinet}", "rien")) == ("Cabinet des Lilas", "rien")
