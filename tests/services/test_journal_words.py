"""Every access can be said in words."""

from datetime import UTC, datetime

import pytest

from microstructure_desktop.domain.acces import Acces, Action
from microstructure_desktop.services.journal_words import ACTIONS, what

NOW = datetime(2026, 11, 19, tzinfo=UTC)


def said(action, detail=""):
    return what(Acces(NOW, "m", action, detail=detail))


def test_that_no_export_is_called_anonymous_in_the_filter_that_finds_them_all():
    assert ACTIONS[Action.EXPORT] == "Export écrit"


def test_that_each_action_has_its_own_words():
    assert set(ACTIONS) == set(Action)
    assert len({said(action) for action in Action}) == len(Action)


@pytest.mark.parametrize(
    ("action", "detail", "words"),
    [
        (Action.OUVERTURE_DOSSIER, "", "Dossier ouvert"),
        (Action.OUVERTURE_DOCUMENT, "", "Document ou lettre lu"),
        (Action.IMPRESSION, "compte_rendu", "Impression\u00a0: compte rendu de réunion"),
        (Action.EXPORT, "2026-10", "Export anonyme écrit\u00a0: octobre\u00a02026"),
        (
            Action.EXPORT,
            "equipe_nominatif_tableur",
            "Tableau enregistré\u00a0: tableaux pour l’équipe, avec les noms",
        ),
        (Action.IMPRESSION, "lettre_rare", "Impression\u00a0: lettre_rare"),
    ],
)
def test_that_what_it_was_is_told(action, detail, words):
    assert said(action, detail) == words
