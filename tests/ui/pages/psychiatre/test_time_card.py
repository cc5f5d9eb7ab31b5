"""Hours held, each part shown."""

from dataclasses import replace

from microstructure_desktop.domain.permanence import M08, TempsTenu
from microstructure_desktop.services.permanence_psychiatre import permanence
from microstructure_desktop.ui.pages.psychiatre.time_card import TimeCard
from microstructure_desktop.ui.widgets.labels import Paragraph


def test_that_hours_are_beside_their_mark_and_its_source(show, desk, people):
    card = show(TimeCard(), 320, 400)
    found = permanence(desk.office)
    card.show_month(found)
    assert card.bar.accessibleName() == "92 %"
    assert card.source.text().endswith("par microstructure")
    assert "Réunion de synthèse du 19/11/2026" in [p.text() for p in card.findChildren(Paragraph)]
    nothing = replace(found, attendu=None, bilan=M08(TempsTenu(30, 0, None), frozenset("a"), 0))
    card.show_month(nothing)
    assert not card.bar.isVisible()
    assert not card.source.isVisible()
