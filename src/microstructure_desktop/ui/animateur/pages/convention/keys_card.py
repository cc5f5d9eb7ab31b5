"""KeysCard: the animator's own fingerprint, in large, and other keys when it is time."""

from PySide6.QtCore import Signal

from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.groups import Groups
from microstructure_desktop.ui.widgets.labels import Paragraph

_WHY = (
    "Quand un cabinet ouvre votre convention, il vous lit les six premiers groupes\xa0; "
    "lisez-lui les deux derniers. C’est ainsi qu’il sait que c’est bien vous."
)


class KeysCard(Card):
    """Signals:
    renew_asked: other keys are to take the place of these.
    """

    renew_asked = Signal()

    def __init__(self) -> None:
        super().__init__("L’empreinte de votre clé")
        self.groups = Groups(8)
        self.renew_button = Button("Renouveler vos clés…", "link", "refresh-cw")
        self.renew_button.clicked.connect(self.renew_asked)
        for part in (self.groups, Paragraph(_WHY, "secondary"), self.renew_button):
            self.body.addWidget(part)
