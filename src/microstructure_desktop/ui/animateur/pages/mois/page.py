"""MoisPage: who sent which month, what is missing, and how complete each month is."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from microstructure_desktop.animateur.completeness import Case, EtatCase, LigneTableau
from microstructure_desktop.ui import look
from microstructure_desktop.ui.animateur import words
from microstructure_desktop.ui.animateur.context import Context
from microstructure_desktop.ui.animateur.page import Page
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.widgets.buttons import Button, IconButton
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.empty_state import EmptyState
from microstructure_desktop.ui.widgets.icon_label import IconLabel
from microstructure_desktop.ui.widgets.labels import Label
from microstructure_desktop.ui.widgets.layouts import boxed, flow, row

from . import acts, wording
from .acts import Lu
from .cell_card import CellCard
from .grid import MonthGrid
from .reminders import Reminders

_UNDER = 240  # pixels for the legend and for what a cell says
_LATE = (EtatCase.MANQUANT, EtatCase.QUARANTAINE)


class MoisPage(Page):
    """Route `mois`."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "Mois", "Qui a envoyé quoi")
        self._annee: int | None = None
        self._lu: Lu | None = None
        self.before = IconButton("chevron-left", "Année précédente", "quiet", shortcut="Alt+Left")
        self.after = IconButton("chevron-right", "Année suivante", "quiet", shortcut="Alt+Right")
        self.year = Label("", "card")
        self.remind_button = Button("Préparer les relances…", "primary", "mail")
        self.reminders = Reminders(self)
        self.grid = MonthGrid()
        self.cell = CellCard()
        self.table = Card()
        self.empty = EmptyState(
            "calendar-days",
            "Aucun cabinet n’est inscrit.",
            "Le tableau se remplit dès qu’un cabinet est inscrit.",
            "Inscrire un cabinet",
        )
        self.empty.hide()
        self._lay_out()
        self._connect()

    def first_focus(self) -> QWidget | None:
        return self.grid

    def reload(self) -> None:
        self.ask(acts.lire, self._on_loaded, annee=self._annee)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.grid.set_room(self.body.height() - look.control_px(_UNDER))

    def leave(self) -> None:
        super().leave()
        self.reminders.close()

    def _lay_out(self) -> None:
        for part in (self.before, self.year, self.after, self.remind_button):
            self.header.add_action(part)
        self.table.body.setContentsMargins(0, 0, 0, 10)
        self.table.body.setSpacing(8)
        self.table.body.addWidget(self.grid)
        self.table.body.addWidget(_legend())
        self.body.fill(self.empty, self.table, self.cell)

    def _connect(self) -> None:
        self.before.clicked.connect(self._on_before_clicked)
        self.after.clicked.connect(self._on_after_clicked)
        self.remind_button.clicked.connect(self.reminders.ask)
        self.grid.cell_shown.connect(self._on_cell_shown)
        self.cell.quarantine_asked.connect(self._on_quarantine_asked)
        self.empty.action_clicked.connect(self._on_enrol_clicked)

    def _on_loaded(self, lu: Lu) -> None:
        self._lu, self._annee = lu, lu.annee
        self.year.setText(str(lu.annee))
        self.before.setEnabled(lu.annee > min(lu.annees))
        self.after.setEnabled(lu.annee < max(lu.annees))
        self.remind_button.setEnabled(any(ligne.manquants for ligne in lu.lignes))
        self.empty.setVisible(not lu.lignes)
        self.table.setVisible(bool(lu.lignes))
        self.header.subtitle.setText(_summary(lu))
        self.cell.hide()
        first = not self.grid.currentIndex().isValid()
        self.grid.show_year(lu)
        if first and lu.lignes:
            self.grid.go_to(*_first_late(lu))
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_cell_shown(self, cell: tuple[LigneTableau, Case] | None) -> None:
        if cell is None or self._lu is None:
            self.cell.hide()
        else:
            self.cell.show_cell(*cell, self._lu)

    def _on_before_clicked(self) -> None:
        self._turn(-1)

    def _on_after_clicked(self) -> None:
        self._turn(1)

    def _turn(self, by: int) -> None:
        if self._annee is not None:
            self._annee += by
            self.reload()

    def _on_quarantine_asked(self) -> None:
        self.context.navigator.go(Route("reception"))

    def _on_enrol_clicked(self) -> None:
        self.context.navigator.go(Route("structures"))


def _summary(lu: Lu) -> str:
    """« 27 structures sur 30 en octobre », the last month that is complete or awaited."""
    told = [
        (each, mois) for each, mois in zip(lu.completudes, lu.mois, strict=True) if each is not None
    ]
    if not told:
        return "Qui a envoyé quoi"
    whole, mois = told[-1]
    return f"{words.month(mois).capitalize()}\xa0: {whole.phrase}"


def _first_late(lu: Lu) -> tuple[int, int]:
    """Where the eye should go first: what is late, else the last month of the first row."""
    for row_at, ligne in enumerate(lu.lignes):
        for at, case in enumerate(ligne.cases):
            if case.etat in _LATE:
                return row_at, at
    shown = [at for at, case in enumerate(lu.lignes[0].cases) if case.etat is not EtatCase.HORS]
    return 0, shown[-1] if shown else 0


def _legend() -> QWidget:
    parts = []
    for sign in wording.SIGNES.values():
        line = row(IconLabel(sign.icone, sign.ton, 15), Label(sign.long, "caption"), spacing=6)
        parts.append(boxed(line))
    legend = flow(*parts, spacing=18)
    legend.setContentsMargins(14, 4, 14, 0)
    return boxed(legend)
