"""The latest list is first, and the one asked for is brought in sight."""

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import facturation
from microstructure_desktop.ui.pages.forfaits.lot_acts import LotActs
from microstructure_desktop.ui.pages.forfaits.lots_part import LotsPart
from tests.services.billing import WHOLE, choices, followed
from tests.ui.desk import make_desk


@pytest.fixture
def part(team, theme, show):
    desk = make_desk(team, theme, Role.PSYCHOLOGUE)
    return show(LotsPart(desk.context, LotActs(desk.context, None)), 800, 260)


def test_that_nothing_prepared_says_what_a_list_keeps(part):
    part.show_lots(())
    assert part.empty.isVisible()
    assert not part.body.isVisible()


def test_that_the_latest_is_first_and_the_one_wanted_in_sight(team, part):
    for rank in range(4):
        followed(team, f"Albe{rank}", done=WHOLE)
    seen = choices(team)
    for one in seen:
        facturation.preparer(team.psychologue, [one])
    lots = facturation.lots(team.psychologue)
    part.want(lots[-1].id)
    part.show_lots(lots)
    assert [card.lot.id for card in part.cards] == [lot.id for lot in lots]
    assert part.body.isVisible()
