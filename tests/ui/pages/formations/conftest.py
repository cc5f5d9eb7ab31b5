"""A psychologist at the keyboard, with two trainings of hers."""

from collections.abc import Iterator
from datetime import date

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.formation import Formation
from microstructure_desktop.services import formations
from microstructure_desktop.services.formations import FormationSaisie
from tests.reports import received
from tests.ui.desk import Desk, make_desk


@pytest.fixture
def desk(team, theme) -> Iterator[Desk]:
    made = make_desk(team, theme, Role.PSYCHOLOGUE)
    yield made
    made.settle()


@pytest.fixture
def followed(team) -> tuple[Formation, Formation]:
    office = team.psychologue
    mine = office.membre.id
    concept = FormationSaisie(mine, "CONCEPT", "Premiers pas", date(2026, 5, 14), heures=7)
    data = FormationSaisie(mine, "SYSTEME_INFORMATION", "Recueil", date(2026, 1, 9))
    return (
        formations.enregistrer(office, concept, received.pdf()),
        formations.enregistrer(office, data),
    )
