"""Pages are as high or as wide as the window allows, and turned by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from microstructure_desktop.ui.dialogs.page_sheets import WHOLE, WIDTH, PageSheets


def picture(colour=Qt.GlobalColor.black):
    made = QImage(210, 297, QImage.Format.Format_RGB32)
    made.fill(colour)
    return made


@pytest.fixture
def sheets(qtbot, theme):
    made = PageSheets()
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    made.set_count(3)
    return made


def test_that_a_whole_page_fits_and_a_wide_one_fills(sheets):
    whole = sheets._paper.sheet
    assert whole.height() <= 600
    sheets.set_fit(WIDTH)
    wide = sheets._paper.sheet
    assert 700 < wide.width() <= 800
    assert wide.height() > 600
    sheets.set_fit(WHOLE)
    assert sheets._paper.sheet == whole


def test_that_pages_keep_the_shape_of_paper(sheets):
    for size in ((800, 600), (500, 900), (1600, 400)):
        sheets.resize(*size)
        sheet = sheets._paper.sheet
        assert abs(sheet.height() / sheet.width() - 297 / 210) < 0.02


def test_that_the_size_shown_is_asked_once_in_dots(qtbot, sheets):
    with qtbot.waitSignal(sheets.dpi_wanted) as told:
        sheets.resize(900, 800)
    across = sheets._paper.sheet.width() * sheets.devicePixelRatioF()
    assert told.args == [round(across / (210 / 25.4))]
    with qtbot.assertNotEmitted(sheets.dpi_wanted):
        sheets._ask()


def test_that_keys_turn_the_pages(qtbot, sheets):
    pages = []
    sheets.page_changed.connect(pages.append)
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_Home):
        qtbot.keyClick(sheets, key)
    assert pages == [2, 3, 2, 1]
    qtbot.keyClick(sheets, Qt.Key.Key_PageUp)  # no page before the first
    assert pages == [2, 3, 2, 1]


def test_that_another_size_keeps_the_page(sheets):
    sheets.show_page(2)
    sheets.set_fit(WIDTH)
    assert sheets._page == 2


def test_that_a_page_is_white_until_it_is_drawn(sheets):
    def middle():
        image = sheets.grab().toImage()
        return image.pixelColor(400, 300).lightness()

    assert not sheets.is_drawn()
    assert middle() == 255
    for number in range(3):
        sheets.set_picture(number, picture())
    assert sheets.is_drawn()
    assert middle() == 0


def test_that_a_new_count_forgets_the_pictures(sheets):
    sheets.set_picture(0, picture())
    sheets.set_count(0)
    assert (sheets.count(), sheets.is_drawn()) == (0, False)


def test_that_a_page_that_lies_across_keeps_its_shape(sheets):
    across = QImage(300, 150, QImage.Format.Format_RGB32)
    across.fill(0)
    sheets.set_picture(0, across)
    image = sheets.grab().toImage()
    paper = sheets._paper
    middle = 24 + paper.sheet.height() // 2
    left = (image.width() - paper.sheet.width()) // 2 + 5
    assert image.pixelColor(left, middle).lightness() == 0
    assert image.pixelColor(left, middle - paper.sheet.height() // 3).lightness() == 255
