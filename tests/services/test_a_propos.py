"""What is said of the application names its parts, and nobody."""

import platform

from microstructure_desktop import __version__, assets
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import a_propos, sauvegardes
from microstructure_desktop.store import engine, migrations

from .updates import EDITRICE, published

PART = {"nom": "Qt", "version": "6.11.3", "licence": "LGPL-3.0-only", "texte": "[LGPL]\n\nTexte."}


def test_that_each_part_is_named_with_its_version(team):
    said = a_propos.a_propos(team[Role.SECRETARIAT], "6.11.3")
    found = dict(said.lignes)
    assert found["Version"] == __version__
    assert found["Schéma du coffre"] == str(migrations.CURRENT)
    assert found["Dossier des données"] == str(team.home.root)
    assert (found["SQLite"], found["SQLCipher"]) == engine.versions()
    assert (found["Python"], found["Qt"]) == (platform.python_version(), "6.11.3")


def test_that_sources_name_what_they_use_and_why(team):
    said = a_propos.a_propos(team.medecin, "6")
    assert not said.complet
    assert said.editeur is None
    found = {part.nom: part for part in said.composants}
    assert found["Python"] == a_propos.Composant("Python", "", "PSF-2.0", "langage")
    assert any("SQLCipher" in name for name in found)
    assert "Composant" not in found


def test_that_a_package_shows_what_it_carries(team, monkeypatch, tmp_path):
    published(monkeypatch, tmp_path, licences=[PART])
    said = a_propos.a_propos(team.medecin, "6")
    assert said.composants == (a_propos.Composant("Qt", "6.11.3", "LGPL-3.0-only", PART["texte"]),)
    assert said.complet
    assert said.editeur.cle == EDITRICE.public
    assert a_propos.nommes() == ()


def test_that_a_list_that_is_none_is_none(monkeypatch, tmp_path):
    published(monkeypatch, tmp_path, licences=[{"nom": "Qt"}])
    assert (assets.root() / "licences.json").exists()
    assert a_propos.composants() == ()


def test_that_the_text_for_help_is_about_nobody(team):
    patient = team.patient("Verlaine", "Colette")
    before = a_propos.a_propos(team.medecin, "6").diagnostic
    assert "Dernière sauvegarde\u00a0: aucune" in before
    sauvegardes.sauvegarder(team.medecin)
    said = a_propos.a_propos(team.medecin, "6").diagnostic
    assert "Sauvegardes de cet ordinateur\u00a0: 1\n" in said
    for word in (patient.nom, patient.prenom, team.medecin.membre.nom, str(team.home.root)):
        assert word not in said
