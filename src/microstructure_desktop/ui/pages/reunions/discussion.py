"""Discussion: everything said and decided about the patient on screen."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.synthese import Decision, ProchainPoint, Reprise, Situation

from .decisions_card import DecisionsCard
from .names import Names
from .next_point_card import NextPointCard
from .situation_card import SituationCard


class Discussion(QWidget):
    """Whatever is written or decided makes the situation discussed, unless the person said no.

    Signals:
        changed: Situation, after each edit.
        minutes_corrected: int.
        suite_chosen: DecisionId and Suite, of an earlier decision.
        record_clicked: the person wants the patient's record.
        source_clicked: Source, a session that something was copied from.
        act_chosen: NextAct, what a decision leads to.
    """

    changed = Signal(object)
    minutes_corrected = Signal(int)
    suite_chosen = Signal(str, object)
    record_clicked = Signal()
    source_clicked = Signal(object)
    act_chosen = Signal(object)

    def __init__(
        self, today: Callable[[], date], role: Role, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._situation: Situation | None = None
        self._refused: set[str] = set()
        self.situation_card = SituationCard()
        self.decisions_card = DecisionsCard(today, role)
        self.next_card = NextPointCard()
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(16)
        for card in (self.situation_card, self.decisions_card, self.next_card):
            body.addWidget(card)
        self.situation_card.text_edited.connect(self._on_text_edited)
        self.situation_card.record_clicked.connect(self.record_clicked)
        self.situation_card.source_clicked.connect(self.source_clicked)
        self.decisions_card.act_chosen.connect(self.act_chosen)
        self.decisions_card.decided.connect(self._on_decided)
        self.decisions_card.suite_chosen.connect(self.suite_chosen)
        self.next_card.point_chosen.connect(self._on_point_chosen)
        self.next_card.minutes_corrected.connect(self.minutes_corrected)
        self.next_card.discussed.connect(self._on_discussed)

    def show_situation(
        self,
        situation: Situation,
        reprises: Sequence[Reprise],
        names: Names,
        *,
        age: int,
        auteurs: str,
        closed: bool,
    ) -> None:
        self._situation = None  # silent meanwhile
        self.situation_card.show_situation(situation, names, age, auteurs, closed=closed)
        self.decisions_card.show_decisions(situation.decisions, reprises, names, closed=closed)
        self.next_card.show_situation(situation, closed=closed)
        self._situation = situation

    def count(self, minutes: int) -> None:
        """The time spent so far; a minute is enough to call it a discussion."""
        if self._situation is not None and minutes != self._situation.minutes:
            self._change(replace(self._situation, minutes=minutes), seen=minutes > 0)

    def mark_discussed(self) -> None:
        """The meeting goes on to the next patient."""
        if self._situation is not None:
            self._change(self._situation)

    def situation(self) -> Situation | None:
        return self._situation

    def _change(self, situation: Situation, *, seen: bool = True) -> None:
        vue = situation.vue or (seen and situation.patient not in self._refused)
        situation = replace(situation, vue=vue)
        if situation != self._situation:
            self._situation = situation
            self.next_card.show_progress(situation)
            self.changed.emit(situation)

    def _on_text_edited(self, section: str, text: str) -> None:
        if self._situation is None:
            return
        match section:
            case "medical":
                self._change(replace(self._situation, medical=text))
            case "psychologique":
                self._change(replace(self._situation, psychologique=text))
            case _:
                self._change(replace(self._situation, social=text))

    def _on_decided(self, decisions: tuple[Decision, ...]) -> None:
        if self._situation is not None:
            self._change(replace(self._situation, decisions=decisions))

    def _on_point_chosen(self, point: ProchainPoint) -> None:
        if self._situation is not None:
            self._change(replace(self._situation, prochain_point=point))

    def _on_discussed(self, discussed: bool) -> None:  # noqa: FBT001
        if self._situation is None:
            return
        patient = self._situation.patient
        (self._refused.discard if discussed else self._refused.add)(patient)
        self._change(replace(self._situation, vue=discussed))
