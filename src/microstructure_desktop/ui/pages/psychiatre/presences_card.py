"""PresencesCard: when the psychiatrist is at the cabinet this month, and when away."""

from PySide6.QtCore import Signal

from microstructure_desktop.services.permanence_psychiatre import Permanence
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import clear, column, row

from .words import absence, presence

_NONE = "Aucune permanence notée ce mois-ci. Notez-les pour que l’agenda propose ces heures."


class PresencesCard(Card):
    """Signals:
    route_chosen: Route of the permanences and absences of the team.
    """

    route_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__("Présences du mois")
        self.hours_button = Button("Permanences et absences", "link", "clock")
        self._lines = column(spacing=4)
        self.body.addLayout(self._lines)
        self.body.addLayout(row(self.hours_button, None))
        self.hours_button.clicked.connect(self._on_hours_clicked)

    def show_month(self, found: Permanence) -> None:
        clear(self._lines)
        several = len(found.psychiatres) > 1
        lines = [presence(p, named=several) for p in found.presences]
        for text in lines or [_NONE]:
            self._lines.addWidget(Paragraph(text, "body" if lines else "secondary"))
        for away in found.absences:
            self._lines.addWidget(Paragraph(absence(away), "secondary"))

    def lines(self) -> list[str]:
        items = (self._lines.itemAt(n) for n in range(self._lines.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [w.text() for w in widgets if isinstance(w, Paragraph)]

    def _on_hours_clicked(self) -> None:
        self.route_chosen.emit(Route("horaires"))
