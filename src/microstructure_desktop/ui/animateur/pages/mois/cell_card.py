"""CellCard: what came for one month of one structure, and what to do."""

from PySide6.QtCore import Signal

from microstructure_desktop.animateur.completeness import Case, LigneTableau
from microstructure_desktop.ui.animateur import words
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.icon_label import IconLabel
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import boxed, clear, column, row
from microstructure_desktop.ui.widgets.note_line import NoteLine
from microstructure_desktop.ui.widgets.themed import show_when

from . import wording
from .acts import Lu


class CellCard(Card):
    """Signals:
    quarantine_asked: the person wants to see what was refused.
    """

    quarantine_asked = Signal()

    def __init__(self) -> None:
        super().__init__("Un mois")
        self._rows = column(spacing=10)
        self.chain = NoteLine("link-2-off", "", "secondary", "warn", ink="text2")
        self.gaps = NoteLine("info", "", "secondary", "info", ink="text2")
        self.quarantine_button = Button("Voir la quarantaine", "link", "arrow-right")
        self.quarantine_button.clicked.connect(self.quarantine_asked)
        self.body.addWidget(boxed(self._rows))
        for part in (self.chain, self.gaps, self.quarantine_button):
            self.body.addWidget(part)
        self.hide()

    def show_cell(self, ligne: LigneTableau, case: Case, lu: Lu) -> None:
        assert self.title is not None
        self.title.setText(words.titled(ligne.structure.nom, case.mois))
        clear(self._rows)
        paquets = lu.of(ligne.structure, case.mois)
        refused = lu.refused(ligne.structure, case.mois)
        for rank, paquet in enumerate(paquets):
            icon = "circle-check" if not rank else "history"
            tone = "ok" if not rank else "text3"
            self._add(icon, tone, *wording.bundle(paquet, len(paquets) - rank))
        for each in refused:
            self._add("triangle-alert", "warn", *wording.refused(each))
        if not paquets and not refused:
            self._rows.addWidget(Paragraph(wording.nothing(case, lu), "secondary"))
        self.chain.set_text(_CHAIN if case.chaine else "")
        self.gaps.set_text(wording.gaps(ligne))
        show_when(self.quarantine_button, bool(refused))
        self.show()

    def _add(self, icon: str, tone: str, what: str, how: str) -> None:
        said = column(Label(what, "strong"), Paragraph(how, "secondary"), spacing=1)
        line = row(column(2, IconLabel(icon, tone, 18), None), said, spacing=12)
        line.setStretch(1, 1)
        self._rows.addLayout(line)


_CHAIN = (
    "Ce paquet en corrige un autre qui n’est jamais arrivé. Il compte\xa0; demandez au cabinet si "
    "l’autre s’est perdu."
)
