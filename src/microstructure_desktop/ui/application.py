"""Application: QApplication with French words, our theme and one place for the unexpected."""

import logging
import sys
from collections.abc import Callable, Sequence
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from microstructure_desktop import log

from .theme import Theme

NAME = "Microstructure"

_log = logging.getLogger(__name__)


def create_application(
    argv: Sequence[str] = (), preference: str = "systeme", percent: int = 100
) -> tuple[QApplication, Theme]:
    """The one QApplication of the process, dressed; a second call dresses it again."""
    app = QApplication.instance() or QApplication(list(argv) or [NAME])
    assert isinstance(app, QApplication)
    app.setApplicationName(NAME)
    app.setApplicationDisplayName("")  # else Qt adds it to every window title
    app.setDesktopFileName("microstructure")
    app.setStyle("Fusion")
    QLocale.setDefault(QLocale(QLocale.Language.French, QLocale.Country.France))
    _speak_french(app)
    return app, Theme(preference, percent)


def set_window_icon(app: QApplication) -> None:
    """Apart, because drawing it loads QtSvg: call it once the first window is shown."""
    from . import icons

    app.setWindowIcon(icons.icon(icons.APPLICATION, "#0B6670", 128))


def install_hook(on_unexpected: Callable[[], None]) -> None:
    """Log where an unexpected error happened, never its message, then tell the person."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        _log.critical("%s", log.place(error))
        on_unexpected()

    sys.excepthook = hook


def _speak_french(app: QApplication) -> None:
    if app.findChild(QTranslator):
        return
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load("qtbase_fr", folder):
        app.installTranslator(translator)
