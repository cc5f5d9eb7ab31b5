"""MeetingHeader: when the meeting began, who is there, the time gone by, how to end it."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.synthese import Etat, Synthese
from microstructure_desktop.ui import look, texts
from microstructure_desktop.ui.discretion import Discretion
from microstructure_desktop.ui.widgets.buttons import Button, IconButton
from microstructure_desktop.ui.widgets.header_band import HeaderBand
from microstructure_desktop.ui.widgets.icon_label import IconLabel
from microstructure_desktop.ui.widgets.labels import Label
from microstructure_desktop.ui.widgets.layouts import boxed, clear, row

from . import words
from .names import Names

_HIDE, _SHOW = "Projeter sans les noms (F9)", "Afficher les noms (F9)"
_PAUSE, _RESUME = "Suspendre la réunion", "Poursuivre la réunion"
_NAMED = 5
_GAPS = 130  # margins and the room between the parts


class MeetingHeader(HeaderBand):
    """Signals:
    close_clicked: the person wants to end the meeting.
    minutes_clicked: the person wants its minutes.
    pause_clicked: the person suspends the meeting, or goes on.
    """

    close_clicked = Signal()
    minutes_clicked = Signal()
    pause_clicked = Signal()

    def __init__(
        self, planned_minutes: int, discretion: Discretion, parent: QWidget | None = None
    ) -> None:
        super().__init__("Réunion de synthèse", parent=parent)
        self._planned = planned_minutes
        self._discretion = discretion
        self._people = row(spacing=10)
        self.people = boxed(self._people)
        self.headcount = Label("", "secondary")
        self._crowd = boxed(row(IconLabel("users-round", "text2", 17), self.headcount, spacing=7))
        self.elapsed = Label("", "card")
        clock = row(IconLabel("clock", "text2", 17), self.elapsed, spacing=7)
        clock.addWidget(Label(f"/ {texts.duration(planned_minutes)}", "caption"))
        self.clock = boxed(clock)
        self.pause_button = IconButton("pause", _PAUSE, shortcut="Ctrl+Shift+P")
        self.pause_button.clicked.connect(self.pause_clicked)
        self.discreet_button = IconButton("eye-off", _HIDE)
        self.discreet_button.setCheckable(True)
        self.discreet_button.clicked.connect(discretion.toggle)
        discretion.changed.connect(self._on_discretion_changed)
        self._on_discretion_changed()
        self.close_button = Button("Clore et imprimer", "primary", "printer", shortcut="Ctrl+P")
        self.close_button.clicked.connect(self.close_clicked)
        self.minutes_button = Button(
            "Voir le compte rendu", "primary", "file-text", shortcut="Ctrl+P"
        )
        self.minutes_button.clicked.connect(self.minutes_clicked)
        for part in (
            self.people,
            self._crowd,
            self.clock,
            self.pause_button,
            self.discreet_button,
            self.close_button,
            self.minutes_button,
        ):
            self.add_action(part)

    def show_meeting(self, synthese: Synthese, numero: int, names: Names) -> None:
        self.set_words(
            f"Réunion de synthèse n°{texts.NBSP}{numero}",
            words.when(synthese.jour, synthese.debut, synthese.fin, synthese.etat),
        )
        paused = synthese.pause_depuis is not None
        self.set_tag(*(("En pause", "warn") if paused else words.STATES[synthese.etat]))
        self.pause_button.setVisible(synthese.etat is Etat.EN_COURS)
        self.pause_button.set_icon("play" if paused else "pause")
        self.pause_button.set_tip(_RESUME if paused else _PAUSE)
        self.close_button.setVisible(synthese.etat is Etat.EN_COURS)
        self.minutes_button.setVisible(synthese.close)
        self._name_people(synthese, names)
        self.headcount.setText(texts.count(len(synthese.presents), "présent"))
        self._crowd.setToolTip(names.membres_of(synthese.presents))
        self._share_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _name_people(self, synthese: Synthese, names: Names) -> None:
        clear(self._people)
        for membre in synthese.presents[:_NAMED]:
            label = Label(names.membre(membre), "secondary")
            self._people.addLayout(row(IconLabel("check", "ok", 15), label, spacing=5))
        more = len(synthese.presents) - _NAMED
        if more > 0:
            self._people.addWidget(Label(f"+ {more}", "secondary"))
        for part in self.people.findChildren(QWidget):
            part.show()  # now rather than at the next event: their widths are asked below

    def _share_room(self) -> None:
        """Names while they leave the title whole, else how many they are."""
        title = self.title.sizeHint().width() + self.tag.sizeHint().width()
        words_ = max(title, self.subtitle.sizeHint().width())
        signs = (self.pause_button, self.discreet_button, self.clock)
        ends = (self.close_button, self.minutes_button, *signs)
        rest = sum(part.sizeHint().width() for part in ends if part.isVisibleTo(self))
        room = self.width() - words_ - rest - look.px(_GAPS)
        named = self.people.sizeHint().width() <= room
        self.people.setVisible(named)
        self._crowd.setVisible(not named)

    def show_time(self, synthese: Synthese, now: datetime) -> None:
        """Hours and minutes since the beginning, pauses set aside; nothing on another day."""
        minutes = int(synthese.tenue(now).total_seconds() // 60)
        self.clock.setVisible(not synthese.close and synthese.jour == now.date())
        self.elapsed.setText(f"{minutes // 60}:{minutes % 60:02}")
        self.elapsed.set_tone("warn" if minutes > self._planned else "text")

    def _on_discretion_changed(self) -> None:
        discreet = self._discretion.on
        self.discreet_button.setChecked(discreet)
        self.discreet_button.set_icon("eye" if discreet else "eye-off")
        self.discreet_button.set_tip(_SHOW if discreet else _HIDE)
