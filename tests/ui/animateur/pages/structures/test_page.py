"""The structures: enrol by ear, see each one, end and take the end back."""

from microstructure_desktop.animateur.errors import FingerprintDiffers
from microstructure_desktop.exchange.errors import InscriptionInvalid
from microstructure_desktop.ui.animateur.pages.structures.page import StructuresPage
from tests.animateur.cases import Cabinet
from tests.ui import a11y

from .files import handed, heard


def test_that_a_cabinet_is_enrolled_from_its_file(world, opened, tmp_path):
    cabinet = Cabinet("OCC-31-009")
    page = opened(StructuresPage, fichier=handed(world, tmp_path, cabinet))
    assert page.enrol.name.text() == "Cabinet des Lilas"
    page.enrol.typed.setText("0000 0000")
    page.enrol.enrol_button.click()
    world.settle()
    assert FingerprintDiffers.sentence in page.enrol.heard.error_text
    page.enrol.typed.setText(heard(cabinet))
    page.enrol.enrol_button.click()
    world.settle()
    assert world.said() == ["Cabinet inscrit"]
    assert page.header.subtitle.text() == "1\xa0cabinet inscrit"
    assert page.card.title.text() == "Cabinet des Lilas"
    assert a11y.problems(page) == []


def test_that_another_file_is_refused_in_words(world, opened, tmp_path):
    (tmp_path / "x").write_bytes(b"rien")
    page = opened(StructuresPage)
    page.enrol.file_chosen.emit(tmp_path / "x")
    world.settle()
    assert page.problem.title() == InscriptionInvalid.sentence
    assert page.first_focus() is page.enrol.open_button


def test_that_a_file_used_meanwhile_is_said_and_closed(world, opened, tmp_path):
    first, second = Cabinet("OCC-31-009"), Cabinet("OCC-31-009")
    page = opened(StructuresPage, fichier=handed(world, tmp_path, first))
    ouverte = page.enrol._ouverte
    page.read(handed(world, tmp_path, second))
    world.settle()
    page.enrol.typed.setText(heard(second))
    page.enrol.enrol_button.click()
    world.settle()
    page.enrol.show_file(ouverte)
    page.enrol.typed.setText(heard(first))
    page.enrol.enrol_button.click()
    world.settle()
    assert page.problem.title()
    assert not page.enrol.opened.isVisible()


def test_that_an_end_is_taken_back_by_the_toast_and_by_the_card(world, opened):
    world.region.cabinet()
    page = opened(StructuresPage)
    page.card.end_button.click()
    page.dialog.accept()
    world.settle()
    assert world.said() == ["Fin d’inscription notée"]
    assert page.card.return_button.isVisible()
    world.notices[0].on_action()
    world.settle()
    assert page.card.end_button.isVisible()
    page.card.end_button.click()
    page.dialog.accept()
    world.settle()
    page.card.return_button.click()
    world.settle()
    assert page.card.end_button.isVisible()
