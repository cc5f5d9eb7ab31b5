"""What is said of an account."""

from dataclasses import replace
from datetime import datetime

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services.comptes import Compte
from microstructure_desktop.ui.pages.equipe import words
from tests.cabinet import TODAY
from tests.factories import AUTHOR, a_membre

ANNE = a_membre()
USED = datetime(2026, 11, 19, 14, 5).astimezone()


def test_that_one_is_told_which_line_is_theirs():
    assert words.name(ANNE, AUTHOR) == "Dr Anne Lemoine (vous)"
    assert words.name(ANNE, "autre") == "Dr Anne Lemoine"


@pytest.mark.parametrize(
    ("at", "known", "said"),
    [
        (USED, True, "19/11/2026 à 14:05"),
        (USED, False, "19/11/2026 à 14:05"),
        (None, True, "Aucun depuis un an"),
        (None, False, ""),
    ],
)
def test_that_the_last_access_is_said_to_who_may_know(at, known, said):
    assert words.last_access(Compte(ANNE, TODAY, at), known=known) == said


def test_that_a_suspended_account_is_said_by_a_word_and_a_sentence():
    away = replace(ANNE, actif=False, rpps="10000000009")
    assert words.state(ANNE) == ("Actif", "ok")
    assert words.state(away) == ("Suspendu", "mute")
    assert words.details(ANNE) == ""
    assert words.details(away).startswith("N° RPPS 10000000009 · Ce compte n’ouvre plus")


def test_that_only_a_role_changed_waits_for_the_next_unlock():
    assert words.edited(ANNE, replace(ANNE, nom="Lemoyne")) == "Compte corrigé"
    assert "déverrouillage" in words.edited(ANNE, replace(ANNE, role=Role.PSYCHIATRE))
