"""Theme: the palette, the fonts and the stylesheet of the application, light or dark."""

import re
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette, QStyleHints
from PySide6.QtWidgets import QApplication

from microstructure_desktop import assets

from . import fonts, look

_SCHEMES = {
    "systeme": Qt.ColorScheme.Unknown,
    "clair": Qt.ColorScheme.Light,
    "sombre": Qt.ColorScheme.Dark,
}
_ROLES = {
    QPalette.ColorRole.Window: "app",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.Highlight: "primary",
    QPalette.ColorRole.HighlightedText: "on_primary",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.ToolTipBase: "toast",
    QPalette.ColorRole.ToolTipText: "toast_text",
    QPalette.ColorRole.Link: "primary",
    QPalette.ColorRole.Accent: "primary",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Dark: "edge",
    QPalette.ColorRole.Shadow: "border",
}
_FADED = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)
_PIXELS = re.compile(r"\b(\d+)px")


class Theme(QObject):
    """Follows the system unless the person chose.

    Signals:
        changed: the look in force is another one; widgets of the kit need not listen.
    """

    changed = Signal()

    def __init__(self, preference: str = "systeme", percent: int = 100) -> None:
        super().__init__()
        fonts.load_first()
        self._preference = preference
        self._percent = percent
        self._follow()
        _hints().colorSchemeChanged.connect(self._on_scheme_changed)

    def choose(self, preference: str, percent: int) -> None:
        """Take over systeme | clair | sombre and a text size in percent, at once."""
        self._preference = preference
        self._percent = percent
        self._follow()

    def _follow(self) -> None:
        _hints().setColorScheme(_SCHEMES[self._preference])
        dark = _hints().colorScheme() is Qt.ColorScheme.Dark or self._preference == "sombre"
        self._wear(look.make(look.DARK if dark else look.LIGHT, self._percent))

    def _on_scheme_changed(self, scheme: Qt.ColorScheme) -> None:
        if self._preference == "systeme":
            name = look.DARK if scheme is Qt.ColorScheme.Dark else look.LIGHT
            self._wear(look.make(name, self._percent))

    def _wear(self, chosen: look.Look) -> None:
        if chosen == look.current() and self.property("worn"):
            return
        self.setProperty("worn", True)
        look.use(chosen)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.setPalette(palette())
        app.setFont(fonts.font())
        app.setStyleSheet(stylesheet())
        self.changed.emit()


def palette() -> QPalette:
    made = QPalette()
    for role, token in _ROLES.items():
        made.setColor(role, QColor(look.colour(token)))
    for role in _FADED:
        made.setColor(QPalette.ColorGroup.Disabled, role, look.colour("text3"))
    return made


def stylesheet() -> str:
    shown = look.current()

    def grown(found: re.Match[str]) -> str:
        return f"{shown.control_px(int(found[1]))}px"

    template = Template(_PIXELS.sub(grown, assets.text("theme", "base.qss")))
    return template.substitute(
        shown.colours, **{f"{name}_px": f"{shown.font_px(name)}px" for name in shown.fonts}
    )


def _hints() -> QStyleHints:
    return QApplication.styleHints()
