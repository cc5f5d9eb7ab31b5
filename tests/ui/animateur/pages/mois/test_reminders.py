"""Reminders: chosen, then letters in one file or messages in a folder."""

import pytest
from PySide6.QtCore import Qt

from microstructure_desktop.ui.animateur.pages.mois.page import MoisPage
from microstructure_desktop.ui.animateur.pages.mois.reminders import RemindersDialog
from tests.ui import a11y


@pytest.fixture
def page(world, opened):
    for code in ("OCC-31-001", "OCC-31-002"):
        world.region.cabinet(code)
    made = opened(MoisPage)
    made.remind_button.click()
    world.settle()
    assert isinstance(made.dialog, RemindersDialog)
    return made


def test_that_each_structure_is_listed_with_what_it_owes(page):
    assert len(page.dialog.boxes) == 2
    assert a11y.problems(page.dialog) == []
    for box in page.dialog.boxes:
        box.setChecked(False)
    assert not page.dialog.letters_button.isEnabled()
    assert page.dialog.chosen() == ()


def test_that_letters_go_to_one_file(page, world, tmp_path):
    page.dialog.letters_button.click()
    world.settle()
    page.reminders.saver.dialog.fileSelected.emit(str(tmp_path / "r.pdf"))
    world.settle()
    assert (tmp_path / "r.pdf").read_bytes().startswith(b"%PDF")
    assert world.said() == ["Lettres enregistrées\xa0: r.pdf"]


def test_that_only_those_chosen_get_a_message(page, world, tmp_path):
    page.dialog.boxes[0].setChecked(False)
    page.dialog.messages_button.click()
    page.reminders.folder.fileSelected.emit(str(tmp_path))
    world.settle()
    assert [each.name for each in tmp_path.glob("*.eml")] == ["relance_OCC-31-002.eml"]
    assert world.said() == ["1\xa0message prêt à ouvrir dans votre messagerie"]


def test_that_a_folder_that_is_gone_is_told(page, world, tmp_path):
    page.dialog.messages_button.click()
    page.reminders.folder.fileSelected.emit(str(tmp_path / "gone"))
    world.settle()
    assert "enregistré" in page.problem.title()
    page.reminders.close()


def test_that_nobody_is_reminded_of_nothing(world, opened):
    page = opened(MoisPage)
    assert not page.remind_button.isEnabled()


def test_that_a_whole_region_fits_in_the_smallest_window(world, opened):
    for rank in range(1, 21):
        world.region.cabinet(f"OCC-31-{rank:03}")
    page = opened(MoisPage)
    page.remind_button.click()
    world.settle()
    assert len(page.dialog.chosen()) == 20
    assert page.dialog.height() <= 640
    last = page.dialog.boxes[-1]
    last.setFocus(Qt.FocusReason.TabFocusReason)
    assert a11y.problems(page.dialog) == []
