"""The sentence under a field names exactly those who have the right to read it."""

import pytest

from microstructure_desktop.services.access import Permission
from microstructure_desktop.services.lecteurs import lisible


@pytest.mark.parametrize(
    ("permission", "said"),
    [
        (Permission.DOCUMENTS, "Lisible par tous les soignants de l’équipe."),
        (Permission.AGENDA, "Lisible par tous les soignants de l’équipe et le secrétariat."),
        (
            Permission.VOIR_EQUIPE,
            "Lisible par toute l’équipe, secrétariat et coordination compris.",
        ),
        (Permission.BRIS_DE_GLACE, "Lisible par les médecins."),
    ],
)
def test_that_readers_are_those_of_the_rules(permission, said):
    assert lisible(permission) == said


def test_that_who_reads_for_another_reason_is_added():
    assert lisible(Permission.TOUTES_REUNIONS, "les autres participants") == (
        "Lisible par les médecins, les psychologues, les travailleurs sociaux et "
        "les autres participants."
    )
