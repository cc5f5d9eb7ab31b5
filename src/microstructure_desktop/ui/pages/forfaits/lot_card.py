"""LotCard: one billing list, what changed since, and what can be done of it."""

from PySide6.QtCore import Signal

from microstructure_desktop.domain.facturation import EtatFacturation
from microstructure_desktop.services.facturation import LigneLot, Lot
from microstructure_desktop.services.facturation_ecarts import phrase
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.texts import amount, count
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import clear, column, flow, row
from microstructure_desktop.ui.widgets.note_line import NoteLine
from microstructure_desktop.ui.widgets.tag import Tag

from . import words


class LotCard(Card):
    """Signals:
    print_asked, table_asked, sent_asked, back_asked: the Lot.
    """

    print_asked = Signal(object)
    table_asked = Signal(object)
    sent_asked = Signal(object)
    back_asked = Signal(object)

    def __init__(self, context: Context, lot: Lot, *, may_bill: bool) -> None:
        super().__init__()
        self.lot = lot
        self._context = context
        title = words.lot_title(lot)
        self.setAccessibleName(title)
        self.body.addLayout(
            row(Label(title, "card"), Tag(*words.ETATS_LOT[lot.etat]), None, spacing=10)
        )
        self.body.addWidget(Label(f"Préparée par {lot.par}", "caption"))
        if lot.motif:
            self.body.addWidget(Paragraph(f"Reprise : {lot.motif}", "secondary"))
        self._names = column(spacing=4)
        self.body.addLayout(self._names)
        self.print_button = Button("Ouvrir le bordereau", "normal", "printer")
        self.table_button = Button("Tableau (XLSX)…", "normal", "download")
        self.sent_button = Button("Marquer comme transmise", "normal", "send")
        self.back_button = Button("Reprendre la facturation…", "ghost", "undo-2")
        buttons = [self.print_button, self.table_button, self.sent_button, self.back_button]
        self.sent_button.setVisible(lot.etat is EtatFacturation.PREPAREE)
        self.back_button.setVisible(lot.etat is not EtatFacturation.ANNULEE)
        if may_bill:
            self.body.addLayout(flow(*buttons, spacing=10))
        self.print_button.clicked.connect(self._on_print_clicked)
        self.table_button.clicked.connect(self._on_table_clicked)
        self.sent_button.clicked.connect(self._on_sent_clicked)
        self.back_button.clicked.connect(self._on_back_clicked)
        context.discretion.changed.connect(self._name)
        self._name()

    def _name(self) -> None:
        clear(self._names)
        people = ", ".join(self._said(x) for x in self.lot.lignes if not x.ecarts)
        if people:
            self._names.addWidget(Paragraph(people, "secondary"))
        for ligne in self.lot.lignes:
            told = " ".join(map(phrase, ligne.ecarts))
            if told:
                said = f"{self._said(ligne)} : {told}"
                self._names.addWidget(
                    NoteLine("triangle-alert", said, "secondary", "danger", ink="text")
                )
        if self.lot.fermes:
            others = count(self.lot.fermes, "autre personne", "autres personnes")
            self._names.addWidget(Paragraph(f"{others}, partage limité.", "caption"))

    def _said(self, ligne: LigneLot) -> str:
        name = self._context.discretion.name(ligne.patient)
        return f"{name} ({amount(ligne.facturation.montant_centimes)})"

    def _on_print_clicked(self) -> None:
        self.print_asked.emit(self.lot)

    def _on_table_clicked(self) -> None:
        self.table_asked.emit(self.lot)

    def _on_sent_clicked(self) -> None:
        self.sent_asked.emit(self.lot)

    def _on_back_clicked(self) -> None:
        self.back_asked.emit(self.lot)
