"""A passphrase: hidden as it is typed, shown on demand, paste allowed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from microstructure_desktop.ui.half_typed import NOWHERE
from microstructure_desktop.ui.widgets.buttons import IconButton
from microstructure_desktop.ui.widgets.line_edit import LineEdit


class PassphraseField(QWidget):
    """Signals:
    entered: the person pressed Enter.
    """

    entered = Signal()

    def __init__(
        self, name: str, parent: QWidget | None = None, *, what: str = "la phrase de passe"
    ) -> None:
        super().__init__(parent)
        self._what = what
        self.edit = LineEdit()
        self.edit.setAccessibleName(name)
        self.edit.setProperty(NOWHERE, True)
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.returnPressed.connect(self.entered)
        self.show_button = IconButton("eye", f"Afficher {what}", "quiet")
        self.show_button.setCheckable(True)
        self.show_button.toggled.connect(self._on_show_toggled)
        body = QHBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(6)
        body.addWidget(self.edit, 1)
        body.addWidget(self.show_button)
        self.setFocusProxy(self.edit)

    def text(self) -> str:
        return self.edit.text()

    def clear(self) -> None:
        self.edit.clear()
        self.show_button.setChecked(False)

    def _on_show_toggled(self, shown: bool) -> None:  # noqa: FBT001 -- Qt's signal
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.edit.setEchoMode(mode)
        self.show_button.set_icon("eye-off" if shown else "eye")
        self.show_button.set_tip(f"{'Cacher' if shown else 'Afficher'} {self._what}")
