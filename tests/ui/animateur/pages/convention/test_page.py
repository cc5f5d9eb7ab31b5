"""The convention: asked before it is made, then saved to be handed over."""

from microstructure_desktop.animateur.errors import KeysNotFollowing, NoKeys
from microstructure_desktop.exchange import convention as convention_file
from microstructure_desktop.ui.animateur.desk import Secrets
from microstructure_desktop.ui.animateur.pages.convention.page import ConventionPage
from tests.animateur.cases import new_keys
from tests.ui import a11y


def test_that_a_change_is_made_and_saved(world, opened, tmp_path):
    page = opened(ConventionPage)
    assert page.first_focus() is page.form.nom
    page.form.k.set_value("20")
    page.form.make_button.click()
    page.dialog.accept()
    world.settle()
    page.saver.dialog.fileSelected.emit(str(tmp_path / "c.msma-conv"))
    world.settle()
    assert convention_file.read((tmp_path / "c.msma-conv").read_bytes()).k == 20
    assert page.form.number.text() == "n°\xa02"
    assert world.said() == ["À remettre aux cabinets\xa0: c.msma-conv"]
    assert a11y.problems(page) == []


def test_that_what_is_typed_outlives_a_reception(world, opened):
    page = opened(ConventionPage)
    page.form.nom.setText("Un autre nom")
    world.context.events.store_changed.emit(frozenset({"registre"}))
    world.settle()
    assert page.form.nom.text() == "Un autre nom"


def test_that_the_file_in_force_is_saved_again(world, opened):
    page = opened(ConventionPage)
    page.form.file_button.click()
    world.settle()
    assert page.saver.dialog is not None


def test_that_keys_that_nothing_vouches_for_are_refused_in_words(world, opened):
    world.desk.cles = new_keys()
    page = opened(ConventionPage)
    page.form.make_button.click()
    page.dialog.accept()
    world.settle()
    assert page.problem.title() == KeysNotFollowing.sentence


def test_that_a_renewal_refused_stays_open(world, opened, tmp_path):
    page = opened(ConventionPage)
    page.keys.renew_button.click()
    page.dialog.asked.emit(Secrets("une phrase", tmp_path / "b.age", "une autre phrase"))
    world.settle()
    assert NoKeys.sentence in page.dialog.field.error_text
