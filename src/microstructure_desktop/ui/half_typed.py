"""What was being typed in a dialog when the screen was locked: no page keeps it."""

from typing import Any

from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QTextEdit, QWidget

Typed = dict[str, Any]
NOWHERE = "nowhere"
"""The property of a field that is kept nowhere, shown on screen or not."""


def half_typed(window: QWidget) -> Typed | None:
    """The dialog in front and its texts, by the name of their field; a passphrase is never one."""
    for dialog in reversed(window.findChildren(QDialog)):
        if dialog.isVisible() and not isinstance(dialog, QFileDialog):
            texts = _texts(dialog)
            if texts:
                title = dialog.accessibleName() or dialog.windowTitle()
                return {"titre": title, "textes": texts}
    return None


def _texts(dialog: QDialog) -> list[list[str]]:
    lines = [
        [line.accessibleName(), line.text()]
        for line in dialog.findChildren(QLineEdit)
        if line.isModified()
        and line.echoMode() is QLineEdit.EchoMode.Normal
        and not line.property(NOWHERE)
    ]
    areas = [
        [area.accessibleName(), area.toPlainText()]
        for area in dialog.findChildren(QTextEdit)
        if not area.isReadOnly()
    ]
    return [[name, text] for name, text in lines + areas if text.strip()]
