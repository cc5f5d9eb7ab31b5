"""One's own sheet is printed and proved as the cabinet's is; its code is typed and then gone."""

import pytest
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import feuille_personnelle, secours, unlock
from microstructure_desktop.services.feuille_personnelle import EtatPersonnel
from microstructure_desktop.store import recovery_code
from microstructure_desktop.ui.dialogs.own_sheet import OwnCode, own_sheet, withdrawal
from microstructure_desktop.ui.half_typed import half_typed
from tests.cabinet import TODAY
from tests.ui import a11y
from tests.ui.desk import make_desk

NEW = "une autre phrase bien longue"


@pytest.fixture
def parent(qtbot):
    made = QWidget()
    made.resize(1180, 760)
    qtbot.addWidget(made)
    made.show()
    return made


def test_that_it_is_printed_then_proved(parent, team, theme, taper):
    desk = make_desk(team, theme, Role.PSYCHOLOGUE)
    dialog = own_sheet(parent, desk.context)
    dialog.open()
    assert "Elle n’ouvre pas le cabinet" in dialog.accessibleDescription()
    dialog.main_button.click()
    desk.settle()
    assert dialog.preview.accessibleName() == "Ma feuille de secours"
    dialog.preview.reject()
    feuille = dialog._feuille
    for edit, rank in zip(dialog.groups, feuille.demandes, strict=True):
        taper(edit, recovery_code.groups(feuille.code)[rank - 1].lower())
    assert half_typed(parent) is None
    dialog.main_button.click()
    desk.settle()
    assert not dialog.isVisible()
    assert (dialog._feuille, [edit.text() for edit in dialog.groups]) == (None, ["", ""])
    assert feuille_personnelle.etat(desk.office).prouvee_le == TODAY
    assert secours.etat(team.medecin).faite_le is None


def test_that_its_code_opens_the_notes_again_and_leaves_the_screen(parent, team, theme, taper):
    made = feuille_personnelle.preparer(team.psychologue)
    scelle = team.psychologue.personal.seal("à moi")
    secours.donner_phrase(team.medecin, team.psychologue.membre.id, NEW)
    team.offices[Role.PSYCHOLOGUE] = unlock.as_member(team.medecin, team.psychologue.membre.id, NEW)
    desk = make_desk(team, theme, Role.PSYCHOLOGUE)
    dialog = OwnCode(parent, desk.context)
    dialog.open()
    assert a11y.problems(dialog) == []
    cabinet = secours.preparer(team.medecin)
    for wrong, said in (
        ("", "Entrez le code"),
        ("ABCDE", "40 signes"),
        (" ".join(recovery_code.groups(cabinet.code)), "feuille du cabinet"),
    ):
        dialog.code.clear()
        taper(dialog.code, wrong)
        dialog.main_button.click()
        desk.settle()
        assert said in dialog.field.error_text
        assert dialog.code.text() == wrong
    assert half_typed(parent) is None
    dialog.code.clear()
    taper(dialog.code, " ".join(recovery_code.groups(made.code)).lower())
    dialog.main_button.click()
    desk.settle()
    assert (dialog.isVisible(), dialog.code.text()) == (False, "")
    assert desk.office.personal.open(scelle) == "à moi"


def test_that_what_a_withdrawal_loses_is_said_before(parent):
    for fermees, said in ((True, "resteront scellées"), (False, "restent lisibles")):
        dialog = withdrawal(parent, EtatPersonnel(TODAY, TODAY, "", fermees))
        assert said in dialog.accessibleDescription()
