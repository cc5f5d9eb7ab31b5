"""TextArea: several lines of plain text, and who will be able to read them."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QVBoxLayout, QWidget

from microstructure_desktop.ui import fonts, look

from .note_line import NoteLine
from .themed import Themed, set_flag
from .typed_text import clean

_LINE_HEIGHT = 113.0


class _Editor(Themed, QTextEdit):
    """Pasted text loses its dress; Tab goes on to the next field."""

    def __init__(self, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(2)
        self.restyle()

    def restyle(self) -> None:
        self.setFont(fonts.font())
        self.document().setDefaultFont(fonts.font())
        self.setMinimumHeight(self._height(self._lines))

    def sizeHint(self) -> QSize:
        return QSize(look.px(240), self._height(self._lines))

    def minimumSizeHint(self) -> QSize:
        return QSize(look.px(120), self._height(min(self._lines, 2)))

    def space_lines(self) -> None:
        spaced = QTextBlockFormat()
        kind = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        spaced.setLineHeight(_LINE_HEIGHT, kind)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(spaced)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # « Ctrl+Entrée » ends the form
        elif not self.isReadOnly():
            # by ourselves: in an empty spaced line Qt takes off the spacing instead of breaking
            self.textCursor().insertBlock()
            self.ensureCursorVisible()

    def _height(self, lines: int) -> int:
        line = self.fontMetrics().lineSpacing() * _LINE_HEIGHT / 100
        return round(lines * line) + 2 * look.control_px(6) + 6


class TextArea(QWidget):
    """`lines` is the least height.

    Signals:
        text_changed: at each key.
    """

    text_changed = Signal()

    def __init__(
        self, text: str = "", *, lines: int = 4, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.editor = _Editor(lines)
        self.editor.setAccessibleName(name)
        self._circle = NoteLine("info")
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        body.addWidget(self.editor, 1)
        body.addWidget(self._circle)
        self.setFocusProxy(self.editor)
        self.set_text(text)
        self.editor.textChanged.connect(self.text_changed)

    def text(self) -> str:
        return clean(self.editor.toPlainText())

    def set_text(self, text: str) -> None:
        self.editor.setPlainText(text)
        self.editor.space_lines()

    def set_note_circle(self, text: str) -> None:
        """« Lisible par … », under the text; empty hides it."""
        self._circle.set_text(text)
        self.editor.setAccessibleDescription(text)

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001
        self.editor.setReadOnly(read_only)
        set_flag(self.editor, "still", read_only)
