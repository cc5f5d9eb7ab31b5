"""Answers in words."""

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.forms.model import Partage
from microstructure_desktop.ui.forms.answer_text import answer_text, readers
from tests.forms.samples import chain

FORM = chain()


@pytest.mark.parametrize(
    ("item", "value", "words"),
    [
        ("jour", "2026-11-23", "23/11/2026"),
        ("jour", "en mars", "en mars"),
        ("niveau", "HAUT", "Haut"),
        ("niveau", "ANCIEN_CODE", "ANCIEN_CODE"),
        ("lieux", ["CHEZ_SOI", "DEHORS"], "Chez soi, Dehors"),
        ("envie", 7, "7\u00a0sur\u00a010"),
        ("envie", "sept", "sept"),
        ("envie", "NR", "Ne souhaite pas répondre"),
        ("poids", "62.5", "62,5\u00a0kg"),
        ("accord", True, "Oui"),
        ("accord", False, "Non"),
        ("conduite", "appel au 3114", "appel au 3114"),
        ("conduite", None, "—"),
        ("lieux", [], "—"),
    ],
)
def test_that_an_answer_is_read_in_words(item, value, words):
    assert answer_text(FORM.item(item), value) == words


def test_that_zero_is_an_answer():
    assert answer_text(FORM.item("envie"), 0) == "0\u00a0sur\u00a010"


def test_that_the_readers_of_an_answer_are_named():
    assert readers(Partage.PERSONNEL, Role.MEDECIN) == "Vous seul pouvez l’ouvrir."
    assert "tous les soignants" in readers(Partage.EQUIPE, Role.MEDECIN)
    assert "les psychologues" in readers(Partage.METIER, Role.PSYCHOLOGUE)
