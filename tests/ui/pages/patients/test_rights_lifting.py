"""An objection taken back from the record."""

from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.declaration import Objet
from microstructure_desktop.services import droits_personne
from microstructure_desktop.services.oppositions import Cible
from microstructure_desktop.ui.pages.patients.rights_lifting import RightsLifting
from tests.cabinet import TODAY

STATISTICS = Cible(Objet.STATISTIQUE)


def objections(desk, patient):
    return droits_personne.droits(desk.office, patient.id).oppositions


def test_that_an_objection_is_lifted_and_put_back_by_one_key(qtbot, desk, sophie):
    page = QWidget()
    qtbot.addWidget(page)
    droits_personne.declarer(desk.office, sophie.id, STATISTICS, oppose=True, jour=TODAY)
    lifting = RightsLifting(desk.context, page)
    lifting.lift(sophie.id, STATISTICS)
    assert objections(desk, sophie) == {}
    desk.context.undo.undo()
    assert objections(desk, sophie) == {STATISTICS: TODAY}


def test_that_a_refusal_is_said(qtbot, desk):
    page = QWidget()
    qtbot.addWidget(page)
    told = []
    desk.context.events.notice_requested.connect(told.append)
    RightsLifting(desk.context, page).lift("0" * 32, STATISTICS)
    desk.settle()
    assert [n.kind for n in told] == ["danger"]
