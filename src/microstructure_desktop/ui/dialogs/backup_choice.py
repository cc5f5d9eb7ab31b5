"""BackupChoice: one of the backups found on this computer, or a file from elsewhere."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QSizePolicy, QWidget

from microstructure_desktop.services.sauvegardes import Sauvegarde
from microstructure_desktop.ui import backup_words
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.combo_field import ComboField
from microstructure_desktop.ui.widgets.layouts import column, row
from microstructure_desktop.ui.widgets.themed import show_when

FILTER = "Sauvegarde (*.msmabak)"


class BackupChoice(QWidget):
    """The latest one that is not known to be damaged is proposed.

    Signals:
        changed: Path of the file.
    """

    changed = Signal(object)

    def __init__(self, found: Sequence[Sauvegarde], chosen: Path | None = None) -> None:
        super().__init__()
        self._labels = {str(one.chemin): _label(one) for one in found if not one.abimee}
        self.found = ComboField()
        self.found.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.found.setAccessibleName("Sauvegarde")
        self.other_button = Button("Choisir un autre fichier…", icon="folder-open")
        self.setLayout(column(self.found, row(self.other_button, None), spacing=8))
        self.setFocusProxy(self.found if self._labels or chosen else self.other_button)
        self.found.changed.connect(self._on_found_chosen)
        self.other_button.clicked.connect(self.ask)
        self._show(chosen)

    def path(self) -> Path | None:
        return Path(self.found.value()) if self.found.value() else None

    def ask(self) -> None:
        """Open the window of the system."""
        dialog = file_dialog(self)
        dialog.fileSelected.connect(self._on_file_chosen)
        dialog.open()

    def _show(self, chosen: Path | None) -> None:
        if chosen is not None and str(chosen) not in self._labels:
            self._labels = {str(chosen): chosen.name, **self._labels}
        self.found.set_choices(self._labels.items())
        self.found.set_value(str(chosen) if chosen is not None else next(iter(self._labels), ""))
        show_when(self.found, bool(self._labels))

    def _on_found_chosen(self, name: str) -> None:
        self.changed.emit(Path(name))

    def _on_file_chosen(self, name: str) -> None:
        self._show(Path(name))
        self.changed.emit(Path(name))


def file_dialog(parent: QWidget) -> QFileDialog:
    dialog = QFileDialog(parent, "Choisir une sauvegarde", "", f"{FILTER};;Tous (*)")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return dialog


def _label(one: Sauvegarde) -> str:
    return f"{backup_words.moment(one.faite_le)} · {backup_words.REASONS[one.genre].lower()}"
