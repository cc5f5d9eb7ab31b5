"""Answers of the story are those that the shipped questions accept."""

from random import Random

from microstructure_desktop.demo.answers import answered
from microstructure_desktop.domain.consultation import TypeActe
from microstructure_desktop.forms.rules import problems, visible_answers
from microstructure_desktop.services import reference
from tests.cabinet import TODAY

SHIPPED = reference.load().forms


def test_that_what_is_told_is_asked_and_valid():
    told = set()
    for type_ in TypeActe:
        for seed in range(12):
            for form_id, answers in answered(Random(seed), type_).items():
                form = SHIPPED.get(form_id)
                assert type_ in form.actes
                assert problems(form, answers, complete=True, today=TODAY) == []
                assert visible_answers(form, answers).keys() == answers.keys()
                told.add(type_)
    assert len(told) == 5


def test_that_some_sessions_hold_a_note_alone():
    found = [answered(Random(seed), TypeActe.CONS_PSY) for seed in range(30)]
    assert 5 <= found.count({}) <= 15
