"""The durations are told with their source."""

from microstructure_desktop.services.durees import regles
from microstructure_desktop.ui.pages.conservation.rules_part import RulesPart
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.tag import Tag


def test_that_each_rule_and_its_source_are_there(show):
    part = show(RulesPart(regles()), 900, 500)
    told = " ".join(p.text() for p in part.findChildren(Paragraph))
    assert "2020-081" in told
    assert len([tag for tag in part.findChildren(Tag) if tag.isVisible()]) == 2
