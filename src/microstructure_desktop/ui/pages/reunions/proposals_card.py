"""ProposalsCard: who should be discussed, in words; accepted one by one or all at once."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.domain.ordre_du_jour import Proposition
from microstructure_desktop.ui import texts
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.empty_state import EmptyState
from microstructure_desktop.ui.widgets.layouts import clear, column
from microstructure_desktop.ui.widgets.rule import Rule
from microstructure_desktop.ui.widgets.tag import Tag

from . import words
from .agenda_rows import ProposalRow
from .names import Names


class ProposalsCard(Card):
    """Signals:
    accepted: tuple[PatientId, ...].
    """

    accepted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Propositions", parent=parent)
        self.rows: list[ProposalRow] = []
        self._patients: tuple[PatientId, ...] = ()
        self.counter = Tag("")
        self.header.insertWidget(1, self.counter)
        self.all_button = Button("Tout accepter", "normal", "check", shortcut="Ctrl+Shift+A")
        self.all_button.clicked.connect(self._on_all_clicked)
        self.header.addWidget(self.all_button)
        self.body.setSpacing(6)
        self._lines = column(spacing=0)
        self.body.addLayout(self._lines)
        self._empty = EmptyState("circle-check", "")
        self.body.addWidget(self._empty)

    def show_proposals(
        self, propositions: tuple[Proposition, ...], names: Names, *, none_at_all: bool
    ) -> None:
        """`none_at_all`: nobody was proposed, rather than everybody accepted."""
        held = next((at for at, row in enumerate(self.rows) if row.accept_button.hasFocus()), None)
        clear(self._lines)
        self.rows = []
        self._patients = tuple(p.patient for p in propositions)
        for proposition in propositions:
            self._add(proposition, names)
        self.counter.set_tag(str(len(propositions)) if propositions else "", "info")
        self.counter.setAccessibleName(texts.count(len(propositions), "proposition"))
        self.all_button.setVisible(bool(propositions))
        self._empty.setVisible(not propositions)
        if none_at_all:
            self._empty.set_words(
                "Personne n’est proposé",
                "Ni question posée, ni inclusion, ni silence depuis la dernière réunion. "
                "Vous pouvez ajouter un patient à l’ordre du jour.",
            )
        else:
            self._empty.set_words("Toutes les propositions sont à l’ordre du jour")
        if held is not None and self.rows:
            row = self.rows[min(held, len(self.rows) - 1)]
            row.accept_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, proposition: Proposition, names: Names) -> None:
        row = ProposalRow(
            proposition.patient,
            names.patient(proposition.patient),
            words.with_limit(words.reason(proposition, names), names.limite(proposition.patient)),
            proposition.question,
            words.ICONS[proposition.motif],
        )
        row.accepted.connect(self._on_row_accepted)
        self._lines.addWidget(Rule())
        self._lines.addWidget(row)
        self.rows.append(row)

    def _on_row_accepted(self, patient: str) -> None:
        self.accepted.emit((PatientId(patient),))

    def _on_all_clicked(self) -> None:
        self.accepted.emit(self._patients)
