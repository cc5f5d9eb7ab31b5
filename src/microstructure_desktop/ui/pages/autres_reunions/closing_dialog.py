"""ClosingDialog: what ends with the meeting, asked because it cannot be undone."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.reunion import Reunion
from microstructure_desktop.ui import texts
from microstructure_desktop.ui.dialogs.frame import DialogFrame
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.note_line import NoteLine

_TEXT = "Son compte rendu ne pourra plus changer."


class ClosingDialog(DialogFrame):
    """`doubts`: how many texts seem to name somebody followed."""

    def __init__(self, parent: QWidget, reunion: Reunion, doubts: int) -> None:
        super().__init__(parent, "printer", "primary", "Clore la réunion ?", _TEXT)
        people = texts.count(len(reunion.membres) + len(reunion.invites), "participant")
        points = texts.count(sum(bool(p.texte.strip()) for p in reunion.points), "point rédigé")
        made = sum(bool(a.texte.strip()) for a in reunion.actions)
        actions = texts.count(made, "action") if made else "aucune action"
        self.body.addWidget(Paragraph(f"{people}, {points}, {actions}.", "body"))
        if reunion.fin is None:
            self.body.addWidget(NoteLine("info", "L’heure de fin n’est pas notée.", "body"))
        if doubts:
            where = texts.count(doubts, "texte")
            said = f"Un nom semble cité dans {where}. Relisez avant de clore."
            self.body.addWidget(NoteLine("triangle-alert", said, "label", "warn"))
        self.body.addStretch(1)
        self.back_button = self.add_button("Revenir à la réunion", accepts=False)
        self.close_button = self.add_button("Clore et imprimer", "primary", accepts=True)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.back_button.setFocus(Qt.FocusReason.OtherFocusReason)
