"""TeamWeekCard: who receives on which day, week by week."""

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from microstructure_desktop.domain.creneaux import Plage, heure
from microstructure_desktop.services.semaine import JOURS, JourAgenda, Semaine
from microstructure_desktop.ui import look
from microstructure_desktop.ui.texts import clock, day_and_month, weekday
from microstructure_desktop.ui.widgets.buttons import IconButton
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.icon_label import IconLabel
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import clear, column, row
from microstructure_desktop.ui.widgets.roles import ROLE_ICONS

_NONE = "Aucune permanence notée. L’agenda en propose la saisie."
_LEAST = 84


class TeamWeekCard(Card):
    """Signals:
    week_asked: the Monday of the week to show.
    """

    week_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__("L’équipe cette semaine")
        self._lundi = date.min
        self.dates = Label("", "secondary")
        self.before_button = IconButton("chevron-left", "Semaine précédente", "quiet")
        self.after_button = IconButton("chevron-right", "Semaine suivante", "quiet")
        self.before_button.clicked.connect(partial(self._move, -1))
        self.after_button.clicked.connect(partial(self._move, 1))
        for part in (self.before_button, self.dates, self.after_button):
            self.header.addWidget(part)
        self.days: list[DayCell] = []
        self._grid = QHBoxLayout()
        self._grid.setSpacing(8)
        self._none = Paragraph(_NONE)
        self.body.addLayout(self._grid)
        self.body.addWidget(self._none)

    def show_week(self, semaine: Semaine) -> None:
        """Saturday only when somebody receives."""
        self._lundi = semaine.lundi
        saturday = semaine.jours[-1]
        shown = semaine.jours if saturday.presences else semaine.jours[: JOURS - 1]
        self.dates.setText(f"{shown[0].jour.day} – {day_and_month(shown[-1].jour)}")
        clear(self._grid)
        self.days = [DayCell(jour, today=jour.jour == semaine.aujourdhui) for jour in shown]
        for cell in self.days:
            self._grid.addWidget(cell, 1)
        self._none.setVisible(not any(jour.presences for jour in shown))

    def _move(self, weeks: int) -> None:
        self.week_asked.emit(self._lundi + timedelta(weeks=weeks))


class DayCell(Card):
    """A day: who is there, at what hours."""

    def __init__(self, jour: JourAgenda, *, today: bool) -> None:
        super().__init__(sunken=True)
        self.set_chosen(today)
        self.setMinimumWidth(look.px(_LEAST))
        self.body.setSpacing(6)
        name = f"{weekday(jour.jour).capitalize()} {jour.jour.day}"
        self.body.addWidget(Label(name, "label"))
        if jour.ferie:
            self.body.addWidget(Label(jour.ferie, "caption"))
        for presence in jour.presences:
            role = presence.membre.role.value
            hours = "absence" if presence.absent else span(presence.plage)
            words = column(
                Label(presence.membre.nom_affiche, "secondary"), Label(hours, "caption"), spacing=0
            )
            line = row(IconLabel(ROLE_ICONS[role], role, 16), words, spacing=8)
            line.setStretchFactor(words, 1)
            self.body.addLayout(line)
        self.body.addStretch(1)


def span(plage: Plage) -> str:
    """« 9 h – 12 h », « 14 h 30 – 17 h »."""
    return f"{clock(heure(plage.debut))} – {clock(heure(plage.fin))}"
