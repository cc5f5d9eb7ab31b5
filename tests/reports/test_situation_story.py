"""One patient in the minutes."""

import pytest

from microstructure_desktop.domain.synthese import Motif, ProchainPoint
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
        "Décisions Appeler Qui C. Morel Quand avant le 04/12 "
        "Forfait médecin 1/1 · psychologue 1/6 · travail social 1/7 "
        "Prochain point à la prochaine synthèse Temps 1 h 05"
    ) in found


@pytest.mark.parametrize("motif", Motif)
def test_that_the_reason_is_written_in_words(motif):
    assert wording.MOTIFS[motif] in printed(motif=motif)


@pytest.mark.parametrize("question", ["", "  ", "\n\u200b"])
def test_that_no_question_leaves_no_empty_quotes(question):
    assert "«" not in printed(question=question)


def test_that_a_patient_without_forfait_is_said_to_have_none():
    contenu = cases.minutes((cases.situation(0),))
    assert "aucun forfait ouvert" in plain(whole(minutes(contenu)))


def test_that_empty_summaries_are_dashes():
    contenu = cases.minutes((cases.situation(1, "", " \n", "\u200b"),))
    assert "Médical — Psychologique — Social —" in plain(whole(minutes(contenu)))
