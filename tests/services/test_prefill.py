"""What a situation opens with: shared notes by profession, never a personal one."""

from dataclasses import replace
from datetime import date

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.synthese import Motif, Situation
from microstructure_desktop.services.prefill import prefilled


def opened(team, situation):
    with team.medecin.store.read() as work:
        return prefilled(work, situation)


def test_that_the_psychiatrist_s_later_note_takes_the_medical_column(team):
    sophie = team.patient()
    team.seance(sophie.id, date(2026, 11, 6), Role.MEDECIN, note_partagee="AUDIT 9.")
    team.seance(sophie.id, date(2026, 11, 9), Role.PSYCHIATRE, note_partagee="Avis rendu.")
    found = opened(team, Situation(sophie.id, Motif.AJOUT))
    assert (found.medical, found.psychologique, found.social) == ("Avis rendu.", "", "")


def test_that_an_empty_note_does_not_hide_an_earlier_one(team):
    sophie = team.patient()
    team.seance(sophie.id, date(2026, 11, 5), note_partagee="Sommeil 6 h.")
    team.seance(sophie.id, date(2026, 11, 12), note_personnelle="Pour moi seule.")
    found = opened(team, Situation(sophie.id, Motif.AJOUT))
    assert found.psychologique == "Sommeil 6 h."
    assert "Pour moi" not in str(found)


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
