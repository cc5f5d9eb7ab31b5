"""ReleaseDialog: before figures leave for ever: how many, and whether the texts were read again."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from microstructure_desktop.ui.dialogs.frame import DialogFrame
from microstructure_desktop.ui.widgets.check_box import CheckBox
from microstructure_desktop.ui.widgets.labels import Paragraph

from . import words


class ReleaseDialog(DialogFrame):
    """`counts`: what leaves. `doubts`: texts that may name somebody, read again first."""

    def __init__(self, parent: QWidget, annee: int, counts: str, doubts: int) -> None:
        title = words.release_question(annee)
        super().__init__(parent, "send", "warn", title, words.RELEASE_TEXT)
        self.body.addWidget(Paragraph(counts, "body"))
        self.read_again = CheckBox(words.READ_AGAIN)
        self.body.addWidget(self.read_again)
        self.read_again.setVisible(bool(doubts))
        self.refuse_button = self.add_button("Annuler", accepts=False)
        self.accept_button = self.add_button(words.RELEASE_VERB, "primary", accepts=True)
        self.accept_button.setEnabled(not doubts)
        self.read_again.toggled.connect(self.accept_button.setEnabled)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refuse_button.setFocus(Qt.FocusReason.OtherFocusReason)
