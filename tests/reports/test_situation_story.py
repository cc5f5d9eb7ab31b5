"""One patient in the minutes."""

from dataclasses import replace
from datetime import date

import pytest

from microstructure_desktop.domain.synthese import Motif, ProchainPoint, TypeDecision
from microstructure_desktop.reports import wording
from microstructure_desktop.reports.synthese import minutes
from tests.reports import cases
from tests.reports.reading import plain, whole


def printed(**autres) -> str:
    contenu = cases.minutes((cases.situation(1, "M", "P", "S", **autres),))
    return plain(whole(minutes(contenu))).partition("Situations évoquées")[2]


def test_that_a_situation_reads_from_the_name_to_the_time():
    found = printed(
        question="Que faire ?",
        decisions=(cases.decision("Appeler"),),
        prochain_point=ProchainPoint.PROCHAINE_SYNTHESE,
        minutes=65,
    )
    assert (
        "LEFÈVRE Noël dossier n° 0002 Question de l’équipe « Que faire ? » "
        "Médical M Psychologique P Social S "
        "Décisions Appeler Type — Qui C. Morel Quand avant le 04/12 "
        "Forfait médecin 1/1 · psychologue 1/6 · travail social 1/7 "
        "Prochain point à la prochaine synthèse Temps 1 h 05"
    ) in found


@pytest.mark.parametrize("motif", Motif)
def test_that_the_reason_is_written_in_words(motif):
    assert wording.MOTIFS[motif] in printed(motif=motif)


@pytest.mark.parametrize("type_", TypeDecision)
def test_that_what_a_decision_changes_is_written_in_words(type_):
    decided = replace(cases.decision("Appeler"), type=type_)
    assert f"Appeler Type {wording.TYPES[type_]} Qui" in printed(decisions=(decided,))


def test_that_the_day_of_a_decision_is_written():
    decided = replace(cases.decision("Appeler", echeance=""), echeance_jour=date(2026, 12, 4))
    assert "Quand 04/12/2026" in printed(decisions=(decided,))


def closed_to(*membres) -> str:
    contenu = cases.minutes((cases.situation(1, "M"), cases.situation(2, "N")))
    fermees = {cases.patient(1).id: membres} if membres else {}
    return plain(whole(minutes(replace(contenu, fermees=fermees))))


def test_that_who_may_not_read_a_page_is_named_on_it_once():
    team = cases.MEMBRES
    found = closed_to(team[cases.PSY], team[cases.TS])
    said = "Ne pas remettre à : C. Morel (psychologue), H. Garnier (travail social)"
    assert f"LEFÈVRE Noël dossier n° 0002 {said} Question" in found
    assert found.count("Ne pas remettre") == 1
    assert "emettre" not in closed_to()


def test_that_a_page_closed_to_everybody_names_nobody():
    found = closed_to(*cases.MEMBRES.values())
    assert "dossier n° 0002 Ne remettre à personne de l’équipe. Question" in found
    assert "Ne pas remettre" not in found


@pytest.mark.parametrize("question", ["", "  ", "\n\u200b"])
def test_that_no_question_leaves_no_empty_quotes(question):
    assert "«" not in printed(question=question)


def test_that_a_patient_without_forfait_is_said_to_have_none():
    contenu = cases.minutes((cases.situation(0),))
    assert "aucun forfait ouvert" in plain(whole(minutes(contenu)))


def test_that_empty_summaries_are_dashes():
    contenu = cases.minutes((cases.situation(1, "", " \n", "\u200b"),))
    assert "Médical — Psychologique — Social —" in plain(whole(minutes(contenu)))
