"""DecisionEditor: what, who, when, on one line; each key is kept as it is typed."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from microstructure_desktop.domain.equipe import Membre
from microstructure_desktop.domain.ids import DecisionId, MembreId, new_id
from microstructure_desktop.domain.synthese import Decision
from microstructure_desktop.ui import look
from microstructure_desktop.ui.widgets.buttons import Button, IconButton
from microstructure_desktop.ui.widgets.combo_field import ComboField
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.layouts import column, row
from microstructure_desktop.ui.widgets.line_edit import LineEdit
from microstructure_desktop.ui.widgets.own_escape import OwnEscape

_ONE_LINE = 760
_NOBODY = ("", "Toute l’équipe")


class DecisionEditor(OwnEscape, QWidget):
    """Enter finishes the decision and opens the next; Échap gives back what was there before.

    Signals:
        edited: Decision, as it stands after a key.
        finished: another decision may follow.
        closed: the editor is not wanted any more.
        removed: DecisionId, the person takes it back.
    """

    edited = Signal(object)
    finished = Signal()
    closed = Signal()
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._decision = self._before = Decision(DecisionId(""), "")
        self._silent = False
        self.what = LineEdit(hint="Par exemple : courrier au médecin du travail")
        self.who = ComboField(chars=14)
        self.when = LineEdit(hint="avant le 04/12", chars=20)
        self.done_button = Button("Terminer", "normal", "check")
        self.remove_button = IconButton("trash-2", "Retirer cette décision", "quiet")
        for edit in (self.what, self.when):
            edit.textChanged.connect(self._on_changed)
            edit.returnPressed.connect(self.finished)
        self.who.changed.connect(self._on_changed)
        self.done_button.clicked.connect(self._on_done_clicked)
        self.remove_button.clicked.connect(self._on_remove_clicked)
        self._lines = row(spacing=12, margins=(0, 8, 0, 8))
        self._lines.addWidget(Field("Décision", self.what), 1)
        who, when = Field("Qui", self.who), Field("Quand", self.when, optional=True)
        buttons = column(None, row(self.done_button, self.remove_button, spacing=4))
        self._lines.addLayout(row(who, when, buttons, None, spacing=12))
        self.setLayout(self._lines)

    def set_members(self, membres: Iterable[Membre]) -> None:
        self.who.set_choices([_NOBODY, *((m.id, m.nom_affiche) for m in membres)])

    def edit(self, decision: Decision | None) -> None:
        """Open on a decision, or on a new one."""
        self._before = self._decision = decision or Decision(DecisionId(new_id()), "")
        self._silent = True
        self.what.setText(self._decision.texte)
        self.who.set_value(self._decision.qui or "")
        self.when.setText(self._decision.echeance)
        self._silent = False
        self.remove_button.setVisible(decision is not None)
        self.what.setFocus(Qt.FocusReason.OtherFocusReason)

    def decision(self) -> Decision:
        return self._decision

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The decision on a line of its own when there is little room."""
        super().resizeEvent(event)
        narrow = self.width() < look.px(_ONE_LINE)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._lines.setDirection(way)

    def on_escape(self) -> None:
        if self._decision != self._before:
            self._decision = self._before
            self.edited.emit(self._before)
        self.closed.emit()

    def _on_changed(self) -> None:
        if self._silent:
            return
        self._decision = replace(
            self._decision,
            texte=self.what.text(),
            qui=MembreId(self.who.value()) or None,
            echeance=self.when.text(),
        )
        self.edited.emit(self._decision)

    def _on_done_clicked(self) -> None:
        self.closed.emit()

    def _on_remove_clicked(self) -> None:
        self.removed.emit(self._decision.id)
