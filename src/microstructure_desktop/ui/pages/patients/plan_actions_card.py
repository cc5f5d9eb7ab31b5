"""PlanActionsCard: what the meetings decided for somebody, what waits first."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from microstructure_desktop.services.actions_decidees import ActionDecidee
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.texts import count
from microstructure_desktop.ui.widgets.buttons import Button, IconButton
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import clear, column, row
from microstructure_desktop.ui.widgets.tag import Tag

from .plan_words import decision_caption, decision_tag

_FIRST = 8  # decisions shown before the person asks for those that are over


class PlanActionsCard(Card):
    """Hidden while no meeting decided anything.

    Signals:
        route_chosen: Route of the meeting that spoke of it last.
    """

    route_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__("Décisions des réunions")
        self._actions: Sequence[ActionDecidee] = ()
        self._le = date.min
        self._lines = column(spacing=12)
        self.body.addLayout(self._lines)
        self.more_button = Button("", "link", "chevron-down")
        self.more_button.clicked.connect(self._on_more_clicked)
        self.body.addWidget(self.more_button)
        self.hide()

    def show_actions(self, actions: Sequence[ActionDecidee], le: date) -> None:
        self._actions = sorted(actions, key=lambda a: _rank(a, le))
        self._le = le
        self._show(_FIRST)
        self.setVisible(bool(actions))

    def _on_more_clicked(self) -> None:
        self._show(len(self._actions))

    def _show(self, wanted: int) -> None:
        clear(self._lines)
        for action in self._actions[:wanted]:
            self._lines.addLayout(self._line(action))
        left = len(self._actions) - wanted
        self.more_button.setText(f"Afficher {count(left, 'autre décision', 'autres décisions')}")
        self.more_button.setVisible(left > 0)

    def _line(self, action: ActionDecidee) -> QHBoxLayout:
        said = column(
            Paragraph(action.action.decision.texte, "body"),
            Paragraph(decision_caption(action), "caption"),
            spacing=2,
        )
        opener = IconButton("chevron-right", "Ouvrir la réunion", "quiet")
        route = Route("synthese", synthese_id=action.action.synthese)
        opener.clicked.connect(partial(self.route_chosen.emit, route))
        tag = Tag(*decision_tag(action, self._le))
        line = row(said, column(2, tag, None), column(opener, None), spacing=8)
        line.setStretch(0, 1)
        return line


def _rank(action: ActionDecidee, le: date) -> tuple[bool, bool]:
    """Late first, then what waits, then what is over; the latest first within each."""
    return not action.action.ouverte, not action.action.en_retard(le)
