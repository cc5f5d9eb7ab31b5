"""Once it is done, the next steps are there."""

from microstructure_desktop.ui.pages.forfaits.billing_done import BillingDone
from tests.services.billing import WHOLE, followed, prepared
from tests.ui import a11y


def test_that_it_says_how_many_and_how_much(team, show, theme):
    followed(team, done=WHOLE)
    lot = prepared(team)
    part = show(BillingDone(), 800, 400)
    part.show_lot(lot)
    assert part.lot is lot
    assert part.state._title.text() == "1\u00a0forfait préparé, 829,00\u00a0€"
    assert a11y.problems(part) == []
