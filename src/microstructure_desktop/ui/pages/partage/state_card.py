"""StateCard: where the month stands, the way it went, and what else can be done."""

from collections.abc import Iterable

from PySide6.QtCore import Signal

from microstructure_desktop.domain.boite_envoi import EtatPli
from microstructure_desktop.services.envois import EnvoiLu
from microstructure_desktop.ui.widgets.banner import SIGNS
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.icon_label import IconLabel
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import boxed, clear, column, flow, row
from microstructure_desktop.ui.widgets.note_line import NoteLine
from microstructure_desktop.ui.widgets.themed import show_when

from .steps import ICONES, VERBES, Acte, Etape

_STEPS = ("Scellé", "Remis", "Reçu par l’animateur")
_REACHED = {
    EtatPli.SCELLE: 1,
    EtatPli.EN_ATTENTE: 1,
    EtatPli.DEPOSE: 2,
    EtatPli.REFUSE: 2,
    EtatPli.ACCUSE: 3,
}


class StateCard(Card):
    """Signals:
    asked: Acte, another way than the one proposed.
    cancel_asked: take it back before it leaves.
    receipt_asked: bring in a receipt.
    annex_asked: print what leaves.
    """

    asked = Signal(object)
    cancel_asked = Signal()
    receipt_asked = Signal()
    annex_asked = Signal()

    def __init__(self, *, may_write: bool) -> None:
        super().__init__()
        self._may_write = may_write
        self._sign = IconLabel("info", "info", 22)
        self.said = Paragraph("", "strong")
        self.more = Paragraph("", "secondary")
        self._steps = row(spacing=18)
        self.busy = NoteLine("hourglass", "", "secondary", "info", ink="text")
        self.others = {acte: Button(VERBES[acte][1], icon=ICONES[acte]) for acte in VERBES}
        self.cancel_button = Button("Annuler cet envoi", "link", "undo-2")
        self.receipt_button = Button("Importer un accusé…", "normal", "file-input")
        self.annex_button = Button("Imprimer l’annexe", "link", "printer")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        told = column(self.said, self.more, spacing=2)
        head = row(boxed(column(self._sign, None)), told, spacing=12)
        head.setStretch(1, 1)
        self.body.addLayout(head)
        self._line = boxed(self._steps)
        self.body.addWidget(self._line)
        self.body.addWidget(self.busy)
        self.body.addWidget(
            boxed(
                flow(
                    *self.others.values(),
                    self.receipt_button,
                    self.annex_button,
                    self.cancel_button,
                    spacing=8,
                )
            )
        )

    def _connect(self) -> None:
        for button in self.others.values():
            button.clicked.connect(self._on_other_clicked)
        self.cancel_button.clicked.connect(self.cancel_asked)
        self.receipt_button.clicked.connect(self.receipt_asked)
        self.annex_button.clicked.connect(self.annex_asked)

    def show_step(
        self, etape: Etape, lu: EnvoiLu | None, ways: Iterable[Acte], *, sealed: bool
    ) -> None:
        """`ways`: what else may carry it. `sealed`: the cabinet has sealed something already."""
        self._sign.set_icon(SIGNS[etape.ton], etape.ton)
        self.said.setText(etape.phrase)
        self.more.setText(etape.suite)
        show_when(self.more, bool(etape.suite))
        self._show_steps(lu)
        under_way = lu is not None and not lu.pli.fini and not etape.sceller
        offered = {*ways, Acte.ECRIRE} - {etape.acte}
        for acte, button in self.others.items():
            show_when(button, self._may_write and under_way and acte in offered)
        show_when(self.receipt_button, self._may_write and sealed)
        show_when(self.cancel_button, self._may_write and etape.annulable)

    def set_busy(self, words: str) -> None:
        """Something is being handed over; the page stays usable."""
        self.busy.set_text(words)
        for button in (*self.others.values(), self.cancel_button):
            button.setEnabled(not words)

    def _show_steps(self, lu: EnvoiLu | None) -> None:
        clear(self._steps)
        reached = _REACHED.get(lu.pli.etat, 0) if lu is not None else 0
        show_when(self._line, reached > 0)
        refused = lu is not None and lu.pli.etat is EtatPli.REFUSE
        for rank, words in enumerate(_STEPS, start=1):
            done = rank <= reached
            sign, tone = ("circle-check", "ok") if done else ("circle", "text3")
            if refused and rank == len(_STEPS):
                sign, tone, words = "circle-x", "danger", "Refusé par l’animateur"  # noqa: PLW2901 -- this step has other words
            piece = row(IconLabel(sign, tone, 18), Label(words, "body" if done else "secondary"))
            self._steps.addLayout(piece)
        self._steps.addStretch(1)

    def _on_other_clicked(self) -> None:
        sender = self.sender()
        self.asked.emit(next(a for a, b in self.others.items() if b is sender))
