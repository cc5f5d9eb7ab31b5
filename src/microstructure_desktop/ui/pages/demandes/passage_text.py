"""PassageText: a text of the record to read, what is taken out of it crossed out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from microstructure_desktop.services.relecture import Relecture, passage
from microstructure_desktop.ui import look
from microstructure_desktop.ui.widgets.text_area import TextArea
from microstructure_desktop.ui.widgets.themed import Themed

_NAME = "Texte à relire : sélectionnez avec Maj et les flèches"


class PassageText(Themed, TextArea):
    """Nothing is typed there; it is selected with the mouse, or with Shift and the arrows.

    Signals:
        selection_changed: another passage is selected, or none.
    """

    selection_changed = Signal()

    def __init__(self) -> None:
        self._texte = ""
        self._relecture = Relecture()
        super().__init__(lines=6, name=_NAME)
        self.set_read_only(True)
        keys = Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.editor.setTextInteractionFlags(keys | Qt.TextInteractionFlag.TextSelectableByMouse)
        self.editor.selectionChanged.connect(self.selection_changed)

    def show_text(self, texte: str, relecture: Relecture) -> None:
        if texte != self._texte:
            self._texte = texte
            self.set_text(texte)
        self._relecture = relecture
        self.restyle()

    def restyle(self) -> None:
        """Cross out again, in the colours of the look in force."""
        texte, chosen = self._texte, self._relecture
        whole = [(0, len(texte))] if texte in chosen.textes else []
        places = whole or chosen.places(texte)
        self.editor.setExtraSelections([self._crossed(*place) for place in places])

    def selected(self) -> str:
        """The passage under the selection, widened to whole words."""
        cursor = self.editor.textCursor()
        ends = (cursor.selectionStart(), cursor.selectionEnd())
        debut, fin = (self._rank(end) for end in ends)
        return passage(self._texte, debut, fin) if fin > debut else ""

    def clear_selection(self) -> None:
        cursor = self.editor.textCursor()
        cursor.clearSelection()
        self.editor.setTextCursor(cursor)

    def _crossed(self, debut: int, fin: int) -> QTextEdit.ExtraSelection:
        cursor = QTextCursor(self.editor.document())
        cursor.setPosition(self._unit(debut))
        cursor.setPosition(self._unit(fin), QTextCursor.MoveMode.KeepAnchor)
        made = QTextEdit.ExtraSelection()
        made.cursor = cursor
        made.format.setFontStrikeOut(True)
        made.format.setForeground(look.colour("warn"))
        made.format.setBackground(look.colour("warn_bg"))
        return made

    def _rank(self, unit: int) -> int:
        """Qt counts in UTF-16."""
        return len(self._texte.encode("utf-16-le")[: 2 * unit].decode("utf-16-le", "ignore"))

    def _unit(self, rank: int) -> int:
        return len(self._texte[:rank].encode("utf-16-le")) // 2
