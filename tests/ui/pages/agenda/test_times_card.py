"""When one professional is there, in words."""

from datetime import date

import pytest

from microstructure_desktop.services import permanences
from microstructure_desktop.ui.pages.agenda import times_card
from microstructure_desktop.ui.pages.agenda.times_card import TimesCard
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from tests.cabinet import TODAY
from tests.factories import a_permanence, an_absence
from tests.services.cases import write


@pytest.fixture
def card(show, team):
    """The psychologist's, with a presence and an absence; the doctor's, with nothing."""
    psy = team.psychologue.membre.id
    write(team, "permanences", a_permanence(membre=psy))
    write(team, "absences", an_absence(membre=psy, motif="CONGES"))

    def made(rank, *, may_write=True):
        found = permanences.temps(team.psychologue)[rank]
        return show(TimesCard(found, team.psychologue.reference, may_write=may_write), 500, 300)

    return made


def texts(card):
    return [x.text() for x in card.findChildren(Label)]


def test_that_each_time_is_a_line_with_its_way_out(qtbot, card):
    shown = card(1)
    assert texts(shown) == [
        "Claire Modèle",
        "Psychologue",
        "Jeudi, 14:00 – 17:00",
        "Absence du 21/12/2026 au 31/12/2026 · Congés",
    ]
    end, back = shown.buttons
    assert end.accessibleName() == "Mettre fin à cette permanence\xa0: Jeudi, 14:00 – 17:00"
    with qtbot.waitSignal(shown.end_asked):
        end.click()
    with qtbot.waitSignal(shown.return_asked):
        back.click()


def test_that_nothing_written_is_explained(card):
    shown = card(0)
    assert "Aucun horaire noté" in shown.findChild(Paragraph).text()


def test_that_a_colleague_s_times_are_only_read(card):
    assert not any(button.isVisible() for button in card(1, may_write=False).buttons)


def test_that_a_presence_is_told_by_its_day():
    weekly = a_permanence()
    assert times_card.permanence_words(weekly) == "Jeudi, 14:00 – 17:00"
    once = a_permanence(depuis=TODAY, jusqu_a=TODAY)
    assert times_card.permanence_words(once) == ("Jeudi\xa019\xa0novembre\xa02026, 14:00 – 17:00")
    ending = a_permanence(jusqu_a=date(2026, 12, 24))
    assert times_card.permanence_words(ending).endswith(", jusqu’au 24/12/2026")


def test_that_an_absence_is_told_by_its_days():
    assert times_card.absence_words(an_absence(du=TODAY, au=TODAY)) == "Absence le 19/11/2026"
