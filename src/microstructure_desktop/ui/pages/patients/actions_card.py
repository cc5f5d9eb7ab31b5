"""ActionsCard: what meetings decided about somebody and is still to do, whoever does it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.services.actions_decidees import ActionDecidee
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.dialogs.action_acts import ActionActs
from microstructure_desktop.ui.dialogs.action_list import ActionList
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.layouts import row

from .dossier_header import PLAN

_SHOWN = 3


class ActionsCard(Card):
    """Hidden while nothing waits.

    Signals:
        route_chosen: Route of the history of these decisions.
    """

    route_chosen = Signal(object)

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__("Décidé en réunion")
        self.acts = ActionActs(context, page)
        self.list = ActionList(_SHOWN, None, owner=True)
        self.history_button = Button("Toutes les décisions", "link", "history")
        self.body.addWidget(self.list)
        self.body.addLayout(row(self.history_button, None))
        self._patient = ""
        self.list.done_asked.connect(self.acts.done)
        self.list.drop_asked.connect(self.acts.drop)
        self.history_button.clicked.connect(self._on_history_clicked)
        self.hide()

    def show_actions(self, actions: Sequence[ActionDecidee], patient_id: str, le: date) -> None:
        self._patient = patient_id
        waiting = [a for a in actions if a.action.ouverte]
        waiting.sort(key=lambda a: (not a.action.en_retard(le), a.action.pour or date.max))
        self.list.show_actions(waiting, le)
        self.setVisible(bool(waiting))

    def _on_history_clicked(self) -> None:
        self.route_chosen.emit(Route("dossier", patient_id=self._patient, onglet=PLAN))
