"""Each kind of request has its own next step; an answered one has none."""

from microstructure_desktop.domain.demande import NatureDemande, Remise
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import demandes
from microstructure_desktop.services.demandes import DemandeSaisie
from microstructure_desktop.ui.pages.demandes.requests_part import RequestsPart
from tests.cabinet import TODAY
from tests.ui import a11y
from tests.ui.desk import make_desk


def noted(team, patient, nature):
    return demandes.enregistrer(team.medecin, patient.id, DemandeSaisie(nature, TODAY)).id


def test_that_each_request_has_its_next_step(team, theme, show, qtbot):
    sophie = team.patient()
    access = noted(team, sophie, NatureDemande.ACCES)
    other = noted(team, sophie, NatureDemande.EFFACEMENT)
    done = noted(team, sophie, NatureDemande.ACCES)
    demandes.repondre(team.medecin, done, Remise.SUR_PLACE)
    desk = make_desk(team, theme, Role.MEDECIN)
    part = show(RequestsPart(desk.context), 1100, 700)
    lignes = demandes.demandes(team.medecin, sophie.id)
    shown = {}
    for one in (access, other, done):
        part.show_requests(lignes, one, of_one=True)
        buttons = (part.review_button, part.answer_button, part.refuse_button)
        shown[one] = [not b.isHidden() for b in buttons]
    assert shown == {
        access: [True, False, True],
        other: [False, True, True],
        done: [False, False, False],
    }
    assert a11y.problems(part) == []
    part.show_requests(lignes, access, of_one=True)
    with qtbot.waitSignal(part.review_asked) as asked:
        part.review_button.click()
    assert asked.args[0].demande.id == access
    desk.context.discretion.toggle()
    assert part.model.index(0, 0).data() == "S.\xa0L. · n°\xa00001"
    assert part.detail.text() == ""


def test_that_nothing_asked_is_said_and_only_a_person_has_the_form(team, theme, show):
    part = show(RequestsPart(make_desk(team, theme, Role.MEDECIN).context), 1100, 700)
    part.show_requests((), "", of_one=False)
    assert part.empty.isVisible()
    assert part.request.isHidden()
    part.show_requests((), "", of_one=True)
    assert part.request.isVisible()
