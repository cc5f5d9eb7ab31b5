"""FileField: the place of a file, typed or chosen in the window of the system."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.layouts import row
from microstructure_desktop.ui.widgets.line_edit import LineEdit


class FileField(QWidget):
    """`name` is proposed for a file to write; without it, a file that exists is wanted."""

    def __init__(self, title: str, name: str = "") -> None:
        super().__init__()
        self._title, self._name = title, name
        self.editor = LineEdit()
        self.choose_button = Button("Choisir…", "normal", "folder-open")
        self.choose_button.setAccessibleName(title)
        self.choose_button.clicked.connect(self.choose)
        line = row(self.editor, self.choose_button, spacing=8)
        line.setStretch(0, 1)
        self.setLayout(line)
        self.setFocusProxy(self.editor)

    def path(self) -> Path | None:
        """None while nothing was typed or chosen."""
        typed = self.editor.text().strip()
        return Path(typed).expanduser() if typed else None

    def set_path(self, path: Path) -> None:
        self.editor.setText(str(path))

    def choose(self) -> None:
        """Open the window of the system."""
        dialog = QFileDialog(self, self._title, "", "Clés (*.age);;Tous (*)")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._name:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setDefaultSuffix("age")
            dialog.selectFile(self._name)
        else:
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_chosen)
        dialog.open()

    def _on_chosen(self, name: str) -> None:
        self.set_path(Path(name))
