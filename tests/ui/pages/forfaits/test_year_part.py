"""The year is told month by month, what is to come marked."""

from microstructure_desktop.services import forfaits
from microstructure_desktop.ui.pages.forfaits.year_part import YearPart
from tests.services.billing import followed
from tests.ui import a11y


def test_that_the_sums_are_told_and_the_months_to_come_marked(team, show, theme):
    followed(team)
    part = show(YearPart(), 900, 600)
    part.show_year(forfaits.annee(team.psychologue))
    assert part.begun.text() == "1\u00a0forfait commence dans l’année\u00a0: 829\u00a0€."
    months = [part.model.index(row, 0).data() for row in range(12)]
    assert months[:2] == ["Janvier", "Février"]
    assert months[10:] == ["Novembre (prévu)", "Décembre (prévu)"]
    assert a11y.problems(part) == []


def test_that_other_years_are_asked_for(team, show, theme):
    part = show(YearPart(), 900, 600)
    part.show_year(forfaits.annee(team.psychologue, 2026))
    asked = []
    part.year_asked.connect(asked.append)
    part.before_button.click()
    part.after_button.click()
    assert asked == [2025, 2027]
