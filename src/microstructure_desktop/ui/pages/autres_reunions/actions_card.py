"""ActionsCard: what the meeting decided, who does it and when."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.ids import DecisionId, new_id
from microstructure_desktop.domain.reunion import Reunion
from microstructure_desktop.domain.synthese import Decision
from microstructure_desktop.services.actions_decidees import peut_agir
from microstructure_desktop.services.autres_reunions import ReunionOuverte
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.labels import Label
from microstructure_desktop.ui.widgets.layouts import clear, column

from .action_row import ActionRow
from .part import Part

if TYPE_CHECKING:
    from microstructure_desktop.domain.equipe import Membre


class ActionsCard(Part):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Actions décidées", parent=parent)
        self.rows: list[ActionRow] = []
        self._membres: list[Membre] = []
        self._closed = False
        self.add_button = Button("Ajouter une action", "link", "plus", shortcut="Ctrl+Shift+A")
        self.header.addWidget(self.add_button)
        self._lines = column(spacing=10)
        self._none = Label("Aucune action pour l’instant.", "secondary", "text3")
        self.body.addLayout(self._lines)
        self.body.addWidget(self._none)
        self.add_button.clicked.connect(self.add)

    def show_meeting(self, ouverte: ReunionOuverte) -> None:
        reunion = ouverte.reunion
        named = {a.qui for a in reunion.actions}
        members = ouverte.membres.values()
        self._membres = [m for m in members if m.id in named or peut_agir(m, reseau=True)]
        self._closed = reunion.close
        self.add_button.setVisible(not reunion.close)
        self._make(list(reunion.actions))

    def applied(self, reunion: Reunion) -> Reunion:
        return replace(reunion, actions=tuple(self.actions_typed()))

    def actions_typed(self) -> list[Decision]:
        return [row.action() for row in self.rows]

    def add(self) -> None:
        """One more at the end, unless the last is still to be written."""
        typed = self.actions_typed()
        if not typed or typed[-1].texte.strip():
            self._make([*typed, Decision(DecisionId(new_id()), "")])
            self.edited.emit()
        self.rows[-1].what.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _make(self, actions: list[Decision]) -> None:
        clear(self._lines)
        self.rows = []
        for rank, action in enumerate(actions, 1):
            row = ActionRow(action, self._membres)
            row.place(rank)
            row.set_read_only(closed=self._closed)
            row.edited.connect(self.edited)
            row.finished.connect(self.add)
            row.removed.connect(partial(self._remove, rank - 1))
            self._lines.addWidget(row)
            self.rows.append(row)
        self._none.setVisible(not actions)

    def _remove(self, rank: int) -> None:
        left = self.actions_typed()
        del left[rank]
        self._make(left)
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()
