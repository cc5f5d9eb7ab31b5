"""Problem: what failed in words, what to do, and where the log is; never any data."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from microstructure_desktop.errors import AppError
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.note_line import NoteLine

from .frame import DialogFrame


class Problem(DialogFrame):
    """`log` is the folder of the technical log, named when it may help a support."""

    def __init__(self, parent: QWidget, error: AppError, log: Path | None = None) -> None:
        super().__init__(parent, "circle-alert", "danger", error.sentence, error.way_out)
        if log is not None:
            where = Paragraph(f"Journal technique, sans donnée de santé :\n{log}", "caption")
            where.set_selectable()
            self.body.addSpacing(4)
            self.body.addWidget(where)
            self.body.addWidget(NoteLine("shield-check", "Rien n’a été envoyé."))
        self.close_button = self.add_button("Fermer", "primary", accepts=True)
        self.close_button.setDefault(True)
