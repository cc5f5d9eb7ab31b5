"""Confirm: ask before what cannot be undone."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.line_edit import LineEdit

from .frame import DialogFrame


class Confirm(DialogFrame):
    """The buttons repeat the verb; the keyboard starts on the harmless one.

    With `word`, the action waits until that word is typed. Show it with `open()`.
    """

    def __init__(  # noqa: PLR0913 -- a question is told whole
        self,
        parent: QWidget,
        title: str,
        text: str,
        action: str,
        *,
        refusal: str = "Annuler",
        danger: bool = True,
        word: str = "",
    ) -> None:
        tone = "danger" if danger else "warn"
        super().__init__(parent, "triangle-alert", tone, title, text)
        self._word = word
        self.word_edit = LineEdit()
        if word:
            self.body.addSpacing(6)
            self.body.addWidget(Field(f"Tapez « {word} » pour continuer", self.word_edit))
            self.word_edit.textChanged.connect(self._on_word_changed)
        self.refuse_button = self.add_button(refusal, accepts=False)
        kind = "danger" if danger else "primary"
        self.accept_button = self.add_button(action, kind, accepts=True)
        self.accept_button.setEnabled(not word)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        first = self.word_edit if self._word else self.refuse_button
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_word_changed(self, typed: str) -> None:
        self.accept_button.setEnabled(typed.strip().lower() == self._word.lower())
