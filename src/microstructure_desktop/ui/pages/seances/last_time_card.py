"""LastTimeCard: what was noted at the session before, and the way to all of them."""

from datetime import date

from PySide6.QtCore import Signal

from microstructure_desktop.domain.consultation import Consultation
from microstructure_desktop.ui import texts
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import row

_LONGEST = 420  # characters: the whole note is one click away


class LastTimeCard(Card):
    """Signals:
    all_clicked: the person wants every session.
    """

    all_clicked = Signal()

    def __init__(self) -> None:
        super().__init__("La dernière fois")
        self.note = Paragraph("", "secondary")
        self.all_button = Button("", "link")
        self.body.setSpacing(6)
        self.body.addWidget(self.note)
        self.body.addLayout(row(self.all_button, None))
        self.all_button.clicked.connect(self.all_clicked)

    def show_last(self, last: Consultation | None, number: int, today: date) -> None:
        assert self.title is not None
        self.all_button.setVisible(number > 0)
        if last is None:
            self.title.setText("La dernière fois")
            self.note.setText("Aucune séance de votre métier n’est notée avant celle-ci.")
            return
        self.title.setText(f"La dernière fois — {texts.near_date(last.jour, today)}")
        self.note.setText(_shortened(last.note_partagee) or "Pas de note partagée ce jour-là.")
        seances = "la séance" if number == 1 else f"les {texts.count(number, 'séance')}"
        self.all_button.setText(f"Voir {seances}")


def _shortened(note: str) -> str:
    if len(note) <= _LONGEST:
        return note
    return f"{note[:_LONGEST].rsplit(' ', 1)[0]}…"
