"""FollowedCard: what still waits from the meetings before, or what became of this one's actions."""

from PySide6.QtWidgets import QWidget

from microstructure_desktop.services.autres_reunions import ReunionOuverte
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.dialogs.action_acts import ActionActs
from microstructure_desktop.ui.dialogs.action_list import ActionList
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.tag import Tag

_SHOWN = 5
_BEFORE, _SINCE = "Décidé les fois précédentes", "Ce que sont devenues les actions"


class FollowedCard(Card):
    """Hidden while there is nothing to follow."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(_BEFORE)
        self._context = context
        self.acts = ActionActs(context, page)
        self._many = Tag("", "info")
        self.header.insertWidget(1, self._many)
        self.list = ActionList(_SHOWN, None, owner=True)
        self.body.addWidget(self.list)
        self.list.done_asked.connect(self.acts.done)
        self.list.drop_asked.connect(self.acts.drop)
        self.hide()

    def show_followed(self, ouverte: ReunionOuverte) -> None:
        today = self._context.now().date()
        waiting = [a.action for a in ouverte.a_suivre if a.action.ouverte]
        late = any(action.en_retard(today) for action in waiting)
        assert self.title is not None
        self.title.setText(_SINCE if ouverte.reunion.close else _BEFORE)
        self._many.set_tag(str(len(waiting)) if waiting else "", "danger" if late else "info")
        self.list.show_actions(ouverte.a_suivre, today)
        self.setVisible(bool(ouverte.a_suivre))
