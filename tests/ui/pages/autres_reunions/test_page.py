"""The list: by year and type, prepared, opened, cancelled, printed."""

from datetime import date

import pytest

from microstructure_desktop.domain.reunion import Point, TypeReunion
from microstructure_desktop.domain.synthese import Etat
from microstructure_desktop.services import autres_reunions
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.autres_reunions.page import AutresReunionsPage
from tests.ui import a11y

SAID = (Point("Tests", "Un par mois."),)


@pytest.fixture
def page(desk, show):
    def shown():
        made = AutresReunionsPage(desk.context)
        made.open(Route("autres_reunions"))
        show(made, 1160, 760)
        desk.settle()
        return made

    return shown


@pytest.fixture
def three(meeting):
    meeting(jour=date(2025, 12, 9), etat=Etat.CLOSE, points=SAID)
    meeting(jour=date(2026, 3, 10), etat=Etat.CLOSE, points=SAID)
    return meeting(TypeReunion.CRISE)


def types(page):
    return [(x.type.value, x.reunion.jour.year) for x in page.model.rows()]


def test_that_nothing_yet_leads_to_the_first(page, desk):
    made = page()
    assert a11y.problems(made) == []
    assert made.empty.isVisible()
    made.menu.chosen.emit(TypeReunion.CONCERTATION)
    desk.settle()
    (only,) = autres_reunions.reunions(desk.office)
    assert desk.routes[-1] == Route("reunion", reunion_id=only.id)
    desk.context.undo.undo()
    desk.settle()
    assert autres_reunions.reunions(desk.office) == ()


def test_that_meetings_are_listed_latest_first_and_filtered(page, three):
    made = page()
    assert a11y.problems(made) == []
    assert types(made) == [("crise", 2026), ("trimestrielle", 2026), ("trimestrielle", 2025)]
    assert made.header.subtitle.text() == (
        "2026\xa0: 1\xa0réunion trimestrielle tenue, 4 attendues par an"
    )
    made.year.set_value("2026")
    made.year.changed.emit("2026")
    assert types(made) == [("crise", 2026), ("trimestrielle", 2026)]
    made.type.set_value("trimestrielle")
    made.type.changed.emit("trimestrielle")
    assert types(made) == [("trimestrielle", 2026)]


def test_that_one_is_opened(page, desk, three):
    made = page()
    made.open_button.click()
    assert desk.routes[-1] == Route("reunion", reunion_id=three.reunion.id)
    made.trainings_button.click()
    assert desk.routes[-1] == Route("formations")


def test_that_one_is_cancelled_and_comes_back_and_minutes_stay(page, desk, three):
    made = page()
    made.cancel_button.click()
    desk.settle()
    assert ("crise", 2026) not in types(made)
    desk.context.undo.undo()
    desk.settle()
    assert ("crise", 2026) in types(made)
    made.table.setCurrentIndex(made.model.index(1, 0))
    assert made.selected().reunion.close
    assert not made.cancel_button.isEnabled()


def test_that_one_is_printed_and_goes_with_the_page(page, desk, three):
    made = page()
    made.print_button.click()
    desk.settle()
    assert made.preview.header.title.text() == "Réunion de crise"
    made.leave()
    assert made.preview is None


def test_that_the_menu_opens_from_the_button(page):
    made = page()
    made.prepare_button.click()
    assert made.menu.isVisible()
    made.menu.close()
