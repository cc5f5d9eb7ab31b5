"""The end of the day: what is left, one click away; or that nothing is."""

from datetime import date, time

import pytest

from microstructure_desktop.services.fin_de_journee import FinDeJournee, GenreReste, Reste
from microstructure_desktop.ui.discretion import Discretion
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.accueil import end_card
from microstructure_desktop.ui.pages.accueil.end_card import EndCard
from tests.factories import a_patient
from tests.ui import a11y

SOPHIE = a_patient(nom="Légende", prenom="Sophie")
G = GenreReste
ALL = (
    Reste(G.PRESENCE, SOPHIE, heure=time(14)),
    Reste(G.SEANCE, SOPHIE, "s"),
    Reste(G.FICHE, SOPHIE, "suivi", titre="Fiche psychologique"),
    Reste(G.REUNION, None, "m"),
    Reste(G.PRESENCE, SOPHIE, heure=time(14), jour=date(2026, 11, 17)),
    Reste(G.DOSSIER, SOPHIE, "x/lettre"),
    Reste(G.INSCRIPTION, None, "nouveau"),
    Reste(G.ADDITIF, None, "m"),
    Reste(G.AUTRE_REUNION, None, "r"),
)

LEFT_BEFORE = (
    "LÉGENDE Sophie, Rendez-vous du 17\xa0novembre à 14:00\xa0: "
    "est-ce que la personne est venue\xa0?"
)


@pytest.fixture
def discretion():
    return Discretion()


@pytest.fixture
def card(show, discretion):
    return show(EndCard(discretion), 500, 300)


def test_that_each_thing_left_is_a_line(card):
    card.show_end(FinDeJournee(ALL, passee=True, questions=0), None)
    card.list.more_button.click()
    assert [x.accessibleName() for x in card.list.lines()] == [
        "LÉGENDE Sophie, Rendez-vous de 14:00\xa0: est-ce que la personne est venue\xa0?",
        "LÉGENDE Sophie, Séance commencée, à terminer",
        "LÉGENDE Sophie, Fiche psychologique, à compléter",
        "Réunion de synthèse, En cours, à clore ou à reprendre",
        LEFT_BEFORE,
        "LÉGENDE Sophie, Texte commencé dans le dossier, à enregistrer",
        "Nouveau dossier, Commencé, à enregistrer",
        "Compte rendu de réunion, Ajout commencé, à signer",
        "Autre réunion, Commencée, à enregistrer",
    ]
    assert not card.well.isVisible()
    assert not card.questions.isVisible()
    assert a11y.problems(card) == []


@pytest.mark.parametrize(
    ("reste", "route"),
    [
        (ALL[0], Route("seance", patient_id=SOPHIE.id)),
        (ALL[1], Route("seance", patient_id=SOPHIE.id, consultation_id="s")),
        (ALL[2], Route("fiche", patient_id=SOPHIE.id, form_id="suivi")),
        (
            Reste(G.FICHE, SOPHIE, "suivi", papier=True),
            Route("fiche", patient_id=SOPHIE.id, form_id="suivi", papier=True),
        ),
        (ALL[3], Route("synthese", synthese_id="m")),
        (ALL[4], Route("agenda", jour="2026-11-17")),
        (ALL[5], Route("dossier", patient_id=SOPHIE.id)),
        (ALL[6], Route("patients", nouveau="")),
        (ALL[7], Route("comptes_rendus", synthese_id="m")),
        (ALL[8], Route("reunion", reunion_id="r")),
    ],
)
def test_that_each_leads_where_it_is_done(reste, route):
    assert end_card.route_of(reste) == route


def test_that_a_line_is_one_click(qtbot, card):
    card.show_end(FinDeJournee(ALL[:1], passee=True, questions=0), None)
    with qtbot.waitSignal(card.route_chosen) as chosen:
        card.list.lines()[0].click()
    assert chosen.args == [Route("seance", patient_id=SOPHIE.id)]


def test_that_a_day_in_order_says_so(card):
    card.show_end(FinDeJournee((), passee=True, questions=0), None)
    assert card.well.isVisible()
    assert not card.list.isVisible()


def test_that_questions_go_to_the_meeting_by_themselves(card):
    card.show_end(FinDeJournee((), passee=True, questions=2), date(2026, 11, 26))
    assert card.questions.text() == (
        "Vos 2\xa0questions iront d’elles-mêmes à la réunion du 26\xa0novembre."
    )
    assert end_card.carried(1, None) == "Votre question ira d’elle-même à la prochaine réunion."


def test_that_discretion_names_nobody(card, discretion):
    card.show_end(FinDeJournee(ALL, passee=True, questions=0), None)
    discretion.switch(on=True)
    assert not any("LÉGENDE" in x.accessibleName() for x in card.list.lines())
