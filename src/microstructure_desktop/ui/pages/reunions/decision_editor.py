"""DecisionEditor: of which kind, what, who, when; each key is kept as it is typed."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from microstructure_desktop.domain.equipe import Membre
from microstructure_desktop.domain.ids import DecisionId, MembreId, new_id
from microstructure_desktop.domain.synthese import Decision, TypeDecision
from microstructure_desktop.ui import look
from microstructure_desktop.ui.widgets.buttons import Button, IconButton
from microstructure_desktop.ui.widgets.combo_field import ComboField
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.layouts import column, row
from microstructure_desktop.ui.widgets.line_edit import LineEdit
from microstructure_desktop.ui.widgets.note_line import NoteLine
from microstructure_desktop.ui.widgets.own_escape import OwnEscape

from . import due, words
from .decision_kind import DecisionKind

_ONE_LINE = 760
_NOBODY = ("", "Toute l’équipe")
_WHEN = "Échéance : un jour, « +2 sem. », ou en clair (« prochaine consultation »)."
_PAST = "Ce jour est passé : donnez une échéance à venir."


class DecisionEditor(OwnEscape, QWidget):
    """Enter finishes the decision and opens the next; Échap gives back what was there before, and
    keeps what was typed where nothing was.

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

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._decision = self._before = Decision(DecisionId(""), "")
        self._silent = False
        self.kind = DecisionKind(self)
        self.kind.changed.connect(self._on_kind_changed)
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
        self.note = NoteLine("calendar-clock", _WHEN)
        self._lines = row(spacing=12)
        self._lines.addWidget(Field("Décision", self.what), 1)
        who, self._when = Field("Qui", self.who), Field("Quand", self.when, optional=True)
        buttons = column(None, row(self.done_button, self.remove_button, spacing=4))
        self._lines.addLayout(row(who, self._when, buttons, None, spacing=12))
        pieces = (self.kind, self._lines, self.note)
        self.setLayout(column(*pieces, spacing=8, margins=(0, 8, 0, 8)))

    def set_members(self, membres: Iterable[Membre]) -> None:
        self.who.set_choices([_NOBODY, *((m.id, m.nom_affiche) for m in membres)])

    def edit(self, decision: Decision | None) -> None:
        """Open on a decision, or on a new one."""
        self._before = self._decision = decision or Decision(DecisionId(new_id()), "")
        self._silent = True
        self.kind.set_value(self._decision.type)
        self.what.setText(self._decision.texte)
        self.who.set_value(self._decision.qui or "")
        self.when.setText(self._decision.echeance)
        self._silent = False
        self._say(self._decision.echeance_jour)
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
        if self._before.texte and self._decision != self._before:
            self._decision = self._before
            self.edited.emit(self._before)
        self.closed.emit()

    def _on_changed(self) -> None:
        if self._silent:
            return
        kind = self.kind.value()
        echeance, day = due.read(self.when.text(), self._today())
        made = replace(
            self._decision,
            texte=self.what.text() or (words.KINDS[kind][1] if kind is not None else ""),
            qui=MembreId(self.who.value()) or None,
            echeance=echeance,
            type=kind,
            echeance_jour=day,
        )
        self._decision = replace(made, suite=made.suite_d_abord)
        self._say(day)
        self.edited.emit(self._decision)

    def _say(self, day: date | None) -> None:
        """Which day was understood, before anybody relies on it."""
        past = day is not None and day < self._today()
        self._when.set_error(_PAST if past else None)
        self.note.set_text(words.title_date(day) if day is not None and not past else _WHEN)

    def _on_kind_changed(self, kind: TypeDecision | None) -> None:
        """The words of a kind stand until somebody writes others."""
        if self.what.text() in ("", *(phrase for _, phrase in words.KINDS.values())):
            self._silent = True
            self.what.setText(words.KINDS[kind][1] if kind is not None else "")
            self._silent = False
        self._on_changed()

    def _on_done_clicked(self) -> None:
        self.closed.emit()

    def _on_remove_clicked(self) -> None:
        self.removed.emit(self._decision.id)
