"""ActionsCard: what the meetings asked of the person at the keyboard, and of anybody."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.services import actions_decidees
from microstructure_desktop.services.actions_decidees import ActionDecidee, MesActions
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.dialogs.action_acts import ActionActs
from microstructure_desktop.ui.dialogs.action_list import ActionList
from microstructure_desktop.ui.dialogs.action_words import about
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Label
from microstructure_desktop.ui.widgets.tag import Tag

_SHOWN = 3


class ActionsCard(Card):
    """Hidden while nothing is asked.

    Signals:
        route_chosen: Route of the person, or of the meeting, that an action is about.
    """

    route_chosen = Signal(object)

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__("Décidé en réunion")
        self._context = context
        self.acts = ActionActs(context, page)
        self._many = Tag("", "info")
        self.header.insertWidget(1, self._many)
        self.mine = ActionList(_SHOWN, self._name, owner=False)
        self.shared_title = Label("Pour toute l’équipe", "label")
        self.shared = ActionList(_SHOWN, self._name, owner=False)
        for part in (self.mine, self.shared_title, self.shared):
            self.body.addWidget(part)
        for each in (self.mine, self.shared):
            each.route_chosen.connect(self.route_chosen)
            each.done_asked.connect(self.acts.done)
            each.drop_asked.connect(self.acts.drop)
            context.discretion.changed.connect(each.name_anew)
        self.hide()

    def reload(self) -> None:
        self._context.worker.run(actions_decidees.mes_actions, self.show_actions)

    def show_actions(self, found: MesActions) -> None:
        every = (*found.miennes, *found.equipe)
        late = sum(a.action.en_retard(found.jour) for a in every)
        self._many.set_tag(str(len(every)) if every else "", "danger" if late else "info")
        self.mine.show_actions(found.miennes, found.jour)
        self.shared.show_actions(found.equipe, found.jour)
        self.mine.setVisible(bool(found.miennes))
        for part in (self.shared_title, self.shared):
            part.setVisible(bool(found.equipe))
        self.setVisible(bool(every))

    def _name(self, decidee: ActionDecidee) -> str:
        return about(decidee, self._context)
