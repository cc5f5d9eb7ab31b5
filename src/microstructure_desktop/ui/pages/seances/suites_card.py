"""SuitesCard: what to discuss at the next meeting, and when to meet again."""

from datetime import date, time

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.services.access import Permission
from microstructure_desktop.services.lecteurs import lisible
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.check_box import CheckBox
from microstructure_desktop.ui.widgets.chips import Chips
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.line_edit import LineEdit
from microstructure_desktop.ui.widgets.note_line import NoteLine

from . import appointment


class SuitesCard(Card):
    """Signals:
    edited: the person changed something.
    delay_chosen: « +2 sem. » and the like, by its code.
    """

    edited = Signal()
    delay_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__("Suites")
        self.discuss = CheckBox("")
        self.question = LineEdit(hint="Ce qu’il faut discuter")
        self.question.setAccessibleName("Ce qu’il faut discuter")
        self.readers = NoteLine("info", lisible(Permission.CLINIQUE))
        self.question.setAccessibleDescription(self.readers.text())
        self.next = LineEdit(hint="JJ/MM/AAAA HH:MM")
        self.next_field = Field("Prochain rendez-vous", self.next)
        self.delays = Chips(appointment.DELAYS, single=True, name="Délai avant le rendez-vous")
        for piece in (self.discuss, self.question, self.readers, self.next_field, self.delays):
            self.body.addWidget(piece)
        self.discuss.clicked.connect(self._on_discuss_clicked)
        self.question.textEdited.connect(self.edited)
        self.next.textEdited.connect(self.edited)
        self.delays.changed.connect(self._on_delay_chosen)

    def show_suites(self, question: str | None, prochain: str, meeting: date | None) -> None:
        when = f"le {meeting:%d/%m}" if meeting else "à la prochaine synthèse"
        self.discuss.setText(f"À discuter {when}")
        self.discuss.setChecked(question is not None)
        self.question.setText(question or "")
        self._ask(wanted=question is not None)
        self.next.setText(prochain)

    def asked(self) -> str | None:
        """What to discuss; None when nothing is."""
        return self.question.text() if self.discuss.isChecked() else None

    def plan(self, jour: date, heure: time | None) -> None:
        self.next.setText(appointment.written(jour, heure))
        self.edited.emit()

    def mark_delay(self, planned: date | None, session: date | None, today: date) -> None:
        """Show as taken the delay that leads to the day written."""
        codes = [c for c, _ in appointment.DELAYS]
        taken = [c for c in codes if appointment.later(c, session, today) == planned]
        self.delays.set_selected(taken[:1])

    def stops(self) -> list[QWidget]:
        """What takes the keyboard, in the order read."""
        return [self.discuss, self.question, self.next, *self.delays.findChildren(Button)]

    def _on_discuss_clicked(self, wanted: bool) -> None:  # noqa: FBT001
        self._ask(wanted=wanted)
        if wanted:
            self.question.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _ask(self, *, wanted: bool) -> None:
        for part in (self.question, self.readers):
            part.setVisible(wanted)

    def _on_delay_chosen(self, codes: tuple[str, ...]) -> None:
        self.delay_chosen.emit(codes[0])
