"""RequestsPart: what one person asks, or what everybody does, and how to note a new request."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from microstructure_desktop.domain.demande import NatureDemande
from microstructure_desktop.services.delais_demande import delais
from microstructure_desktop.services.demandes import LigneDemande
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.models.columns import Column
from microstructure_desktop.ui.models.rows_model import RowsModel
from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.empty_state import EmptyState
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import flow
from microstructure_desktop.ui.widgets.note_line import NoteLine
from microstructure_desktop.ui.widgets.page_body import PageBody
from microstructure_desktop.ui.widgets.table_view import TableView

from . import words
from .request_card import RequestCard

_NONE = "Aucune demande en attente"
_NONE_WHAT = "Une demande se note depuis le dossier de la personne : menu, puis « Demandes »."
_NONE_HERE = "Aucune demande de cette personne"
_NOTE_IT = "Notez-la dès qu’elle arrive : les délais courent de ce jour."
_CHECK = "Texte non relu mot pour mot."


class RequestsPart(PageBody):
    """Signals:
    chosen: another request is current.
    review_asked: the LigneDemande to read over.
    answer_asked: the LigneDemande that was answered otherwise.
    refuse_asked: the LigneDemande to refuse.
    """

    chosen = Signal()
    review_asked = Signal(object)
    answer_asked = Signal(object)
    refuse_asked = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._discretion = context.discretion
        self.model = RowsModel(self._shown_columns(), parent=self)
        self.table = TableView("Demandes")
        self.table.setModel(self.model)
        self.detail = Paragraph("")
        self.empty = EmptyState("inbox", _NONE, _NONE_WHAT)
        self.review_button = Button("Relire et remettre", "primary", "list-checks")
        self.answer_button = Button("Noter la réponse…", "primary", "check")
        self.refuse_button = Button("Refuser…", icon="x")
        self.request = RequestCard(context)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        listed = QWidget()
        body = QVBoxLayout(listed)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(12)
        body.addWidget(self.table)
        body.addWidget(self.detail)
        buttons = (self.refuse_button, self.answer_button, self.review_button)
        body.addLayout(flow(*buttons, spacing=10))
        self._stack = QStackedWidget()
        self._stack.addWidget(listed)
        self._stack.addWidget(self.empty)
        self.fill(self._stack)
        self.fill_aside(self.request, _rules())

    def _connect(self) -> None:
        self.table.row_chosen.connect(self._on_row_chosen)
        self.table.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.review_button.clicked.connect(self._on_review_clicked)
        self.answer_button.clicked.connect(self._on_answer_clicked)
        self.refuse_button.clicked.connect(self._on_refuse_clicked)
        self._discretion.changed.connect(self._on_discretion_changed)

    def show_requests(
        self, lignes: Sequence[LigneDemande], demande_id: str, *, of_one: bool
    ) -> None:
        """`demande_id`: the one to choose; `of_one`: all are about the same person."""
        kept = self.current()
        wanted = demande_id or (kept.demande.id if kept is not None else "")
        self.empty.set_words(*((_NONE_HERE, _NOTE_IT) if of_one else (_NONE, _NONE_WHAT)))
        self.model.set_rows(lignes)
        at = self.model.index_of(lambda one: one.demande.id == wanted)
        self.table.setCurrentIndex(at if at.isValid() else self.model.index(0, 0))
        self._stack.setCurrentIndex(0 if lignes else 1)
        self.request.setVisible(of_one)
        self._on_selection_changed()

    def current(self) -> LigneDemande | None:
        index = self.table.currentIndex()
        if not index.isValid() or index.row() >= len(self.model.rows()):
            return None
        found: LigneDemande = self.model.row(index.row())
        return found

    def _shown_columns(self) -> tuple[Column, ...]:
        return (
            Column("Personne", lambda one: self._discretion.name(one.patient), strong=True),
            Column("Demande", words.nature, 170),
            Column("Reçue le", words.received, 105, lambda one: one.demande.jour),
            Column("À répondre le", words.due, 120, lambda one: one.echeance.le),
            Column("État", lambda one: words.state(one)[0], 120, tag=words.state),
        )

    def _on_selection_changed(self, *_: object) -> None:
        one = self.current()
        told = one is not None and not self._discretion.on
        self.detail.setText(words.detail(one) if one is not None and told else "")
        waits = one is not None and one.demande.ouverte
        access = one is not None and one.demande.nature is NatureDemande.ACCES
        self.review_button.setVisible(waits and access)
        self.answer_button.setVisible(waits and not access)
        self.refuse_button.setVisible(waits)
        self.chosen.emit()

    def _on_discretion_changed(self) -> None:
        self.model.name_anew()
        self._on_selection_changed()

    def _on_row_chosen(self, one: LigneDemande) -> None:
        if one.demande.ouverte and one.demande.nature is NatureDemande.ACCES:
            self.review_asked.emit(one)

    def _on_review_clicked(self) -> None:
        self.review_asked.emit(self.current())

    def _on_answer_clicked(self) -> None:
        self.answer_asked.emit(self.current())

    def _on_refuse_clicked(self) -> None:
        self.refuse_asked.emit(self.current())


def _rules() -> Card:
    found = delais()
    card = Card("Délais et règles")
    for rule in found.regles:
        said = f"{rule.titre}{NBSP}: {rule.texte[:1].lower()}{rule.texte[1:]}"
        card.body.addWidget(
            NoteLine("scale", f"{said} {_CHECK}" if rule.a_verifier else said, "secondary")
        )
    card.body.addWidget(Paragraph(found.source, "caption"))
    return card
