"""What colleagues did, in one line each."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.patient import Sexe
from microstructure_desktop.services.nouvelles import GenreNouvelle, Nouvelle, Nouvelles
from microstructure_desktop.ui.discretion import Discretion
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.accueil import news_card
from microstructure_desktop.ui.pages.accueil.news_card import NewsCard
from tests.cabinet import TODAY
from tests.factories import a_membre, a_patient

SOPHIE = a_patient(nom="Légende", prenom="Sophie")
SEANCE = Nouvelle(
    GenreNouvelle.SEANCE,
    SOPHIE,
    a_membre(prenom="Nadia", nom="Témoin", role=Role.TRAVAILLEUR_SOCIAL),
    datetime(2026, 11, 17, 14, tzinfo=UTC),
    "Entretien social",
)


@pytest.fixture
def discretion():
    return Discretion()


@pytest.fixture
def card(show, discretion):
    return show(NewsCard(discretion), 500, 300)


def test_that_a_line_says_what_who_and_when(qtbot, card):
    card.show_news(Nouvelles(datetime(2026, 11, 12, 14, tzinfo=UTC), (SEANCE,)), TODAY)
    assert card.title.text() == "Depuis votre dernière séance"
    assert card.since.text() == "jeu.\xa012\xa0nov."
    (line,) = card.list.lines()
    assert line.accessibleName() == (
        "LÉGENDE Sophie, Entretien social · N. Témoin · mar.\xa017\xa0nov."
    )
    with qtbot.waitSignal(card.route_chosen) as chosen:
        line.click()
    assert chosen.args == [Route("dossier", patient_id=SOPHIE.id)]


def test_that_who_never_received_is_told_of_the_last_days(card):
    card.show_news(Nouvelles(None, ()), TODAY)
    assert card.title.text() == "Ces derniers jours"
    assert card.since.text() == ""
    assert card.list.none.text() == "Rien de nouveau de la part de l’équipe."


def test_that_discretion_names_nobody(card, discretion):
    card.show_news(Nouvelles(None, (SEANCE,)), TODAY)
    discretion.switch(on=True)
    assert "LÉGENDE" not in card.list.lines()[0].accessibleName()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"genre": GenreNouvelle.FICHE, "titre": "Fiche sociale"}, "Fiche sociale complétée"),
        ({"genre": GenreNouvelle.INCLUSION, "titre": ""}, "Incluse"),
        (
            {"genre": GenreNouvelle.SORTIE, "titre": "Déménagement"},
            "Fin de suivi\xa0: Déménagement",
        ),
        ({"genre": GenreNouvelle.DOCUMENT, "titre": "Ordonnance"}, "Document reçu\xa0: Ordonnance"),
        ({"genre": GenreNouvelle.DECISIONS, "nombre": 2}, "2\xa0décisions en réunion"),
    ],
)
def test_that_each_thing_done_has_its_words(changes, said):
    assert news_card.what(replace(SEANCE, **changes)) == said


def test_that_who_comes_today_is_marked_and_nobody_is_no_author():
    line = replace(SEANCE, attendu=True, auteur=None, patient=replace(SOPHIE, sexe=Sexe.H))
    assert news_card.words(line, TODAY) == (
        "Entretien social · mar.\xa017\xa0nov. · vient aujourd’hui"
    )
