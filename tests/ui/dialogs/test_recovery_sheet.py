"""The sheet is printed through the preview, then proved by two groups; both can wait."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import secours
from microstructure_desktop.store import recovery_code
from microstructure_desktop.ui.dialogs.print_preview import PrintPreview
from microstructure_desktop.ui.dialogs.recovery_sheet import RecoverySheet
from microstructure_desktop.ui.half_typed import half_typed
from tests.ui import a11y
from tests.ui.desk import make_desk


@pytest.fixture
def desk(team, theme):
    return make_desk(team, theme, Role.MEDECIN)


@pytest.fixture
def dialog(qtbot, desk):
    parent = QWidget()
    parent.resize(1180, 760)
    qtbot.addWidget(parent)
    parent.show()
    made = RecoverySheet(parent, desk.context)
    made.open()
    yield made
    if made.preview is not None:
        made.preview.reject()
    made.reject()
    desk.settle()


def prepared(dialog, desk):
    dialog.main_button.click()
    desk.settle()
    assert isinstance(dialog.preview, PrintPreview)
    dialog.preview.reject()
    return dialog._feuille


def test_that_a_former_sheet_is_spoken_of_when_there_is_one(dialog, desk, taper):
    desk.settle()
    assert dialog.former.isHidden()
    feuille = prepared(dialog, desk)
    groups = recovery_code.groups(feuille.code)
    typed = {rank: groups[rank - 1] for rank in feuille.demandes}
    secours.prouver(desk.office, feuille, typed)
    again = RecoverySheet(dialog.parentWidget(), desk.context)
    desk.settle()
    assert not again.former.isHidden()


def test_that_it_prints_first_then_asks_for_two_groups(dialog, desk, taper):
    assert a11y.problems(dialog) == []
    feuille = prepared(dialog, desk)
    groups = recovery_code.groups(feuille.code)
    assert [f.label.text() for f in dialog.fields] == [f"Groupe {n}" for n in feuille.demandes]
    assert a11y.problems(dialog) == []
    for edit, rank in zip(dialog.groups, feuille.demandes, strict=True):
        taper(edit, groups[rank - 1].lower())
    assert half_typed(dialog.parentWidget()) is None
    told = []
    dialog.proved.connect(lambda: told.append(True))
    dialog.main_button.click()
    desk.settle()
    assert told == [True]
    assert not dialog.isVisible()
    assert secours.etat(desk.office).rappel == ""


def test_that_a_wrong_group_is_said_at_its_field_and_the_text_stays(dialog, desk, taper):
    feuille = prepared(dialog, desk)
    groups = recovery_code.groups(feuille.code)
    taper(dialog.groups[0], groups[feuille.demandes[0] - 1])
    taper(dialog.groups[1], "00000")
    dialog.main_button.click()
    desk.settle()
    assert [bool(field.error_text) for field in dialog.fields] == [False, True]
    assert dialog.groups[1].text() == "00000"
    assert dialog.main_button.isEnabled()
    dialog.again_button.click()
    assert dialog.preview is not None


def test_that_it_can_wait_and_stays_to_be_proved(dialog, desk):
    prepared(dialog, desk)
    dialog.later_button.click()
    assert not dialog.isVisible()
    assert "n’est pas encore prouvée" in secours.etat(desk.office).rappel


def test_that_the_preview_says_why_to_write_no_file(dialog, desk):
    dialog.main_button.click()
    desk.settle()
    assert dialog._feuille.document.garde.startswith("À imprimer seulement")
    labels = [label.text() for label in dialog.preview.findChildren(QLabel)]
    assert dialog._feuille.document.garde in labels
