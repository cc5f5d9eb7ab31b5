"""Reasons, states and dates of a meeting, in words."""

from dataclasses import replace
from datetime import date, time

import pytest

from microstructure_desktop.domain.ordre_du_jour import Proposition
from microstructure_desktop.domain.patient import Sexe
from microstructure_desktop.domain.synthese import (
    Etat,
    Motif,
    ProchainPoint,
    Situation,
    Suite,
    TypeDecision,
)
from microstructure_desktop.ui.pages.reunions import words

NB = "\xa0"
TODAY = date(2026, 11, 19)


@pytest.mark.parametrize(
    ("motif", "jours", "told"),
    [
        (Motif.QUESTION, None, f"Question de{NB}C. Modèle"),
        (Motif.INCLUSION, None, "Incluse depuis la dernière réunion"),
        (Motif.SORTIE, None, "Suivi terminé depuis la dernière réunion"),
        (Motif.SANS_NOUVELLES, 62, f"Sans nouvelles depuis 62{NB}jours"),
        (Motif.FICHE_DUE, 1, f"Fiche de suivi à faire depuis 1{NB}jour"),
        (Motif.FORFAIT, 12, f"Forfait incomplet, fin dans 12{NB}jours"),
        (Motif.PROCHAIN_POINT, None, "Point prévu par l’équipe"),
    ],
)
def test_that_each_reason_is_said_in_words(names, who, team, motif, jours, told):
    author = team.psychologue.membre.id
    proposition = Proposition(who.sophie.id, motif, "", author, jours)
    assert words.reason(proposition, names) == told


def test_that_an_inclusion_agrees_with_the_person(names, who):
    for sexe, told in ((Sexe.H, "Inclus depuis"), (Sexe.NR, "Inclus·e depuis")):
        patients = {who.luc.id: replace(who.luc, sexe=sexe)}
        people = replace(names, patients=patients)
        found = words.reason(Proposition(who.luc.id, Motif.INCLUSION), people)
        assert found.startswith(told)


def test_that_every_code_has_a_word_and_every_reason_an_icon():
    assert set(words.ICONS) == set(words._SHORT) == set(Motif)
    assert set(words.STATES) == set(Etat)
    assert set(words.POINTS) == set(ProchainPoint)
    assert set(words.SUITES) == set(Suite)


def test_that_the_list_shows_the_question_itself_when_there_is_one(who):
    asked = Situation(who.sophie.id, Motif.QUESTION, "Reprise\n du travail ?")
    assert words.short_reason(asked) == "Reprise du travail ?"
    assert words.short_reason(replace(asked, question="")) == "Question"
    assert words.motif(asked) == "Question"


def test_that_the_question_says_who_asked(who):
    asked = Situation(who.sophie.id, Motif.QUESTION, "Reprise ?")
    assert words.question(asked, "C. Modèle") == f"Question posée par C. Modèle{NB}: Reprise ?"
    assert words.question(asked, "") == f"Question{NB}: Reprise ?"
    assert words.question(replace(asked, question=""), "C. Modèle") == "Question"


def test_that_hours_follow_the_state_of_the_meeting():
    jeudi = f"Jeudi 19{NB}novembre{NB}2026"
    said = {
        (Etat.PREPAREE, None): f"{jeudi} · à 12:30",
        (Etat.EN_COURS, None): f"{jeudi} · commencée à 12:30",
        (Etat.CLOSE, time(13, 31)): f"{jeudi} · de 12:30 à 13:31",
    }
    for (etat, fin), told in said.items():
        assert words.when(TODAY, time(12, 30), fin, etat) == told


@pytest.mark.parametrize(
    ("jour", "told"),
    [
        (date(2026, 11, 19), "aujourd’hui"),
        (date(2026, 11, 20), "demain"),
        (date(2026, 11, 18), "hier"),
        (date(2026, 11, 24), f"dans 5{NB}jours"),
        (date(2026, 11, 16), f"il y a 3{NB}jours"),
    ],
)
def test_that_distances_are_said_in_days(jour, told):
    assert words.in_days(jour, TODAY) == told


def test_that_a_reason_is_followed_by_who_must_not_hear():
    assert words.with_limit("Inclus", "") == "Inclus"
    assert words.with_limit("Inclus", "pas devant C. Morel") == "Inclus · pas devant C. Morel"


def test_that_each_kind_of_decision_has_its_words_and_a_key_of_its_own():
    assert set(words.KINDS) == set(words.KIND_KEYS) == set(TypeDecision)
    assert len(set(words.KIND_KEYS.values())) == len(TypeDecision)


def test_that_the_time_planned_is_said_against_the_length_of_a_meeting():
    assert words.planned(52, 60) == f"Temps prévu{NB}: 52{NB}min sur 1{NB}h."
    assert words.planned(75, 60).endswith(f"sur 1{NB}h. C’est 15{NB}min de trop.")
