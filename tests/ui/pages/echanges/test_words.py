"""A convention in plain French, and what the next one changes."""

from dataclasses import replace

import pytest

from microstructure_desktop.domain.canal import Reglage, TypeCanal
from microstructure_desktop.domain.ids import CanalId
from microstructure_desktop.exchange.convention import CanalPropose
from microstructure_desktop.services.convention_lue import Nature
from microstructure_desktop.ui.pages.echanges import words
from tests.exchange.keys import DESTINATAIRES
from tests.services.conventions import FIRST


def test_that_a_convention_says_who_when_and_from_how_many():
    said = dict(words.facts(replace(FIRST, k=7, k_activite=6, jour_limite=20)))
    assert said["Animateur"] == "RAMIP"
    assert said["Région"] == "Occitanie (OCC)"
    assert "le 20" in said["Attendu"]
    assert "6\u00a0personnes" in said["Petits nombres"]
    assert "ni de 7" in said["Petits nombres"]
    assert said["Qui peut ouvrir"] == "l’animateur seul"
    assert "Voies ouvertes" not in said


def test_that_traits_are_told_to_be_asked_for_or_not():
    assert dict(words.facts(FIRST))["Répartitions"].startswith("aucune")
    asked = replace(FIRST, profils=True)
    assert "choisit" in dict(words.facts(asked))["Répartitions"]
    assert len(words.changes(FIRST, asked)) == 1


def test_that_two_readers_and_the_ways_are_told():
    ways = (CanalPropose(TypeCanal.PAPIER, ""), CanalPropose(TypeCanal.PAPIER, "", "x"))
    said = dict(words.facts(replace(FIRST, destinataires=DESTINATAIRES, canaux=ways)))
    assert "secours" in said["Qui peut ouvrir"]
    assert said["Voies ouvertes"] == "feuille imprimée"


def test_that_only_what_changes_is_told():
    assert words.changes(FIRST, FIRST) == []
    (found,) = words.changes(FIRST, replace(FIRST, jour_limite=20))
    assert "le 20" in found
    assert "jusqu’ici" in found
    assert words.changes(FIRST, replace(FIRST, destinataires=DESTINATAIRES[1:])) == [
        "Les clés de ceux qui peuvent ouvrir les envois changent"
    ]
    opened = replace(FIRST, canaux=(CanalPropose(TypeCanal.PAPIER, ""),))
    assert words.changes(opened, FIRST) == ["Voies ouvertes\u00a0: plus rien"]


@pytest.mark.parametrize(
    ("kind", "adresse", "shown"),
    [
        (TypeCanal.NEXTCLOUD, "https://nuage.exemple.fr/s/ZQX", "nuage.exemple.fr"),
        (TypeCanal.HTTPS, "https://depot.exemple.fr/x?jeton=ZQX", "depot.exemple.fr"),
        (TypeCanal.SFTP, "sftp://exemple.fr:2222/depot", "exemple.fr:2222"),
        (TypeCanal.COURRIEL, "a@exemple.fr", "a@exemple.fr"),
    ],
)
def test_that_a_link_which_is_a_key_is_not_shown(kind, adresse, shown):
    assert words.place(Reglage(CanalId("c"), kind, "x", adresse)) == shown


def test_that_every_kind_and_every_nature_has_its_words():
    assert set(words.TYPES) == set(words.ICONS) == set(TypeCanal)
    assert set(words.ADRESSES) == set(TypeCanal) - {TypeCanal.PAPIER}
    assert set(words.COME_ABOUT) == set(Nature)
