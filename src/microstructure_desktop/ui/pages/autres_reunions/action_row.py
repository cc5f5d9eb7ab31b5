"""ActionRow: one action of a meeting: what, who, when."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from microstructure_desktop.domain.equipe import Membre
from microstructure_desktop.domain.ids import MembreId
from microstructure_desktop.domain.synthese import Decision
from microstructure_desktop.ui import look
from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.widgets.buttons import IconButton
from microstructure_desktop.ui.widgets.combo_field import ComboField
from microstructure_desktop.ui.widgets.layouts import column, row
from microstructure_desktop.ui.widgets.line_edit import LineEdit
from microstructure_desktop.ui.widgets.note_line import NoteLine

_NOBODY = ("", "Toute l’équipe")
_ONE_LINE = 640


class ActionRow(QWidget):
    """Signals:
    edited: at each key.
    finished: another may follow.
    removed: it is not wanted.
    """

    edited = Signal()
    finished = Signal()
    removed = Signal()

    def __init__(
        self, action: Decision, membres: Iterable[Membre], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._action = action
        self.what = LineEdit(hint="Ce qui est à faire")
        self.what.setText(action.texte)
        self.who = ComboField([_NOBODY, *((m.id, m.nom_affiche) for m in membres)], chars=14)
        self.who.set_value(action.qui or "")
        self.when = LineEdit(hint="avant le 04/12", chars=16)
        self.when.setText(action.echeance)
        self.remove_button = IconButton("trash-2", "Retirer cette action", "quiet")
        self.doubt = NoteLine("triangle-alert", "", "label", "warn")
        self._line = row(spacing=8)
        self._line.addWidget(self.what, 1)
        self._line.addLayout(row(self.who, self.when, self.remove_button, None, spacing=8))
        self.setLayout(column(self._line, self.doubt, spacing=4))
        self.what.textEdited.connect(self.edited)
        self.when.textEdited.connect(self.edited)
        self.who.changed.connect(self.edited)
        self.what.returnPressed.connect(self.finished)
        self.when.returnPressed.connect(self.finished)
        self.remove_button.clicked.connect(self.removed)

    def action(self) -> Decision:
        return replace(
            self._action,
            texte=self.what.text(),
            qui=MembreId(self.who.value()) or None,
            echeance=self.when.text(),
        )

    def place(self, rank: int) -> None:
        """Where it stands among the others, from 1."""
        names = {
            self.what: f"Action{NBSP}{rank}",
            self.who: f"Qui fait l’action{NBSP}{rank}",
            self.when: f"Échéance de l’action{NBSP}{rank}",
            self.remove_button: f"Retirer l’action{NBSP}{rank}",
        }
        for widget, name in names.items():
            widget.setAccessibleName(name)

    def set_read_only(self, *, closed: bool) -> None:
        self.what.setReadOnly(closed)
        self.when.setReadOnly(closed)
        self.who.setEnabled(not closed)
        self.remove_button.setVisible(not closed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The action on a line of its own when there is little room."""
        super().resizeEvent(event)
        narrow = self.width() < look.px(_ONE_LINE)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._line.setDirection(way)
