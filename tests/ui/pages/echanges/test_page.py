"""The page: open the file, hear the fingerprint, hand over the enrolment, set up the ways."""

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import canaux, enrolement
from microstructure_desktop.ui.dialogs.confirm import Confirm
from microstructure_desktop.ui.dialogs.print_preview import PrintPreview
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.echanges.page import EchangesPage
from tests.exchange.keys import SUIVANTE
from tests.services.conventions import coded, enrolled, fichier, lus
from tests.ui import a11y
from tests.ui.desk import make_desk


@pytest.fixture
def opened(team, theme, show):
    """The page of somebody, once it is loaded."""
    made = []

    def opener(role=Role.MEDECIN):
        desk = make_desk(team, theme, role)
        desk.notices = []
        desk.context.events.notice_requested.connect(desk.notices.append)
        page = show(EchangesPage(desk.context), 1180, 760)
        page.open(Route("echanges"))
        desk.settle()
        made.append((desk, page))
        return desk, page

    yield opener
    for desk, page in made:
        page.leave()
        desk.settle()


@pytest.fixture
def stick(tmp_path):
    def write(data):
        path = tmp_path / "ramip.msma-conv"
        path.write_bytes(data)
        return path

    return write


def said(desk) -> list[str]:
    return [notice.text for notice in desk.notices]


def test_that_the_keyboard_starts_on_the_file_to_choose(team, opened):
    coded(team.medecin)
    _, page = opened()
    assert page.first_focus() is page.convention.drop.button
    assert a11y.problems(page) == []


def test_that_a_file_is_opened_heard_and_used(team, opened, stick, taper):
    coded(team.medecin)
    desk, page = opened()
    page.convention.drop.chosen.emit(stick(fichier()))
    desk.settle()
    assert page.convention.phone.isVisible()
    taper(page.convention.phone.typed, "0000 0000")
    page.convention.phone.confirm_button.click()
    desk.settle()
    assert "relire" in page.convention.phone.field.error_text
    page.convention.phone.typed.setText(lus().lower())
    page.convention.phone.confirm_button.click()
    desk.settle()
    assert enrolement.etat(desk.office).courante is not None
    assert page.key.groups.isVisible()
    assert said(desk)[-1] == "Convention confirmée"


def test_that_what_is_no_convention_is_said_and_nothing_waits(team, opened, stick, tmp_path):
    coded(team.medecin)
    desk, page = opened()
    page.read(stick(b"{}"))
    desk.settle()
    assert "n’est pas une convention" in page.problem.title()
    page.read(tmp_path / "parti")
    assert "n’a pas pu être lu" in page.problem.title()
    page.read(stick(b" " * 2_000_000))
    desk.settle()
    assert "n’est pas une convention" in page.problem.title()
    assert enrolement.etat(desk.office).en_attente is None


def test_that_a_file_is_abandoned_and_taken_back(team, opened, stick):
    coded(team.medecin)
    desk, page = opened()
    page.read(stick(fichier()))
    desk.settle()
    page.convention.abandon_button.click()
    desk.settle()
    assert page.convention.drop.isVisible()
    desk.context.undo.undo()
    desk.settle()
    assert page.convention.phone.isVisible()


def test_that_a_stranger_is_refused_unless_the_loss_is_told(team, opened, stick):
    enrolled(team.medecin)
    desk, page = opened()
    path = stick(fichier(1, SUIVANTE))
    page.read(path)
    desk.settle()
    assert "n’est pas signée" in page.problem.title()
    page.convention.loss_button.click()
    assert isinstance(page.dialog, Confirm)
    page.convention.drop.ask = lambda: page.read(path)
    page.dialog.accept()
    desk.settle()
    assert page.convention.phone.isVisible()
    page.convention.confirm_asked.emit(lus(SUIVANTE))
    desk.settle()
    etat = enrolement.etat(desk.office)
    assert etat.courante is not None
    assert etat.courante.convention.cle == SUIVANTE.public


@pytest.mark.parametrize("then", ["again", "another"])
def test_that_a_loss_told_once_is_not_remembered(team, opened, stick, then):
    enrolled(team.medecin)
    desk, page = opened()
    page.convention.loss_button.click()
    page.convention.drop.ask = lambda: None
    page.dialog.accept()
    if then == "again":
        page.leave()
        page.open(Route("echanges"))
        desk.settle()
    else:
        page.convention.replace_button.click()
    page.read(stick(fichier(1, SUIVANTE)))
    desk.settle()
    assert "n’est pas signée" in page.problem.title()


def test_that_the_sheet_is_shown_and_the_file_saved_where_one_says(team, opened, tmp_path):
    enrolled(team.medecin)
    desk, page = opened()
    page.key.sheet_button.click()
    desk.settle()
    assert isinstance(page.dialog, PrintPreview)
    page.dialog.reject()
    page.key.file_button.click()
    desk.settle()
    path = tmp_path / "OCC-31-007.msma-inscription"
    page.saver._on_file_chosen(str(path))
    desk.settle()
    assert path.stat().st_size > 100
    assert said(desk)[-1].endswith(path.name)


def test_that_the_key_is_renewed_only_once_it_was_asked_before(team, opened):
    before = enrolled(team.medecin).cle
    desk, page = opened()
    page.key.renew_button.click()
    assert isinstance(page.dialog, Confirm)
    page.dialog.reject()
    desk.settle()
    assert enrolement.etat(desk.office).cle == before
    page.key.renew_button.click()
    page.dialog.accept()
    desk.settle()
    assert enrolement.etat(desk.office).cle != before
    assert "nouveau fichier d’inscription" in said(desk)[-1]


def test_that_the_code_is_entered_in_the_settings(team, opened, stick):
    coded(team.medecin, "")
    desk, page = opened()
    page.read(stick(fichier()))
    desk.settle()
    page.convention.no_code.action_button.click()
    assert desk.routes[-1] == Route("reglages", carte="cabinet")


def test_that_who_only_reads_sees_it_all_and_changes_nothing(team, opened):
    enrolled(team.medecin)
    _, page = opened(Role.PSYCHOLOGUE)
    assert page.key.groups.isVisible()
    assert not page.ways.add_button.isVisible()
    assert not page.convention.replace_button.isVisible()


def test_that_a_change_made_elsewhere_is_shown(team, opened):
    coded(team.medecin)
    desk, page = opened()
    enrolement.importer(desk.office, fichier())
    desk.context.worker.run(canaux.canaux)
    desk.settle()
    assert page.convention.phone.isVisible()
