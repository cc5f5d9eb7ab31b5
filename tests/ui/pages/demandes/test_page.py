"""Three steps: the request, what is read over, what is handed over; a draft survives leaving."""

from microstructure_desktop.domain.demande import Remise
from microstructure_desktop.services import demandes, dossier_complet
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.demandes.page import DEMANDE, RELIRE, REMETTRE
from tests.services.cases import oppose
from tests.ui import a11y

from .test_review_part import strike


def test_that_all_that_waits_is_listed_and_one_is_read_over(opened, scene):
    desk, page = opened()
    assert page.tabs.current() == DEMANDE
    assert page.requests.model.rowCount() == 1
    page.requests.review_button.click()
    wanted = Route("demande", demande_id=scene[2].id, onglet=RELIRE)
    assert desk.routes == [wanted]
    page.tabs.choose(RELIRE)
    assert page.nothing.isVisible()
    page.nothing.action_button.click()
    assert page.tabs.current() == DEMANDE
    assert a11y.problems(page) == []


def test_that_somebody_without_a_request_is_named_and_may_make_one(opened, team):
    sophie = team.patient()
    desk, page = opened(patient_id=sophie.id)
    assert page.header.subtitle.text() == "LÉGENDE Sophie"
    page.requests.request.button.click()
    desk.settle()
    assert page.requests.model.rowCount() == 1
    desk.context.discretion.toggle()
    assert "LÉGENDE" not in page.header.subtitle.text()


def test_that_the_choices_survive_leaving_and_come_back(opened, scene):
    sophie, _, asked = scene
    desk, page = opened(patient_id=sophie.id, demande_id=asked.id)
    assert page.tabs.current() == RELIRE
    strike(page.review, "sa mère")
    page.leave()  # as a lock does
    kept = dossier_complet.ouvrir(desk.office, asked.id).relecture
    assert kept.passages == ("sa mère",)
    page.open(Route("demande", patient_id=sophie.id, demande_id=asked.id))
    desk.settle()
    assert page.review.relecture.passages == ("sa mère",)
    strike(page.review, "Dort")
    desk.notices[-1].on_action()
    assert page.review.relecture.passages == ("sa mère",)


def test_that_handing_over_ends_it(opened, scene):
    sophie, _, asked = scene
    desk, page = opened(patient_id=sophie.id, demande_id=asked.id)
    strike(page.review, "sa mère")
    page.tabs.choose(REMETTRE)
    assert a11y.problems(page) == []
    page.giving.handed_over.emit(Remise.SUR_PLACE, "")
    desk.settle()
    assert page.tabs.current() == DEMANDE
    (line,) = demandes.demandes(desk.office, sophie.id)
    assert line.demande.remise is Remise.SUR_PLACE
    page.tabs.choose(REMETTRE)
    assert page.nothing.isVisible()


def test_that_an_objection_keeps_the_record_closed(opened, scene, team):
    sophie, _, asked = scene
    oppose(team, sophie)
    _, page = opened(patient_id=sophie.id, demande_id=asked.id)
    assert page.banner.isVisible()
    assert page.nothing.isVisible()


def test_that_escape_goes_back_to_the_list_from_a_record_read_over(opened, scene):
    desk, page = opened(demande_id=scene[2].id)
    assert page.first_focus() is page.tabs.tab(RELIRE)
    page.giving.preview_asked.emit()
    desk.settle()
    assert page.acts.preview.isVisible()
    page.acts.preview.reject()
