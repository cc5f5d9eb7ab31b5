"""Who has an account, and the way to the page where that is changed."""

from PySide6.QtCore import Signal

from microstructure_desktop.domain.equipe import Membre
from microstructure_desktop.ui.role_words import ROLE_WORDS
from microstructure_desktop.ui.widgets.avatar import RoleDot
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Label
from microstructure_desktop.ui.widgets.layouts import clear, column, row
from microstructure_desktop.ui.widgets.note_line import NoteLine
from microstructure_desktop.ui.widgets.tag import Tag
from microstructure_desktop.ui.widgets.themed import show_when

_MANAGE, _SEE = "Gérer l’équipe et les droits", "Voir l’équipe et les droits"


class TeamCard(Card):
    """Signals:
    asked: the person wants the page of the team.
    sheet_asked: the recovery sheet is to be printed and proved.
    """

    asked = Signal()
    sheet_asked = Signal()

    def __init__(self) -> None:
        super().__init__("L’équipe")
        self._members = column(spacing=8)
        self.open_button = Button(_SEE, "link", "users")
        self.open_button.clicked.connect(self.asked)
        self.header.addWidget(self.open_button)
        self.body.addLayout(self._members)
        self.reminder = NoteLine("key-round", "", "secondary", "warn", ink="text")
        self.sheet_button = Button("Imprimer et prouver", icon="printer")
        self.sheet_button.clicked.connect(self.sheet_asked)
        self.body.addWidget(self.reminder)
        self.body.addLayout(row(None, self.sheet_button))
        self._show_reminder("")

    def show_team(self, membres: tuple[Membre, ...], *, may_manage: bool, rappel: str = "") -> None:
        """Those taken out for good are not there. `rappel`: what is left to do with the recovery
        sheet; "" when nothing is.
        """
        self._show_reminder(rappel)
        self.open_button.setText(_MANAGE if may_manage else _SEE)
        clear(self._members)
        for membre in (m for m in membres if m.retire_le is None):
            words = column(
                Label(membre.nom_complet, "strong"),
                Label(ROLE_WORDS[membre.role.value], "caption"),
                spacing=0,
            )
            line = row(RoleDot(membre.role.value), words, spacing=12)
            line.setStretchFactor(words, 1)
            if not membre.actif:
                line.addWidget(Tag("Suspendu"))
            self._members.addLayout(line)

    def _show_reminder(self, rappel: str) -> None:
        self.reminder.set_text(rappel)
        show_when(self.sheet_button, bool(rappel))
