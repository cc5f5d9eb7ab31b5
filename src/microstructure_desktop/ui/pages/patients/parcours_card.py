"""ParcoursCard: the story of a follow-up, month by month, filtered by what happened."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal

from microstructure_desktop.ui.dialogs.record_menu import Target, more_button
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.texts import (
    NBSP,
    clock,
    count,
    month_and_year,
    short_weekday,
)
from microstructure_desktop.ui.widgets.buttons import Button, IconButton
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.chips import Chips
from microstructure_desktop.ui.widgets.empty_state import EmptyState
from microstructure_desktop.ui.widgets.labels import Label
from microstructure_desktop.ui.widgets.layouts import clear, column
from microstructure_desktop.ui.widgets.timeline_row import TimelineRow

from .parcours import FICHES, REUNIONS, SEANCES, Evenement, months_of

_ALL = "tout"
_FILTERS = ((_ALL, "Tout"), (SEANCES, "Séances"), (FICHES, "Fiches"), (REUNIONS, "Réunions"))
_FIRST = 15  # events shown before the person asks for the older ones
_NOTHING = {
    _ALL: "Rien n’est encore noté",
    SEANCES: "Aucune séance",
    FICHES: "Aucune fiche",
    REUNIONS: "Aucune réunion",
}


class ParcoursCard(Card):
    """Signals:
    route_chosen: Route of what the person wants to open.
    acts_asked: (button, Target), the menu of one event.
    """

    route_chosen = Signal(object)
    acts_asked = Signal(object, object)

    def __init__(self) -> None:
        super().__init__("Parcours")
        self._events: Sequence[Evenement] = ()
        self._welcome = ""
        self._shown = _FIRST
        self.chips = Chips(_FILTERS, single=True, name="Filtrer le parcours")
        self.chips.set_selected((_ALL,))
        self.chips.changed.connect(self._on_filter_changed)
        self.header.addWidget(self.chips)
        self._rows = column(spacing=0, margins=(0, 4, 0, 0))
        self.body.addLayout(self._rows)
        self.more_button = Button("", "link", "chevron-down")
        self.more_button.clicked.connect(self._on_more_clicked)
        self.body.addWidget(self.more_button)

    def show_events(self, events: Sequence[Evenement], welcome: str) -> None:
        """`welcome` is said while there is no session yet."""
        self._events = events
        self._welcome = welcome
        self._show()

    def _on_filter_changed(self, _codes: tuple[str, ...]) -> None:
        self._shown = _FIRST
        self._show()

    def _on_more_clicked(self) -> None:
        self._shown = len(self._events)
        self._show()

    def _show(self) -> None:
        wanted = self.chips.selected()[0]
        kept = [e for e in self._events if wanted in (_ALL, e.genre)]
        clear(self._rows)
        if not kept:
            text = self._welcome if wanted in (_ALL, SEANCES) else ""
            self._rows.addWidget(EmptyState("route", _NOTHING[wanted], text))
        shown = kept[: self._shown]
        for first, events in months_of(shown):
            self._add_month(f"{month_and_year(first)}".upper(), events)
        left = len(kept) - len(shown)
        older = count(left, "événement plus ancien", "événements plus anciens")
        self.more_button.setText(f"Afficher {older}")
        self.more_button.setVisible(left > 0)

    def _add_month(self, heading: str, events: Sequence[Evenement]) -> None:
        if self._rows.count():
            self._rows.addSpacing(4)
        self._rows.addWidget(Label(heading, "over"))
        self._rows.addSpacing(6)
        for event in events:
            self._rows.addWidget(self._row(event, last=event is events[-1]))

    def _row(self, event: Evenement, *, last: bool) -> TimelineRow:
        made = TimelineRow(
            f"{short_weekday(event.jour)}{NBSP}{event.jour.day}",
            clock(event.heure) if event.heure is not None else "",
            event.role,
            event.titre,
            event.legende,
            event.texte,
            tags=event.tags,
            last=last,
        )
        if event.route is not None:
            made.add_action(self._opener(event, event.route))
        if event.cible is not None:
            made.add_action(self._more(event.cible))
        return made

    def _more(self, target: Target) -> IconButton:
        button = more_button(target)
        button.clicked.connect(partial(self.acts_asked.emit, button, target))
        return button

    def _opener(self, event: Evenement, route: Route) -> IconButton:
        icon = "pencil" if event.genre == SEANCES else "chevron-right"
        button = IconButton(icon, event.action, "quiet")
        button.clicked.connect(partial(self.route_chosen.emit, route))
        return button
