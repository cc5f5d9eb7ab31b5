"""From the card to the store and to the network: kept, moved, taken back, tried."""

import pytest

from microstructure_desktop.domain.canal import Reglage, TypeCanal
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import CanalId
from microstructure_desktop.exchange.convention import CanalPropose
from microstructure_desktop.services import canaux, canaux_essai
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.echanges.page import EchangesPage
from tests.services.conventions import enrolled, fichier
from tests.ui.desk import make_desk

OFFERED = CanalPropose(TypeCanal.COURRIEL, "animation@exemple.fr", "Courriel de RAMIP")


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "depot"
    made.mkdir()
    return made


@pytest.fixture
def opened(team, theme, show, folder):
    """A page with two ways, a folder then a link."""
    enrolled(team.medecin, fichier(canaux=(OFFERED,)))
    for canal, kind, adresse in (
        ("a", TypeCanal.DOSSIER, str(folder)),
        ("b", TypeCanal.NEXTCLOUD, "https://127.0.0.1:9/s/AbC"),
    ):
        canaux.regler(team.medecin, Reglage(CanalId(canal), kind, f"Voie {canal}", adresse))
    desk = make_desk(team, theme, Role.MEDECIN)
    page = show(EchangesPage(desk.context), 1180, 760)
    page.open(Route("echanges"))
    desk.settle()
    yield desk, page
    page.leave()
    desk.settle()


def names(desk) -> list[str]:
    return [voie.reglage.nom for voie in canaux.canaux(desk.office)]


def test_that_an_offer_is_set_up_with_what_the_animator_wrote(opened):
    desk, page = opened
    page.ways.offered[0].click()
    dialog = page.acts.dialog
    assert (dialog.nom.text(), dialog.adresse.text()) == (OFFERED.nom, OFFERED.adresse)
    dialog.save_button.click()
    desk.settle()
    assert page.acts.dialog is None
    assert names(desk) == ["Voie a", "Voie b", "Courriel de RAMIP"]
    assert page.ways.offered == []
    desk.context.undo.undo()
    desk.settle()
    assert names(desk) == ["Voie a", "Voie b"]


def test_that_a_way_is_corrected_moved_and_taken_away(opened):
    desk, page = opened
    page.ways.lines[1].edit_button.click()
    page.acts.dialog.nom.setText("Lien")
    page.acts.dialog.save_button.click()
    desk.settle()
    assert names(desk) == ["Voie a", "Lien"]
    page.ways.lines[1].up_button.click()
    desk.settle()
    assert names(desk) == ["Lien", "Voie a"]
    page.ways.lines[0].remove_button.click()
    desk.settle()
    assert names(desk) == ["Voie a"]
    desk.context.undo.undo()
    desk.settle()
    assert names(desk) == ["Lien", "Voie a"]


def test_that_a_try_is_told_in_its_line(qtbot, opened, folder):
    desk, page = opened
    line = page.ways.lines[0]
    line.try_button.click()
    desk.settle()
    qtbot.waitUntil(lambda: not page.acts.elsewhere.busy)
    assert line.outcome.text() == canaux_essai.OK
    assert line.try_button.isEnabled()
    folder.rmdir()
    line.try_button.click()
    desk.settle()
    qtbot.waitUntil(lambda: not page.acts.elsewhere.busy)
    assert "branchée" in line.outcome.text()


def test_that_a_way_taken_away_meanwhile_is_said(opened):
    desk, page = opened
    line = page.ways.lines[0]
    canaux.retirer(desk.office, CanalId("a"))
    line.try_button.click()
    desk.settle()
    assert page.problem.isVisible()
    assert line.try_button.isEnabled()


def test_that_a_server_which_shows_no_key_is_said(qtbot, opened):
    desk, page = opened
    page.ways.add_button.click()
    dialog = page.acts.dialog
    dialog.kind.set_value("sftp")
    dialog.kind.changed.emit("sftp")
    dialog.adresse.setText("127.0.0.1:9/depot")
    dialog.host_button.click()
    qtbot.waitUntil(lambda: not page.acts.elsewhere.busy)
    assert "n’a pas répondu" in dialog.fields["empreinte_hote"].error_text
    page.leave()
    assert page.acts.dialog is None
    desk.settle()
