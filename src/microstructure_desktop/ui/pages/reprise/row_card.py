"""One row of the preview in full: what was understood of each field, and what is to be known."""

from PySide6.QtCore import Signal

from microstructure_desktop.services.reprise_examen import Sort
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.check_box import CheckBox
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import clear, column, row
from microstructure_desktop.ui.widgets.note_line import NoteLine

from . import words
from .words import Shown

_HOW = "Choisissez une ligne pour voir ce qui en est compris."
_IN_THE_FILE = "Corrigez-la dans le fichier, puis choisissez-le de nouveau."


class RowCard(Card):
    """Signals:
    toggled: the person takes the row, or leaves it.
    """

    toggled = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__("Ligne")
        self.context = context
        self.take_box = CheckBox("Créer ce dossier")
        self.take_box.clicked.connect(self.toggled)
        self._lines = column(spacing=8)
        self.body.addWidget(self.take_box)
        self.body.addLayout(self._lines)
        self.show_row(None)

    def show_row(self, shown: Shown | None) -> None:
        clear(self._lines)
        self.take_box.setVisible(shown is not None and shown.creatable)
        assert self.title is not None
        if shown is None:
            self.title.setText("Ligne")
            self._lines.addWidget(Paragraph(_HOW, "secondary"))
            return
        self.title.setText(f"Ligne{NBSP}{shown.examinee.numero}")
        self.take_box.setChecked(shown.taken)
        self._say(shown)

    def _say(self, shown: Shown) -> None:
        examinee, discretion = shown.examinee, self.context.discretion
        if examinee.semblable is not None:
            alike = words.alike(examinee, discretion)
            self._lines.addWidget(NoteLine("users", alike, "secondary", "warn", ink="text"))
        if examinee.sort is Sort.A_CORRIGER:
            self._lines.addWidget(Paragraph(_IN_THE_FILE, "secondary"))
        if examinee.sort is Sort.IGNOREE:
            self._lines.addWidget(Paragraph("Elle ne nomme personne.", "secondary"))
            return
        lue = examinee.lue
        for champ, value in words.values(lue, self.context.reference).items():
            hidden = words.secret(champ, discretion)
            label = Label(words.CHAMPS[champ], "caption")
            self._lines.addLayout(
                column(label, Paragraph("•••" if hidden else value, "body"), spacing=0)
            )
            for said, icon, tone in (
                (lue.fautes.get(champ, ""), "circle-alert", "danger"),
                (lue.remarques.get(champ, ""), "info", "text3"),
            ):
                if said and not hidden:
                    self._lines.addLayout(row(NoteLine(icon, said, "caption", tone)))
