"""DecisionsCard: what is decided for the patient discussed, and what was to follow."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.synthese import Decision, Reprise
from microstructure_desktop.services.actions_decidees import peut_agir
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Label
from microstructure_desktop.ui.widgets.layouts import clear, column
from microstructure_desktop.ui.widgets.rule import Rule

from .decision_editor import DecisionEditor
from .decision_row import DecisionRow
from .names import Names
from .next_acts import next_act
from .suite_row import SuiteRow

if TYPE_CHECKING:
    from microstructure_desktop.domain.equipe import Membre
    from microstructure_desktop.domain.ids import MembreId


class DecisionsCard(Card):
    """Rows are built anew when they change; the editor stays, so that no key is lost.

    Signals:
        decided: tuple[Decision, ...], the patient's decisions from now on.
        suite_chosen: DecisionId and Suite, of an earlier decision.
        editor_opened: it should be in sight.
        act_chosen: NextAct, what a decision leads to.
    """

    act_chosen = Signal(object)
    editor_opened = Signal()
    decided = Signal(object)
    suite_chosen = Signal(str, object)

    def __init__(
        self, today: Callable[[], date], role: Role, parent: QWidget | None = None
    ) -> None:
        super().__init__("Décisions", parent=parent)
        self._role = role
        self._decisions: tuple[Decision, ...] = ()
        self._membres: Mapping[MembreId, Membre] = {}
        self._closed = False
        self._editing = ""
        self.add_button = Button("Ajouter une décision", "link", "plus", shortcut="Ctrl+D")
        self.add_button.clicked.connect(self.add)
        self.header.addWidget(self.add_button)
        self._suites = column(spacing=0)
        self._rows = column(spacing=0)
        self._none = Label("Aucune décision pour l’instant.", "secondary", "text3")
        self.editor = DecisionEditor(today)
        self.editor.edited.connect(self._on_edited)
        self.editor.finished.connect(self._on_finished)
        self.editor.closed.connect(self.close_editor)
        self.editor.removed.connect(self._on_removed)
        self.editor.hide()
        self.body.setSpacing(4)
        for piece in (self._suites, self._rows):
            self.body.addLayout(piece)
        self.body.addWidget(self._none)
        self.body.addWidget(self.editor)

    def show_decisions(
        self,
        decisions: tuple[Decision, ...],
        reprises: Sequence[Reprise],
        names: Names,
        *,
        closed: bool,
    ) -> None:
        """Another patient."""
        self._hide_editor()
        self._decisions = decisions
        self._membres = names.membres
        self._closed = closed
        self.add_button.setVisible(not closed)
        self.editor.set_members(self._owners())
        clear(self._suites)
        for reprise in reprises:
            suite = SuiteRow(reprise, names, named=False, asked=not closed)
            suite.suite_chosen.connect(self.suite_chosen)
            self._suites.addWidget(Rule())
            self._suites.addWidget(suite)
        self._list()

    def _owners(self) -> "list[Membre]":
        """Who would find it in a list, and whoever has one already."""
        named = {d.qui for d in self._decisions}
        members = self._membres.values()
        return [m for m in members if m.id in named or peut_agir(m, reseau=False)]

    def add(self) -> None:
        """Open the editor on a new decision; what was being typed is a decision already."""
        self._open(None)

    def close_editor(self) -> None:
        self._hide_editor()
        self._list()
        self.add_button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def rows(self) -> list[DecisionRow]:
        found = (self._rows.itemAt(at) for at in range(self._rows.count()))
        widgets = [item.widget() for item in found if item]
        return [row for row in widgets if isinstance(row, DecisionRow)]

    def _open(self, decision: Decision | None) -> None:
        self.editor.edit(decision)
        self._editing = self.editor.decision().id
        self.editor.show()
        self._list()
        self.editor.what.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.editor_opened.emit()

    def _hide_editor(self) -> None:
        self._editing = ""
        self.editor.hide()

    def _list(self) -> None:
        clear(self._rows)
        shown = [d for d in self._decisions if d.id != self._editing]
        for decision in shown:
            membre = self._membres.get(decision.qui) if decision.qui else None
            act = next_act(decision.type, self._role)
            row = DecisionRow(
                decision, membre, closed=self._closed, act=act.words if act is not None else ""
            )
            row.act_clicked.connect(self._on_act_clicked)
            row.edit_clicked.connect(self._on_edit_clicked)
            self._rows.addWidget(Rule())
            self._rows.addWidget(row)
        self._none.setVisible(not shown and not self._editing)

    def _on_edit_clicked(self) -> None:
        row = self.sender()
        assert isinstance(row, DecisionRow)
        self._open(row.decision)

    def _on_act_clicked(self) -> None:
        row = self.sender()
        assert isinstance(row, DecisionRow)
        self.act_chosen.emit(next_act(row.decision.type, self._role))

    def _on_edited(self, decision: Decision) -> None:
        others = tuple(d for d in self._decisions if d.id != decision.id)
        if not decision.texte.strip():
            self._tell(others)
        elif len(others) == len(self._decisions):
            self._tell((*others, decision))
        else:
            self._tell(tuple(decision if d.id == decision.id else d for d in self._decisions))

    def _on_finished(self) -> None:
        if self.editor.what.text().strip():
            self._open(None)
        else:
            self.close_editor()

    def _on_removed(self, decision_id: str) -> None:
        self._tell(tuple(d for d in self._decisions if d.id != decision_id))
        self.close_editor()

    def _tell(self, decisions: tuple[Decision, ...]) -> None:
        if decisions != self._decisions:
            self._decisions = decisions
            self.decided.emit(decisions)
