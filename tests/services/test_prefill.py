"""What a situation opens with: shared notes by profession, never a personal one."""

from dataclasses import replace
from datetime import date, time

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import SyntheseId
from microstructure_desktop.domain.synthese import (
    Colonne,
    Etat,
    Motif,
    Situation,
    Source,
    Synthese,
)
from microstructure_desktop.services.prefill import prefilled

OCTOBER = date(2026, 10, 22)


def opened(team, situation, *toutes):
    with team.medecin.store.read() as work:
        return prefilled(work, situation, list(toutes))


def met(patient, *sources):
    """A meeting of October that discussed somebody, begun at 12:30."""
    seen = Situation(patient, Motif.AJOUT, vue=True, sources=sources)
    return Synthese(SyntheseId("s"), OCTOBER, time(12, 30), etat=Etat.CLOSE, situations=(seen,))


def source(acte, colonne=Colonne.PSYCHOLOGIQUE):
    return Source(colonne, acte.id, acte.jour, acte.membre)


def test_that_the_psychiatrist_s_advice_joins_the_medical_column_with_its_author(team):
    sophie = team.patient()
    mine = team.seance(sophie.id, date(2026, 11, 6), Role.MEDECIN, note_partagee="AUDIT 9.")
    theirs = team.seance(sophie.id, date(2026, 11, 9), Role.PSYCHIATRE, note_partagee="Avis.")
    found = opened(team, Situation(sophie.id, Motif.AJOUT))
    assert found.medical == (
        "06/11, Dr Exemple\xa0: AUDIT 9.\n09/11, Dr Gabarit (psychiatre)\xa0: Avis."
    )
    assert (found.psychologique, found.social) == ("", "")
    assert found.sources == (source(mine, Colonne.MEDICAL), source(theirs, Colonne.MEDICAL))


def test_that_a_psychiatrist_alone_is_still_told_apart_from_the_doctor(team):
    sophie = team.patient()
    team.seance(sophie.id, date(2026, 11, 9), Role.PSYCHIATRE, note_partagee="Avis.")
    found = opened(team, Situation(sophie.id, Motif.AJOUT))
    assert found.medical == "09/11, Dr Gabarit (psychiatre)\xa0: Avis."


def test_that_every_note_is_there_in_order_and_no_personal_one(team):
    sophie = team.patient()
    first = team.seance(sophie.id, date(2026, 11, 5), note_partagee="Sommeil 6 h.")
    second = team.seance(sophie.id, date(2026, 11, 10), note_partagee="Sommeil 7 h.")
    team.seance(sophie.id, date(2026, 11, 12), note_personnelle="Pour moi seule.")
    found = opened(team, Situation(sophie.id, Motif.AJOUT))
    assert found.psychologique == "05/11\xa0: Sommeil 6 h.\n10/11\xa0: Sommeil 7 h."
    assert found.sources == (source(first), source(second))
    assert "Pour moi" not in str(found)


def test_that_one_note_alone_is_copied_as_it_is(team):
    sophie = team.patient()
    team.seance(sophie.id, date(2026, 11, 5), note_partagee="Sommeil 6 h.")
    assert opened(team, Situation(sophie.id, Motif.AJOUT)).psychologique == "Sommeil 6 h."


def test_that_what_an_earlier_meeting_had_is_not_there_again(team):
    sophie = team.patient()
    team.seance(sophie.id, date(2026, 10, 1), note_partagee="Avant.")
    team.seance(sophie.id, date(2026, 11, 5), note_partagee="Après.")
    found = opened(team, Situation(sophie.id, Motif.AJOUT), met(sophie.id))
    assert found.psychologique == "Après."


def test_that_a_note_of_the_day_written_after_the_meeting_began_is_not_lost(team):
    sophie = team.patient()
    made = team.seance(sophie.id, OCTOBER, note_partagee="L’après-midi.")  # kept at 15:00
    found = opened(team, Situation(sophie.id, Motif.AJOUT), met(sophie.id))
    assert found.psychologique == "L’après-midi."
    added = opened(team, Situation(sophie.id, Motif.AJOUT), met(sophie.id, source(made)))
    assert added.psychologique == ""  # the meeting had taken it up while it was held


def test_that_a_meeting_about_others_counts_for_nothing(team):
    sophie, luc = team.patient(), team.patient("Bernard", "Luc")
    team.seance(sophie.id, date(2026, 10, 1), note_partagee="Avant.")
    found = opened(team, Situation(sophie.id, Motif.AJOUT), met(luc.id))
    assert found.psychologique == "Avant."


def test_that_what_was_typed_already_is_never_replaced(team):
    sophie = team.patient()
    team.seance(sophie.id, date(2026, 11, 5), note_partagee="Sommeil.", question="Relais ?")
    typed = Situation(sophie.id, Motif.QUESTION, "Ma question", psychologique="Écrit ici.")
    assert opened(team, typed) == typed


def test_that_questions_of_several_people_are_joined(team):
    sophie = team.patient()
    team.seance(sophie.id, date(2026, 11, 5), question="Relais ?")
    team.seance(sophie.id, date(2026, 11, 6), Role.MEDECIN, question="Arrêt de travail ?")
    situation = Situation(sophie.id, Motif.QUESTION)
    assert opened(team, situation) == replace(situation, question="Relais ? ; Arrêt de travail ?")
