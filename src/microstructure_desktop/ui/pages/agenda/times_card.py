"""TimesCard: when one professional is there and away, each line with its way out."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout

from microstructure_desktop.french import DAYS
from microstructure_desktop.services.permanences import Temps
from microstructure_desktop.ui.role_words import ROLE_WORDS
from microstructure_desktop.ui.texts import NBSP, clock, numeric_date, plain_date
from microstructure_desktop.ui.widgets.avatar import RoleDot
from microstructure_desktop.ui.widgets.buttons import IconButton
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.icon_label import IconLabel
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import column, row
from microstructure_desktop.ui.widgets.themed import show_when

if TYPE_CHECKING:
    from microstructure_desktop.domain.agenda import Absence, Permanence
    from microstructure_desktop.services.reference import Reference

_NOTHING = "Aucun horaire noté : toutes les heures sont proposées sans question."


class TimesCard(Card):
    """Signals:
    end_asked: PermanenceId.
    return_asked: AbsenceId.
    """

    end_asked = Signal(str)
    return_asked = Signal(str)

    def __init__(self, temps: Temps, reference: "Reference", *, may_write: bool) -> None:
        super().__init__()
        self._reference = reference
        self._may_write = may_write
        membre = temps.membre
        self.buttons: list[IconButton] = []
        words = column(
            Label(membre.nom_complet, "card"),
            Label(ROLE_WORDS[membre.role.value], "caption"),
            spacing=0,
        )
        head = row(RoleDot(membre.role.value), words, spacing=12)
        head.setStretchFactor(words, 1)
        self.body.addLayout(head)
        for permanence in temps.permanences:
            self.body.addLayout(self._permanence(permanence))
        for absence in temps.absences:
            self.body.addLayout(self._absence(absence))
        if not temps.permanences:
            self.body.addWidget(Paragraph(_NOTHING, "caption"))

    def _permanence(self, permanence: "Permanence") -> QLayout:
        words = permanence_words(permanence)
        button = IconButton("x", f"Mettre fin à cette permanence : {words}", "quiet")
        button.clicked.connect(partial(self.end_asked.emit, permanence.id))
        return self._line("calendar-clock", words, button)

    def _absence(self, absence: "Absence") -> QLayout:
        reason = self._reference.libelle("ABSENCE", absence.motif) if absence.motif else ""
        words = " · ".join(part for part in (absence_words(absence), reason) if part)
        button = IconButton("x", f"Retirer cette absence : {words}", "quiet")
        button.clicked.connect(partial(self.return_asked.emit, absence.id))
        return self._line("calendar-off", words, button)

    def _line(self, icon: str, words: str, button: IconButton) -> QLayout:
        show_when(button, self._may_write)
        self.buttons.append(button)
        text = Label(words)
        line = row(IconLabel(icon, "text3", 18), text, button, spacing=10)
        line.setStretchFactor(text, 1)
        return line


def permanence_words(permanence: "Permanence") -> str:
    """« Jeudi, 14:00 – 17:00 », « Jeudi 26 novembre 2026, 14:00 – 16:00 »."""
    day = DAYS[permanence.jour_semaine].capitalize()
    hours = f"{clock(permanence.debut)} – {clock(permanence.fin)}"
    if permanence.jusqu_a == permanence.depuis:
        return f"{day}{NBSP}{plain_date(permanence.depuis)}, {hours}"
    until = f", jusqu’au {numeric_date(permanence.jusqu_a)}" if permanence.jusqu_a else ""
    return f"{day}, {hours}{until}"


def absence_words(absence: "Absence") -> str:
    """« Absence du 21/12/2026 au 31/12/2026 », « Absence le 24/12/2026 »."""
    first = numeric_date(absence.du)
    if absence.du == absence.au:
        return f"Absence le {first}"
    return f"Absence du {first} au {numeric_date(absence.au)}"
