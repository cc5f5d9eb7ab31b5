"""Answers read in the record: what was asked, and what was said."""

from microstructure_desktop.services import reference
from microstructure_desktop.ui.pages.patients.answer_lines import answer_lines

SHIPPED = reference.load().forms


def test_that_each_answer_is_a_line_in_the_order_of_the_questions():
    answers = {"craving": 7, "rud_change": False, "disparue": "x"}
    assert answer_lines(SHIPPED.get("seance_psychologue"), answers) == [
        ("Le risque suicidaire est à réévaluer aujourd’hui", "Non"),
        ("Envie de consommer ou de recommencer", "7\xa0sur\xa010"),
    ]


def test_that_each_row_of_a_repeated_rubric_is_one_line():
    form = SHIPPED.get("seance_sociale")
    one = {"demarche_1": "LOGEMENT", "demarche_etat_1": "EN_COURS"}
    assert answer_lines(form, one) == [("Démarche", "Logement ou hébergement · En cours")]
    two = {**one, "demarche_2": "RSA", "demarche_precisions_2": "Dossier envoyé"}
    assert answer_lines(form, two) == [
        ("Démarche 1", "Logement ou hébergement · En cours"),
        ("Démarche 2", "Revenu de solidarité active (RSA) · Dossier envoyé"),
    ]


def test_that_without_a_definition_there_is_nothing_to_say():
    assert answer_lines(None, {"craving": 7}) == []
