"""Fictional answers follow the form's own rules."""

from datetime import date
from random import Random

from microstructure_desktop.demo import fiche, material
from microstructure_desktop.forms.model import NR
from microstructure_desktop.forms.rules import enabled, problems
from microstructure_desktop.services.office import today


def test_that_answers_are_given_to_enabled_questions_only_and_are_valid(team):
    office = team.psychologue
    for form in office.reference.forms.latest():
        for seed in range(20):
            answers = fiche.answer(form, material.load(), Random(seed), office)
            assert not problems(form, answers, complete=True, today=today(office))
            asked = {q.id for q in form.questions if q.id in enabled(form, answers)}
            assert set(answers) == asked
            assert all(NR not in v for v in answers.values() if isinstance(v, list))


def test_that_a_person_is_not_at_the_emergency_every_other_day(team):
    office = team.psychologue
    form = office.reference.forms.get("medicale_entree")
    stays = [fiche.answer(form, material.load(), Random(n), office) for n in range(30)]
    assert all(answers["urgences_6m"] <= 3 for answers in stays)
    assert len({answers["urgences_6m"] for answers in stays}) > 2


def test_that_the_fiches_due_are_filled(team):
    patient = team.patient(debut=date(2026, 1, 8))
    team.seance(patient.id, date(2026, 11, 12))
    fiche.fill_due(team.psychologue, material.load(), Random(1))
    with team.psychologue.store.read() as work:
        (written,) = work.fiches.of(patient.id)
    assert written.complete
    assert written.jour == date(2026, 11, 19)
