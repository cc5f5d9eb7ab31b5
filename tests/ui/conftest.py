"""What interface tests share: the dressed application, a way to type French, settled events."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCursor, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from microstructure_desktop.ui import icons
from microstructure_desktop.ui.application import create_application
from microstructure_desktop.ui.theme import Theme


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """The test application, dressed once."""
    _, made = create_application(preference="clair")
    qapp.setProperty("theme_under_test", made)
    icons.wake()
    QCursor.setPos(5000, 5000)  # nothing is hovered unless a test wants it
    return made


@pytest.fixture(autouse=True)
def _light(theme: Theme) -> Iterator[None]:
    theme.choose("clair", 100)
    yield
    theme.choose("clair", 100)


@pytest.fixture
def taper() -> Callable[[QWidget, str], None]:
    """Type any text: QTest.keyClicks aborts the process on the first accent."""

    def typed(widget: QWidget, text: str) -> None:
        for sign in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, sign)
                QApplication.sendEvent(widget, event)

    return typed


@pytest.fixture
def show(qtbot) -> Iterator[Callable[..., QWidget]]:
    """Put a widget on screen, laid out at a size, and keep it alive until the end."""
    kept = []

    def shown(widget: QWidget, width: int = 600, height: int = 0) -> QWidget:
        kept.append(widget)
        qtbot.addWidget(widget)
        widget.resize(width, height or widget.sizeHint().height())
        widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)
        return widget

    yield shown
    kept.clear()
