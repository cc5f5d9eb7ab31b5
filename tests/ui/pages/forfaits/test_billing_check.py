"""What is prepared, for how much, and what is left out with its reason."""

import pytest
from PySide6.QtWidgets import QLabel

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.ui.pages.forfaits.billing_check import BillingCheck
from microstructure_desktop.ui.pages.forfaits.billing_list import BillingList
from tests.services.billing import WHOLE, board, followed
from tests.services.cases import oppose
from tests.ui.desk import make_desk


@pytest.fixture
def shown(team, theme, show):
    def make(role=Role.PSYCHOLOGUE, *, untick=None):
        context = make_desk(team, theme, role).context
        chosen = BillingList(context)
        show(chosen)
        found = board(team, role)
        chosen.show_tableau(found)
        if untick is not None:
            chosen.boxes[untick].setChecked(False)
        made = show(BillingCheck(context, chosen), 900, 500)
        made.show_tableau(found)
        return " ".join(w.text() for w in made.findChildren(QLabel))

    return make


def test_that_what_is_prepared_is_counted_and_the_rest_explained(team, shown):
    followed(team, "Albe", done=WHOLE)
    followed(team, "Brun", done=WHOLE)
    followed(team, "Cuvier", papers=False)
    followed(team, "Darwin")
    told = shown(untick=0)
    assert "1\u00a0forfait · 829,00\u00a0€" in told
    assert "ALBE Sophie\u00a0: décoché par vous." in told
    assert "CUVIER Sophie\u00a0: L’information donnée" in told
    assert "1\u00a0forfait en cours" in told


def test_that_nothing_left_out_is_said(team, shown):
    followed(team, "Albe", done=WHOLE)
    assert "Aucun forfait n’est laissé de côté." in shown()


def test_that_names_closed_to_the_reader_are_counted(team, shown):
    oppose(team, followed(team, "Albe", done=WHOLE))
    followed(team, "Brun", done=WHOLE)
    told = shown(Role.MEDECIN)
    assert "ALBE" not in told
    assert "1\u00a0autre personne\u00a0: partage limité" in told
