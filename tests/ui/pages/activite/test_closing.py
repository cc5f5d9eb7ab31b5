"""A month is closed, says what changed, and is opened again with a reason."""

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import mois_clos
from microstructure_desktop.ui.dialogs.reason import ReasonDialog
from microstructure_desktop.ui.pages.activite import closing
from tests import factories as make
from tests.services.cases import write

from .conftest import OCTOBER

MOIS = {"mois": "2026-10"}


def closed_months(page):
    return mois_clos.clotures(page.desk.office, 2026)


def test_that_a_month_is_closed_and_opened_again(opened, people):
    page = opened(**MOIS)
    banner = page.closing.banner
    assert banner.action_button.text() == closing.CLOSE
    banner.action_button.click()
    page.desk.settle()
    assert len(closed_months(page)) == 1
    assert banner.title().startswith("Clos le 19/11/2026 par")
    assert page.header.tag.text() == "Clos"
    banner.action_button.click()
    dialog = page.findChild(ReasonDialog)
    dialog.edit.setText("Une séance manquait")
    dialog.accept()
    page.desk.settle()
    assert closed_months(page) == ()
    assert banner.action_button.text() == closing.CLOSE


def test_that_what_changed_since_is_told(opened, team, people):
    mois_clos.clore(team.medecin, OCTOBER_MONTH)
    page = opened(**MOIS)
    assert "Rien n’a changé" in page.closing.banner._text.text()
    late = team.patient("Tard", "Venu")
    write(team, "consultations", make.a_consultation(patient=late.id, jour=OCTOBER.premier))
    again = opened(**MOIS)
    assert "Personnes vues dans le mois" in again.closing.banner._text.text()
    assert "2 → 3" in again.closing.banner._text.text()


OCTOBER_MONTH = mois_clos.Mois.de(OCTOBER.premier)


@pytest.mark.parametrize(
    ("role", "params"),
    [(Role.PSYCHIATRE, MOIS), (Role.MEDECIN, {}), (Role.MEDECIN, {"annee": 2025})],
)
def test_that_nothing_is_offered_where_nothing_can_be_done(opened, people, role, params):
    page = opened(role, **params)
    assert not page.closing.banner.action_button.isVisible()


def test_that_a_refusal_is_told(opened, team, people):
    page = opened(**MOIS)
    mois_clos.clore(team.psychologue, OCTOBER_MONTH)
    told = []
    page.desk.context.events.notice_requested.connect(told.append)
    page.closing.banner.action_button.click()
    page.desk.settle()
    assert told[0].text.startswith("Ce mois est déjà clos.")


def test_that_leaving_takes_the_question_away(opened, team, people):
    mois_clos.clore(team.medecin, OCTOBER_MONTH)
    page = opened(**MOIS)
    page.closing.banner.action_button.click()
    page.leave()
    assert not [d for d in page.findChildren(ReasonDialog) if d.isVisible()]
