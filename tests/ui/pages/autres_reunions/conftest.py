"""A psychologist at the keyboard, and a quarterly meeting as it stands."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.reunion import TypeReunion
from microstructure_desktop.domain.synthese import Etat
from microstructure_desktop.services import autres_reunions
from microstructure_desktop.services.autres_reunions import ReunionOuverte
from tests.ui.desk import Desk, make_desk


@pytest.fixture
def desk(team, theme) -> Iterator[Desk]:
    made = make_desk(team, theme, Role.PSYCHOLOGUE)
    yield made
    made.settle()


@pytest.fixture
def meeting(team) -> Callable[..., ReunionOuverte]:
    """A meeting of a type, saved with other words, perhaps begun or closed."""

    def made(
        nature: TypeReunion = TypeReunion.TRIMESTRIELLE,
        etat: Etat = Etat.PREPAREE,
        **changes: Any,
    ) -> ReunionOuverte:
        office = team.psychologue
        opened = autres_reunions.ouvrir(office, autres_reunions.creer(office, nature).id)
        reunion = replace(opened.reunion, **changes)
        acts = {
            Etat.PREPAREE: autres_reunions.save,
            Etat.EN_COURS: autres_reunions.commencer,
            Etat.CLOSE: autres_reunions.close,
        }
        return acts[etat](office, reunion, opened.based_on)

    return made
