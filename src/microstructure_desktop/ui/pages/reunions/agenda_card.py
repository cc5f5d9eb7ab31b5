"""AgendaCard: the order in which patients will be discussed, changed by buttons or keys."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.domain.ordre_du_jour import Proposition, minutes_prevues
from microstructure_desktop.domain.synthese import Situation
from microstructure_desktop.ui import texts
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.widgets.banner import announce
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import clear, column
from microstructure_desktop.ui.widgets.note_line import NoteLine
from microstructure_desktop.ui.widgets.rule import Rule

from . import words
from .agenda_rows import AgendaRow
from .names import Names
from .patient_finder import PatientFinder

_NOBODY = "Acceptez des propositions, ou ajoutez un patient."


class AgendaCard(Card):
    """Signals:
    moved: PatientId, and -1 up or 1 down.
    removed: PatientId.
    planned: PatientId, and its minutes or None.
    patient_chosen: str, somebody to add.
    """

    moved = Signal(str, int)
    removed = Signal(str)
    planned = Signal(str, object)
    patient_chosen = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("Ordre du jour", parent=parent)
        self._minutes = context.reference.seuils.reunion_minutes
        self.rows: list[AgendaRow] = []
        self.counter = Label("", "caption")
        self.header.addWidget(self.counter)
        self.body.setSpacing(6)
        self.time = NoteLine("clock", role="secondary")
        self.body.addWidget(self.time)
        self._lines = column(spacing=0)
        self.body.addLayout(self._lines)
        self._empty = Paragraph(_NOBODY, "secondary", "text3")
        self.body.addWidget(self._empty)
        self.finder = PatientFinder(context)
        self.finder.chosen.connect(self.patient_chosen)
        self.body.addWidget(self.finder)

    def show_agenda(
        self,
        situations: tuple[Situation, ...],
        reasons: Mapping[PatientId, Proposition],
        names: Names,
    ) -> None:
        held = self._held()
        clear(self._lines)
        self.rows = []
        for situation in situations:
            self._add(situation, reasons.get(situation.patient), names)
        if self.rows:
            self.rows[0].up_button.setEnabled(False)
            self.rows[-1].down_button.setEnabled(False)
        self.counter.setText(texts.count(len(situations), "patient") if situations else "")
        self.show_time(situations)
        self._empty.setVisible(not situations)
        self.finder.set_known(frozenset(s.patient for s in situations))
        self._give_back(held)

    def show_time(self, situations: tuple[Situation, ...]) -> None:
        """What each gets, and all of it against the length of a meeting."""
        shares = minutes_prevues(situations, self._minutes)
        said = {s.patient: s.minutes_prevues for s in situations}
        for row in self.rows:
            row.show_minutes(shares[row.patient], said[row.patient])
        self.time.set_text(words.planned(sum(shares.values()), self._minutes) if shares else "")

    def tell_move(self, patient: PatientId, names: Names) -> None:
        """For who does not see the line move."""
        at = next(at for at, row in enumerate(self.rows, 1) if row.patient == patient)
        announce(self, f"{names.patient(patient)}, place {at} sur {len(self.rows)}")

    def _add(self, situation: Situation, proposition: Proposition | None, names: Names) -> None:
        known = words.reason(proposition, names) if proposition else ""
        row = AgendaRow(
            situation.patient,
            names.patient(situation.patient),
            words.with_limit(known or words.motif(situation), names.limite(situation.patient)),
            situation.question,
            words.ICONS[situation.motif],
        )
        row.moved.connect(self.moved)
        row.removed.connect(self.removed)
        row.planned.connect(self.planned)
        self._lines.addWidget(Rule())
        self._lines.addWidget(row)
        self.rows.append(row)

    def _held(self) -> tuple[PatientId, str] | None:
        """Which part of which patient's line has the keyboard."""
        for row in self.rows:
            for name in ("minutes", "up_button", "down_button", "remove_button"):
                if getattr(row, name).hasFocus():
                    return row.patient, name
        return None

    def _give_back(self, held: tuple[PatientId, str] | None) -> None:
        """The keyboard stays on the line that moved; at the end of its way, on the other arrow."""
        if held is None:
            return
        for row in self.rows:
            if row.patient == held[0]:
                part: QWidget = getattr(row, held[1])
                if not part.isEnabled():
                    part = row.down_button if part is row.up_button else row.up_button
                part.setFocus(Qt.FocusReason.ShortcutFocusReason)
