"""The annex tells the register what leaves for a month, to whom, and what stays."""

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.exchange.seal import fingerprint
from microstructure_desktop.services import envois, envois_annexe, expedition
from microstructure_desktop.services.access import AccessDenied
from tests.exchange.keys import ANIMATRICE, LECTRICE, SECOURS
from tests.reports.reading import plain, texts

from .mois import OCTOBRE, agreed, crowded
from .rapport_foule import crowd


def said(team, mois=OCTOBRE):
    document = envois_annexe.document(team.psychologue, mois)
    assert (document.nominatif, document.fichier) == (False, f"annexe-envoi-{mois}.pdf")
    return " ".join(map(plain, texts(document.pdf)))


def test_that_before_an_agreement_nobody_can_read_it(team):
    crowded(team)
    words = said(team)
    assert "rien n’est encore scellé" in words
    assert "aucune convention n’est confirmée" in words


def test_that_it_names_the_figures_the_readers_and_the_bundle(team, tmp_path):
    crowded(team)
    agreed(team)
    pli = envois.sceller(team.medecin, OCTOBRE)
    expedition.a_remettre(team.medecin, pli.paquet, dossier=tmp_path)
    words = said(team)
    for expected in (
        "Ce qui part, octobre 2026",
        "Psychologue · entretiens individuels au cabinet",
        "6 · 270 min",
        "Rien ce mois-ci.",
        "Noms des professionnels",
        "RAMIP",
        fingerprint(ANIMATRICE.public),
        LECTRICE.recipient,
        SECOURS.recipient,
        pli.paquet,
        "en attente d’être remis",
    ):
        assert expected in words.replace("\xa0", " ")
    assert "Figurant" not in words


def test_that_figures_changed_since_are_not_said_to_have_left(team):
    crowded(team)
    agreed(team)
    pli = envois.sceller(team.medecin, OCTOBRE)
    crowded(team, count=1, first=9)
    words = said(team)
    assert "ne sont pas partis" in words
    assert pli.paquet not in words


def test_that_what_is_withheld_is_in_it(team):
    crowded(team, Mois(2026, 9), 3)
    agreed(team)
    assert "ces actes partiront avec un mois suivant" in said(team, Mois(2026, 9))


def test_that_the_secretariat_prints_none(team):
    with pytest.raises(AccessDenied):
        envois_annexe.document(team[Role.SECRETARIAT], OCTOBRE)


def test_that_the_year_before_is_in_it_when_it_is_joined(team):
    crowd(team)
    crowded(team)
    agreed(team, profils=True)
    assert "2025" not in said(team)
    envois.sceller(team.medecin, OCTOBRE, profil=True)
    (shown,) = envois.depart(team.medecin, OCTOBRE).profil.groupes[:1]
    words = said(team)
    assert f"{shown[0]}, 2025" in words
    for group, count in shown[1]:
        told = (
            f"{group} {count}",
            f"{group} Personnes {count}",
        )  # the column is read after its first row
        assert any(each in words for each in told)
