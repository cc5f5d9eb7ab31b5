"""SupportsCard: the keys and disks that hold copies, and which of them waits for something."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal

from microstructure_desktop.domain.ids import SupportId
from microstructure_desktop.domain.sauvegarde import Fraicheur
from microstructure_desktop.services.sauvegardes import EtatSupport
from microstructure_desktop.ui import backup_words
from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.icon_label import IconLabel
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import clear, column, row
from microstructure_desktop.ui.widgets.note_line import NoteLine
from microstructure_desktop.ui.widgets.rule import Rule

_NONE = "Aucune clé ni aucun disque ne porte encore de sauvegarde."
_AGAIN = (
    "Ses sauvegardes contiennent encore ce qui a été effacé depuis"
    f"{NBSP}: branchez ce support pour les reprendre."
)
_OPENABLE = (
    "Ce support contient encore des sauvegardes que {who} pourrait ouvrir"
    f"{NBSP}: branchez-le et sauvegardez dessus, ou détruisez-le."
)
RETIRE = "N’est plus utilisé"


class SupportsCard(Card):
    """Signals:
    retire_asked: the Support that is lost, broken or given away.
    """

    retire_asked = Signal(object)

    def __init__(self, *, may_retire: bool) -> None:
        super().__init__("Clés et disques")
        self._may_retire = may_retire
        self._lines = column(spacing=10)
        self.buttons: dict[SupportId, Button] = {}
        self.body.addLayout(self._lines)

    def show_supports(
        self,
        supports: Sequence[EtatSupport],
        again: Collection[SupportId],
        openable: Mapping[SupportId, str],
        now: datetime,
    ) -> None:
        """`again`: whose backups hold what was erased; `openable`: who left and opens them."""
        clear(self._lines)
        self.buttons = {}
        if not supports:
            self._lines.addWidget(Paragraph(_NONE))
        for at, one in enumerate(supports):
            if at:
                self._lines.addWidget(Rule())
            said = [_AGAIN] if one.support.id in again else []
            if who := openable.get(one.support.id):
                said.append(_OPENABLE.format(who=who))
            self._add(one, said, now)

    def _add(self, one: EtatSupport, warnings: Sequence[str], now: datetime) -> None:
        le = one.support.sauvegarde_le
        late = one.fraicheur is not Fraicheur.OK
        said = f"Copie du {backup_words.moment(le)}, {backup_words.ago(le, now)}" if le else ""
        words = Paragraph(said or "Aucune copie", "caption", "warn" if late else "")
        name = Label(one.support.nom, "strong")
        head = row(IconLabel("usb", "warn" if late else "text3", 20), name, spacing=10)
        head.setStretch(1, 1)
        self._lines.addLayout(head)
        self._lines.addWidget(words)
        for warning in warnings:
            icon = "eraser" if warning == _AGAIN else "key-round"
            self._lines.addWidget(NoteLine(icon, warning, tone="warn"))
        if self._may_retire:
            button = Button(RETIRE, "link")
            button.setAccessibleName(f"{RETIRE}{NBSP}: {one.support.nom}")
            button.clicked.connect(partial(self.retire_asked.emit, one.support))
            self.buttons[one.support.id] = button
            self._lines.addLayout(row(button, None))
