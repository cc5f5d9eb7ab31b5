"""A reminder is a record of words: who writes, to whom, what."""

from dataclasses import FrozenInstanceError, replace
from datetime import date

import pytest

from microstructure_desktop.reports.relance_imprimee import RelanceImprimee

LETTRE = RelanceImprimee(
    "RAMIP",
    "contact@example.org",
    "Cabinet des Lilas",
    "OCC-31-001",
    date(2026, 4, 20),
    "Données d’activité à nous envoyer",
    ("Bonjour,", "Il nous manque :", "–\xa0février 2026", "–\xa0mars 2026", "Merci."),
)
OTHER = replace(LETTRE, structure="Maison de santé du Port", code="OCC-34-002")


def test_that_a_letter_does_not_change():
    with pytest.raises(FrozenInstanceError):
        LETTRE.jour = date(2026, 4, 21)
