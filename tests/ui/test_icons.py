"""Icons come from the package, in the colour asked, and are drawn once."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QPainter, QPixmap

from microstructure_desktop.ui import icons, look
from microstructure_desktop.ui.widgets.banner import SIGNS as BANNER_SIGNS
from microstructure_desktop.ui.widgets.roles import ROLE_ICONS
from microstructure_desktop.ui.widgets.section_nav import SIGNS as NAV_SIGNS
from microstructure_desktop.ui.widgets.toast import SIGNS as TOAST_SIGNS


def colours_in(pixmap: QPixmap) -> set[str]:
    image = pixmap.toImage()
    return {
        QColor(image.pixel(x, y)).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }


def test_that_an_icon_wears_the_colour_asked(theme):
    assert colours_in(icons.pixmap("house", "danger", 32)) == {
        look.colour("danger").name(),
    }


def test_that_an_icon_is_drawn_once(theme):
    first = icons.pixmap("house", "text2", 18)
    assert icons.pixmap("house", "text2", 18).cacheKey() == first.cacheKey()
    theme.choose("sombre", 100)
    assert icons.pixmap("house", "text2", 18).cacheKey() != first.cacheKey()


def test_that_the_icon_of_the_application_is_ours(theme):
    assert not icons.icon(icons.APPLICATION, "#0B6670", 64).isNull()


def test_that_every_icon_the_kit_names_exists(theme):
    named = {*ROLE_ICONS.values(), *BANNER_SIGNS.values(), *TOAST_SIGNS.values()}
    named |= {name for name, _ in NAV_SIGNS.values()}
    assert named <= set(icons.names())


def test_that_an_unknown_icon_is_refused(theme):
    with pytest.raises(KeyError):
        icons.pixmap("licorne")


def test_that_the_first_icons_wait_for_the_first_paint(theme, qtbot):
    sheet = QPixmap(24, 24)
    sheet.fill(QColor("white"))
    icons._asleep["waking"] = False
    painter = QPainter(sheet)
    icons.draw(painter, QPoint(0, 0), "house", "text", 24)
    asleep = colours_in(sheet)
    qtbot.waitUntil(lambda: not icons._asleep)
    icons.draw(painter, QPoint(0, 0), "house", "text", 24)
    painter.end()
    assert asleep == {"#ffffff"}
    assert look.colour("text").name() in colours_in(sheet)
