"""The interface is written in Source Sans Pro, loaded from its package."""

from PySide6.QtGui import QFontDatabase, QFontInfo

from microstructure_desktop.ui import fonts, look


def test_that_the_two_first_faces_are_loaded(theme):
    for weight in (fonts.REGULAR, fonts.STRONG):
        info = QFontInfo(fonts.font("body", weight))
        assert info.family() == fonts.FAMILY
        assert info.weight() == weight.value


def test_that_bold_and_italic_come_when_asked(theme):
    fonts.load_rest()
    assert {"Bold", "Italic"} <= set(QFontDatabase.styles(fonts.FAMILY))


def test_that_digits_are_of_one_width(theme, qapp):
    from PySide6.QtGui import QFontMetricsF

    metrics = QFontMetricsF(fonts.font())
    assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) == 1


def test_that_sizes_follow_the_text_size(theme):
    before = fonts.font("page").pixelSize()
    theme.choose("clair", 150)
    assert fonts.font("page").pixelSize() == round(before * 1.5)
    assert look.current().percent == 150
