"""A chart is painted at any size, walked with the arrows, told in words, and chosen from."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from microstructure_desktop.ui import look
from microstructure_desktop.ui.widgets.chart import Chart
from tests.charts.cases import barres, cascade, courbe, rangee
from tests.ui.a11y import name_of, problems

PAD = 8
EMPTY = courbe(rangee("", None, None, None, None))
LONG = tuple(f"Un libellé bien long, numéro {n}" for n in range(24))


@pytest.fixture
def make(show):
    def made(graphique, width=480, **options):
        chart = show(Chart(graphique, **options), width)
        chart.resize(width, chart.heightForWidth(width))
        chart.told, chart.walked = [], []
        chart.chosen.connect(lambda index, rank: chart.told.append((index, rank)))
        chart.current_changed.connect(chart.walked.append)
        chart.clearFocus()
        chart.setFocus(Qt.FocusReason.TabFocusReason)
        return chart

    return made


def place(chart, index, rank=0) -> QPoint:
    x, y = chart._drawing(chart.width()).zone_of(index, rank).at
    return QPoint(round(x) + PAD, round(y) + PAD)


def press(qtbot, chart, *keys):
    for key in keys:
        qtbot.keyClick(chart, getattr(Qt.Key, f"Key_{key}"))
    return chart.current()


def said(chart) -> str:
    return chart.accessibleDescription().replace("\u00a0", " ")


def colours(chart) -> set[str]:
    image = chart.grab().toImage()
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("name", ["clair", "sombre"])
def test_that_points_and_bars_are_painted_where_they_are(theme, make, name, percent):
    theme.choose(name, percent)
    line = make(courbe())
    line.clearFocus()
    image = line.grab().toImage()
    assert image.pixelColor(place(line, 0)) == look.colour("primary")
    assert image.pixelColor(place(line, 3)) == look.colour("surface")  # hollow: provisional
    bars = make(barres())
    bars.clearFocus()
    image = bars.grab().toImage()
    assert image.pixelColor(place(bars, 0) + QPoint(0, 12)) == look.colour("primary")
    assert image.pixelColor(place(bars, 0, 1) + QPoint(0, 12)) == look.colour("track")
    steps = make(cascade())
    steps.clearFocus()
    image = steps.grab().toImage()
    assert image.pixelColor(place(steps, 1) - QPoint(8, 0)) == look.colour("primary")
    assert image.pixelColor(place(steps, 1) + QPoint(8, 0)) == look.colour("track")


def test_that_the_keyboard_is_seen(make):
    chart = make(courbe())
    assert {look.colour("focus").name(), look.colour("selected").name()} <= colours(chart)
    chart.clearFocus()
    assert not {look.colour("focus").name(), look.colour("selected").name()} & colours(chart)


def test_that_arrows_walk_months_then_lines(make, qtbot):
    chart = make(courbe())
    seen = [press(qtbot, chart, key) for key in ("Right", "Right", "Down", "Left", "Up", "End")]
    assert seen == [(1, 0), (2, 0), (2, 1), (1, 1), (1, 0), (3, 0)]
    assert press(qtbot, chart, "Right", "Up") == (3, 0)
    assert press(qtbot, chart, "Home", "Left") == (0, 0)
    assert chart.walked == [1, 2, 2, 1, 1, 3, 3, 3, 0, 0]


def test_that_arrows_go_down_bars_that_lie(make, qtbot):
    names = ("Un libellé bien trop long pour tenir debout sur deux lignes", "Là", "Loin")
    chart = make(replace(barres(), categories=names))
    seen = [press(qtbot, chart, key) for key in ("Down", "Right", "Down", "Left", "Up")]
    assert seen == [(1, 0), (1, 1), (2, 1), (2, 0), (1, 0)]


@pytest.mark.parametrize("key", ["Right", "Down"])
def test_that_any_arrow_walks_a_single_row(make, qtbot, key):
    for graphique in (courbe(rangee("", 1, 2, 3, 4)), cascade()):
        assert press(qtbot, make(graphique), key, key) == (2, 0)


def test_that_enter_chooses_what_is_known(make, qtbot):
    chart = make(courbe())
    press(qtbot, chart, "Return", "Right", "Enter", "Down", "Return")
    assert chart.told == [(0, 0), (1, 1)]  # February is missing


def test_that_a_click_chooses_the_nearest(make, qtbot):
    chart = make(courbe())
    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(chart, left, pos=place(chart, 2))
    qtbot.mouseClick(chart, left, pos=place(chart, 2, 1) + QPoint(4, 6))
    qtbot.mouseClick(chart, left, pos=place(chart, 1))
    qtbot.mouseClick(chart, Qt.MouseButton.RightButton, pos=place(chart, 0))
    qtbot.mouseClick(chart, left, pos=QPoint(2, 2))
    assert chart.told == [(2, 0), (2, 1)]
    assert chart.current() == (1, 0)


def test_that_without_the_right_nothing_is_chosen(make, qtbot):
    chart = make(barres(), choosable=False)
    press(qtbot, chart, "Return")
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=place(chart, 0))
    assert chart.told == []
    qtbot.mouseMove(chart, place(chart, 0))
    assert chart.cursor().shape() is Qt.CursorShape.ArrowCursor


def test_that_a_hand_shows_what_can_be_chosen(make, qtbot):
    chart = make(courbe())
    shapes = []
    for index in (0, 1):
        qtbot.mouseMove(chart, place(chart, index) - QPoint(0, 2))
        shapes.append(chart.cursor().shape())
    assert shapes == [Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor]


def test_that_it_is_told_in_words(make, qtbot):
    chart = make(courbe())
    assert name_of(chart) == "File active"
    assert said(chart).startswith("Courbe par mois, de janvier 2026 à avril 2026. 2026 : de 12")
    assert said(chart).endswith(" Janvier 2026 : 12 patients.")
    press(qtbot, chart, "End")
    assert said(chart).endswith(" Avril 2026 : 20 patients, provisoire.")
    assert problems(chart) == []


def test_that_the_pointer_and_the_arrows_show_the_value(make, qtbot):
    chart = make(courbe())
    press(qtbot, chart, "End")
    assert QToolTip.text() == "Avril\u00a02026\u00a0: 20\u00a0patients, provisoire"
    over = place(chart, 0)
    QApplication.sendEvent(chart, QHelpEvent(QEvent.Type.ToolTip, over, chart.mapToGlobal(over)))
    assert QToolTip.text() == "Janvier\u00a02026\u00a0: 12\u00a0patients"


def test_that_without_values_it_says_so(make, qtbot):
    chart = make(EMPTY)
    assert look.colour("text3").name() in colours(chart)
    assert said(chart).endswith("Aucune valeur.")
    assert press(qtbot, chart, "Right", "Return") == (0, 0)
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    assert chart.told == []


def test_that_another_chart_starts_again(make, qtbot):
    chart = make(courbe())
    press(qtbot, chart, "End")
    chart.show_chart(cascade())
    assert chart.current() == (0, 0)
    assert name_of(chart) == "Hépatite C"
    assert said(chart).startswith("Cascade en 4 étapes")


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("width", [260, 480, 900])
@pytest.mark.parametrize(
    "graphique",
    [
        courbe(),
        courbe(rangee("", 0, 0, 0, 0)),
        barres(rangee("", 0, 0, 0)),
        barres(rangee("", *range(24)), noms=LONG),
        cascade(),
    ],
)
def test_that_any_chart_fits_its_widget(theme, make, graphique, width, percent):
    theme.choose("clair", percent)
    chart = make(graphique, max(width, look.px(260)))
    drawing = chart._drawing(chart.width())
    assert drawing.width + 2 * PAD <= chart.width()
    assert drawing.height + 2 * PAD <= chart.height() + 1


def test_that_it_grows_with_the_text(theme, make):
    chart = make(courbe())
    low = chart.sizeHint().height()
    theme.choose("clair", 150)
    assert chart.sizeHint().height() > 1.3 * low
    assert chart.minimumSizeHint().width() < chart.sizeHint().width()
