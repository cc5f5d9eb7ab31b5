"""DefinitionButton: what a figure counts, under the pointer, and on the page when asked."""

from PySide6.QtWidgets import QWidget

from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.widgets.banner import announce
from microstructure_desktop.ui.widgets.buttons import IconButton
from microstructure_desktop.ui.widgets.labels import Paragraph


class DefinitionButton(IconButton):
    """`text` is the paragraph it shows and hides; who places the button places it too."""

    def __init__(self, titre: str, definition: str, parent: QWidget | None = None) -> None:
        super().__init__("circle-question-mark", definition, "quiet", parent=parent)
        self.setAccessibleName(f"Définition{NBSP}: {titre}")
        self.setCheckable(True)
        self.text_shown = Paragraph(definition, "secondary")
        self.text_shown.hide()
        self.toggled.connect(self._on_toggled)

    def _on_toggled(self, shown: bool) -> None:  # noqa: FBT001
        self.text_shown.setVisible(shown)
        if shown:
            announce(self, self.text_shown.text())
