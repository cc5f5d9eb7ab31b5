"""One key hides every name, wherever one is, and shows them again."""

import pytest
from PySide6.QtCore import Qt

from microstructure_desktop.domain.equipe import Role
from tests.cabinet import TODAY
from tests.services.cases import planned

NAME = ("vandermersch",)
PAGES = ("accueil", "agenda", "patients", "dossier", "reunions", "reglages", "journal")


@pytest.fixture
def claire(team, sit):
    """A psychologist expects Ondine today, and reads her record."""
    ondine = team.patient("Vandermersch", "Ondine")
    planned(team, ondine, TODAY, Role.PSYCHOLOGUE)
    hands = sit(Role.PSYCHOLOGUE)
    hands.go("dossier", patient_id=ondine.id)
    return hands


def test_that_one_key_hides_the_names_of_every_page_and_shows_them_again(claire, counted):
    assert claire.says(*NAME)
    counted.keys = counted.clicks = 0
    claire.key(Qt.Key.Key_F9)
    assert (counted.keys, counted.clicks) == (1, 0)
    assert not claire.says(*NAME)
    patient_id = claire.window.context.navigator.current["patient_id"]
    for page in PAGES:
        claire.go(page, **({"patient_id": patient_id} if page == "dossier" else {}))
        assert not claire.says(*NAME), page
    claire.go("dossier", patient_id=patient_id)
    claire.key(Qt.Key.Key_F9)
    assert claire.says(*NAME)
