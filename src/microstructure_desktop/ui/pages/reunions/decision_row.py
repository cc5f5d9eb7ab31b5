"""DecisionRow: one decision, who does it and when; the pencil changes it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.equipe import Membre
from microstructure_desktop.domain.synthese import Decision
from microstructure_desktop.ui.widgets.buttons import IconButton
from microstructure_desktop.ui.widgets.icon_label import IconLabel
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import row
from microstructure_desktop.ui.widgets.roles import ROLE_ICONS
from microstructure_desktop.ui.widgets.tag import Tag


class DecisionRow(QWidget):
    """Signals:
    edit_clicked: the person wants to change it.
    """

    edit_clicked = Signal()

    def __init__(
        self,
        decision: Decision,
        membre: Membre | None,
        *,
        closed: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.decision = decision
        line = row(role_sign(membre), spacing=12, margins=(0, 7, 0, 7))
        line.addWidget(Paragraph(decision.texte, "body"), 1)
        line.addWidget(Label(membre.nom_affiche if membre else "Toute l’équipe", "secondary"))
        if decision.echeance.strip():
            line.addWidget(Tag(decision.echeance.strip()))
        self.edit_button = IconButton("pencil", "Modifier cette décision", "quiet")
        self.edit_button.clicked.connect(self.edit_clicked)
        line.addWidget(self.edit_button)
        if closed:
            self.edit_button.hide()
        self.setLayout(line)


def role_sign(membre: Membre | None) -> IconLabel:
    role = membre.role.value if membre else "equipe"
    return IconLabel(ROLE_ICONS[role], role, 18)
