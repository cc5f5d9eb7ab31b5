"""Styles stay readable on paper, in colour or not."""

import pytest

from microstructure_desktop.reports import styles
from microstructure_desktop.reports.fonts import REGULAR, SEMIBOLD
from microstructure_desktop.reports.styles import Style

ALL = {name: value for name, value in vars(styles).items() if isinstance(value, Style)}


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("style", ALL.values(), ids=ALL)
def test_that_text_is_dark_enough_and_lines_do_not_touch(style):
    assert 1.05 / (luminance(style.colour) + 0.05) >= 6
    assert style.leading >= style.size * 1.2
    assert style.size >= 7.5
    assert style.font in (REGULAR, SEMIBOLD)


def test_that_the_page_is_a4_with_wide_margins():
    assert (round(styles.PAGE_WIDTH, 1), round(styles.PAGE_HEIGHT, 1)) == (595.3, 841.9)
    assert min(styles.MARGIN, styles.TOP, styles.BOTTOM) >= 20 * styles.MM
