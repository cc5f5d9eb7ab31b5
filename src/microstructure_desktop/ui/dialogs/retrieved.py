"""Retrieved: what was being typed in a dialog that the lock closed."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.text_area import TextArea

from .frame import DialogFrame

_TITLE = "Ce que vous tapiez est retrouvé"
_WIDTH = 520


class Retrieved(DialogFrame):
    """Read only, to be copied: the dialog itself is opened again by whoever wants it."""

    def __init__(self, parent: QWidget, title: str, texts: Sequence[tuple[str, str]]) -> None:
        text = (
            f"L’écran s’est verrouillé pendant «{NBSP}{title}{NBSP}». Rien n’y était enregistré"
            f"{NBSP}: copiez ce qu’il vous faut, puis recommencez."
        )
        super().__init__(parent, "undo-2", "info", _TITLE, text, _WIDTH)
        self.areas = [TextArea(typed, lines=2) for _, typed in texts]
        self.body.addSpacing(6)
        for (label, _), area in zip(texts, self.areas, strict=True):
            area.set_read_only(True)
            self.body.addWidget(Field(label or "Texte", area))
        self.close_button = self.add_button("Fermer", "primary", accepts=True)
        self.close_button.setDefault(True)
