"""A request half typed comes back as it was typed; once recorded, or emptied, it is forgotten."""

from microstructure_desktop.domain.demande import NatureDemande
from microstructure_desktop.services import drafts
from microstructure_desktop.ui.navigation import Route


def test_that_it_survives_leaving_and_goes_with_the_request(opened, team):
    sophie, paul = team.patient(), team.patient("Corbeau", "Paul")
    desk, page = opened(patient_id=sophie.id)
    card = page.requests.request
    assert drafts.mine(desk.office) == ()
    card.nature.set_value(NatureDemande.EFFACEMENT.value)
    card.jour.setText("12/1")
    card.demandeur.setText("Sa tutrice")
    card.edited.emit()
    page.open(Route("demande", patient_id=paul.id))
    desk.settle()
    assert (card.demandeur.text(), page.banner.isVisible()) == ("", False)
    (kept,) = drafts.mine(desk.office)
    assert (kept.genre, kept.patient) == (drafts.PATIENT, sophie.id)
    page.open(Route("demande", patient_id=sophie.id))
    desk.settle()
    assert card.nature.value() == NatureDemande.EFFACEMENT.value
    assert (card.jour.text(), card.demandeur.text()) == ("12/1", "Sa tutrice")
    assert "retrouvée" in page.banner.title()
    card.jour.set_typed("12/11/2026")
    card.button.click()
    desk.settle()
    assert page.requests.model.rowCount() == 1
    assert card.demandeur.text() == ""
    page.leave()
    desk.settle()
    assert drafts.mine(desk.office) == ()


def test_that_an_emptied_card_leaves_no_draft(opened, team):
    sophie = team.patient()
    desk, page = opened(patient_id=sophie.id)
    card = page.requests.request
    for text in ("Sa tutrice", ""):
        card.demandeur.setText(text)
        card.edited.emit()
        page.leave()
        desk.settle()
        assert len(drafts.mine(desk.office)) == bool(text)


def test_that_a_refused_request_stays_typed_and_kept(opened, team):
    sophie = team.patient()
    desk, page = opened(patient_id=sophie.id)
    page.requests.request.demandeur.setText("Sa tutrice")
    page.requests.request.edited.emit()
    with desk.office.store.begin(desk.office.membre.id, team.clock()) as work:
        work.patients.void(sophie.id, "doublon")
    page.requests.request.button.click()
    desk.settle()
    assert page.banner.isVisible()
    assert page.requests.request.demandeur.text() == "Sa tutrice"
    page.leave()
    desk.settle()
    (kept,) = drafts.mine(desk.office)
    assert kept.cible.endswith("/demande")
