"""NextPointCard: when to talk about the patient again, and the time this took."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.synthese import ProchainPoint, Situation
from microstructure_desktop.ui import texts
from microstructure_desktop.ui.widgets.buttons import IconButton
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.check_box import CheckBox
from microstructure_desktop.ui.widgets.labels import Label
from microstructure_desktop.ui.widgets.layouts import boxed, flow, row
from microstructure_desktop.ui.widgets.line_edit import LineEdit
from microstructure_desktop.ui.widgets.own_escape import OwnEscape
from microstructure_desktop.ui.widgets.segmented import Segmented
from microstructure_desktop.ui.widgets.tag import Tag

from . import words

_LONGEST = 240


class NextPointCard(OwnEscape, Card):
    """The minutes count by themselves; the pencil corrects them.

    Signals:
        point_chosen: ProchainPoint.
        minutes_corrected: int.
        discussed: bool, the situation was discussed or not.
    """

    point_chosen = Signal(object)
    minutes_corrected = Signal(int)
    discussed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._shown = 0
        self._planned = 0
        self._closed = False
        self.points = Segmented(
            [(point.value, word) for point, word in words.POINTS.items()], name="Prochain point"
        )
        self.points.changed.connect(self._on_point_changed)
        self.minutes = Tag("")
        self.minutes_edit = LineEdit(chars=4)
        self.minutes_edit.setValidator(QIntValidator(0, _LONGEST, self))
        self.minutes_edit.setAccessibleName("Temps de concertation, en minutes")
        self.minutes_edit.editingFinished.connect(self._on_minutes_typed)
        self.correct_button = IconButton("pencil", "Corriger le temps de concertation", "quiet")
        self.correct_button.clicked.connect(self._on_correct_clicked)
        self.discussed_box = CheckBox("Évoquée")
        self.discussed_box.setToolTip("Les situations évoquées figurent au compte rendu")
        self.discussed_box.clicked.connect(self.discussed)
        self.point = Tag("")  # a closed meeting tells, and asks nothing
        self.seen = Tag("")
        self.planned = Label("", "caption")
        time = row(Label("Concertation", "label"), self.minutes, self.minutes_edit)
        time.addWidget(self.planned)
        for piece in (self.correct_button, self.discussed_box, self.seen):
            time.addWidget(piece, 0, Qt.AlignmentFlag.AlignVCenter)
        time.insertSpacing(5, 12)
        point = row(Label("Prochain point", "label"), self.points, self.point, spacing=12)
        self.body.addLayout(flow(boxed(point), boxed(time), spacing=24))
        self._edit(editing=False)

    def plan(self, minutes: int) -> None:
        """The minutes that this patient was to take; none once the meeting is over."""
        self._planned = minutes
        self.planned.setText(f"/ {texts.duration(minutes)}" if minutes else "")
        self.planned.setToolTip("Temps prévu à l’ordre du jour")
        self.planned.setVisible(bool(minutes))

    def show_situation(self, situation: Situation, *, closed: bool) -> None:
        self.points.set_value(situation.prochain_point.value)
        self._closed = closed
        self._edit(editing=False)
        self.show_progress(situation)
        for asked in (self.points, self.discussed_box):
            asked.setVisible(not closed)
        self.point.set_tag(words.POINTS[situation.prochain_point] if closed else "", "mute")
        said = ("Évoquée", "ok") if situation.vue else ("Non évoquée", "warn")
        self.seen.set_tag(*(said if closed else ("", "mute")))

    def show_progress(self, situation: Situation) -> None:
        """What moves while the patient is discussed."""
        self._shown = situation.minutes
        over = 0 < self._planned < situation.minutes
        self.minutes.set_tag(texts.duration(situation.minutes), "warn" if over else "mute")
        self.minutes.setVisible(not self.minutes_edit.isVisibleTo(self))
        self.discussed_box.setChecked(situation.vue)

    def holds_escape(self) -> bool:
        return self.minutes_edit.isVisible()

    def on_escape(self) -> None:
        self._edit(editing=False)
        self.correct_button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _edit(self, *, editing: bool) -> None:
        self.minutes.setVisible(not editing)
        self.correct_button.setVisible(not editing and not self._closed)
        self.minutes_edit.setVisible(editing)

    def _on_correct_clicked(self) -> None:
        self.minutes_edit.setText(str(self._shown))
        self._edit(editing=True)
        self.minutes_edit.selectAll()
        self.minutes_edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_minutes_typed(self) -> None:
        if not self.minutes_edit.isVisibleTo(self):
            return
        typed = self.minutes_edit.text()
        self._edit(editing=False)
        if typed and int(typed) != self._shown:
            self.minutes_corrected.emit(int(typed))

    def _on_point_changed(self, code: str) -> None:
        self.point_chosen.emit(ProchainPoint(code))
