"""DecisionRow: one decision, who does it and when, what it leads to; the pencil changes it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.equipe import Membre
from microstructure_desktop.domain.synthese import Decision
from microstructure_desktop.ui.widgets.buttons import Button, IconButton
from microstructure_desktop.ui.widgets.icon_label import IconLabel
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import column, row
from microstructure_desktop.ui.widgets.roles import ROLE_ICONS
from microstructure_desktop.ui.widgets.tag import Tag

from . import due, words


class DecisionRow(QWidget):
    """Signals:
    edit_clicked: the person wants to change it.
    act_clicked: the person wants to do now what it leads to.
    """

    edit_clicked = Signal()
    act_clicked = Signal()

    def __init__(
        self,
        decision: Decision,
        membre: Membre | None,
        *,
        closed: bool,
        act: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.decision = decision
        line = row(role_sign(membre), spacing=12, margins=(0, 7, 0, 7))
        said = column(Paragraph(decision.texte, "body"), spacing=0)
        self.act_button = Button(act, "link", "arrow-right", trailing=True)
        self.act_button.clicked.connect(self.act_clicked)
        said.addLayout(row(self.act_button, None))  # alone, it would narrow the words
        if not act:
            self.act_button.hide()
        line.addLayout(said, 1)
        if decision.type is not None:
            line.addWidget(Tag(words.KINDS[decision.type][0], "info"))
        line.addWidget(Label(membre.nom_affiche if membre else "Toute l’équipe", "secondary"))
        when = due.short(decision)
        if when:
            line.addWidget(Tag(when))
        self.edit_button = IconButton("pencil", "Modifier cette décision", "quiet")
        self.edit_button.clicked.connect(self.edit_clicked)
        line.addWidget(self.edit_button)
        if closed:
            self.edit_button.hide()
        self.setLayout(line)


def role_sign(membre: Membre | None) -> IconLabel:
    role = membre.role.value if membre else "equipe"
    return IconLabel(ROLE_ICONS[role], role, 18)
