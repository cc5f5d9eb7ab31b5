"""ReunionsPage: the coming meeting, and the minutes of those before."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from microstructure_desktop.domain.synthese import Etat
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import documents, syntheses
from microstructure_desktop.services.documents import Document
from microstructure_desktop.services.syntheses import Reunions, SyntheseLigne, SyntheseOuverte
from microstructure_desktop.ui import texts
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.dialogs.print_preview import PrintPreview
from microstructure_desktop.ui.dialogs.record_menu import MORE, RecordMenu, Target
from microstructure_desktop.ui.models.columns import Column
from microstructure_desktop.ui.models.rows_model import RowsModel
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.page import Page
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.buttons import Button, IconButton
from microstructure_desktop.ui.widgets.empty_state import EmptyState
from microstructure_desktop.ui.widgets.header_band import HeaderBand
from microstructure_desktop.ui.widgets.labels import Label
from microstructure_desktop.ui.widgets.layouts import boxed, column, row
from microstructure_desktop.ui.widgets.table_view import TableView

from . import words
from .next_meeting_card import NextMeetingCard
from .year_card import YearCard

if TYPE_CHECKING:
    from microstructure_desktop.services.office import Office

_COLUMNS = (
    Column("N°", lambda r: str(r.numero), 64, sort_key=lambda r: r.numero),
    Column("Date", lambda r: words.title_date(r.jour), sort_key=lambda r: r.jour, strong=True),
    Column("Situations", lambda r: str(r.patients), 120, lambda r: r.patients, right=True),
    Column("Décisions", lambda r: str(r.decisions), 120, lambda r: r.decisions, right=True),
    Column("État", lambda r: words.STATES[r.etat][0], 170, tag=lambda r: words.STATES[r.etat]),
)


def load(office: "Office") -> tuple[Reunions, SyntheseOuverte]:
    """Every meeting, and the coming one as it stands."""
    reunions = syntheses.reunions(office)
    prochaine = reunions.prochaine
    if prochaine is not None and prochaine.etat is Etat.EN_COURS:
        return reunions, syntheses.open_synthese(office, prochaine.id)
    return reunions, syntheses.prepare(office, prochaine.id if prochaine else None)


class ReunionsPage(Page):
    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._next: SyntheseOuverte | None = None
        self._preview: QDialog | None = None
        self.header = HeaderBand("Réunions de synthèse")
        self.all_button = Button("Comptes rendus", "normal", "file-text")
        self.all_button.clicked.connect(self._on_all_clicked)
        self.header.add_action(self.all_button)
        self.banner = Banner()
        self.next_card = NextMeetingCard()
        self.next_card.clicked.connect(self._on_next_clicked)
        self.model = RowsModel(_COLUMNS, parent=self)
        self.menu = RecordMenu(context, self)
        self.past = self._past_part()
        self.empty = EmptyState(
            "users-round",
            "Aucune réunion tenue",
            "Chaque mois, l’équipe parle ensemble des personnes suivies. L’ordre du jour se "
            "prépare tout seul : il ne reste qu’à l’accepter.",
        )
        self.year_card = YearCard(context.worker)
        self.year_card.route_chosen.connect(context.navigator.go)
        pieces = (self.banner, self.next_card, self.year_card, self.past, self.empty)
        ground = column(*pieces, spacing=16)
        ground.setContentsMargins(24, 20, 24, 20)
        ground.setStretch(3, 1)
        ground.setStretch(4, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addLayout(ground, 1)
        self._hide_all()
        context.events.store_changed.connect(self._on_store_changed)

    def _hide_all(self) -> None:
        for part in (self.next_card, self.year_card, self.past, self.empty):
            part.hide()

    def _past_part(self) -> QWidget:
        self.table = TableView("Réunions passées")
        self.table.setModel(self.model)
        self.table.row_chosen.connect(self._on_row_chosen)
        self.table.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.minutes_button = Button(
            "Ouvrir le compte rendu", "normal", "file-text", shortcut="Ctrl+P"
        )
        self.minutes_button.clicked.connect(self._on_minutes_clicked)
        self.view_button = Button("Relire la réunion", "ghost", "eye")
        self.view_button.clicked.connect(self._on_view_clicked)
        self.more_button = IconButton("ellipsis", MORE)
        self.more_button.clicked.connect(self._on_more_clicked)
        heading = row(Label("Réunions passées", "card"), None, self.view_button)
        heading.addWidget(self.minutes_button)
        heading.addWidget(self.more_button)
        part = column(heading, spacing=10)
        part.addWidget(self.table, 1)
        return boxed(part)

    def open(self, _route: Route) -> None:
        self.context.worker.run(load, self._on_loaded, self._on_failed)

    def leave(self) -> None:
        if self._preview is not None:
            self._preview.reject()

    def first_focus(self) -> QWidget | None:
        return self.next_card.button

    def _on_store_changed(self, kinds: frozenset[str]) -> None:
        if self.isVisible() and kinds & {"synthese", "question", "inclusion"}:
            self.context.worker.run(load, self._on_loaded, self._on_failed)

    def _on_loaded(self, found: tuple[Reunions, SyntheseOuverte]) -> None:
        reunions, self._next = found
        self.banner.clear()
        self.next_card.show_next(self._next, self.context.now().date())
        self.next_card.show()
        self.year_card.reload()
        self.year_card.show()
        coming = self._next.synthese.id
        past = [ligne for ligne in reunions.lignes if ligne.id != coming]
        kept = self._selected()
        self.model.set_rows(past)
        self._select(kept)
        self.past.setVisible(bool(past))
        self.empty.setVisible(not past)
        closed = sum(ligne.etat is Etat.CLOSE for ligne in past)
        self.header.subtitle.setText(f"{texts.count(closed, 'compte rendu', 'comptes rendus')}")

    def _on_failed(self, error: AppError) -> None:
        self.banner.show_message("warn", error.sentence, error.way_out)

    # --- the table --------------------------------------------------------------------------

    def _selected(self) -> SyntheseLigne | None:
        index = self.table.currentIndex()
        if not index.isValid() or index.row() >= len(self.model.rows()):
            return None
        ligne: SyntheseLigne = self.model.row(index.row())
        return ligne

    def _select(self, kept: SyntheseLigne | None) -> None:
        """The same meeting as before, else the latest."""
        index = self.model.index_of(lambda r: kept is not None and r.id == kept.id)
        index = index if index.isValid() else self.model.index(0, 0)
        self.table.setCurrentIndex(index)
        self._on_selection_changed()

    def _on_selection_changed(self, _new: QItemSelection | None = None) -> None:
        ligne = self._selected()
        self.minutes_button.setEnabled(ligne is not None and ligne.etat is Etat.CLOSE)
        self.view_button.setEnabled(ligne is not None)
        self.more_button.setEnabled(ligne is not None)

    def _on_row_chosen(self, ligne: SyntheseLigne) -> None:
        if ligne.etat is Etat.CLOSE:
            self._show_minutes(ligne)
        else:
            self._go(ligne)

    def _on_minutes_clicked(self) -> None:
        ligne = self._selected()
        if ligne is not None:
            self._show_minutes(ligne)

    def _on_view_clicked(self) -> None:
        ligne = self._selected()
        if ligne is not None:
            self._go(ligne)

    def _on_more_clicked(self) -> None:
        ligne = self._selected()
        if ligne is not None:
            mine = ligne.etat is not Etat.CLOSE  # the service knows its author
            target = Target("synthese", ligne.id, mine=mine)
            self.menu.open_under(self.more_button, target)

    def _on_next_clicked(self) -> None:
        assert self._next is not None
        synthese = self._next.synthese
        if synthese.etat is Etat.EN_COURS:
            self.context.navigator.go(Route("synthese", synthese_id=synthese.id))
        elif self._next.based_on is not None:
            self.context.navigator.go(Route("preparation", synthese_id=synthese.id))
        else:
            self.context.navigator.go(Route("preparation"))

    def _on_all_clicked(self) -> None:
        self.context.navigator.go(Route("comptes_rendus"))

    def _go(self, ligne: SyntheseLigne) -> None:
        page = "preparation" if ligne.etat is Etat.PREPAREE else "synthese"
        self.context.navigator.go(Route(page, synthese_id=ligne.id))

    # --- the minutes ------------------------------------------------------------------------

    def _show_minutes(self, ligne: SyntheseLigne) -> None:
        ready = partial(documents.minutes, synthese_id=ligne.id)
        self.context.worker.run(ready, self._on_minutes_ready, self._on_failed)

    def _on_minutes_ready(self, document: Document) -> None:
        if not self.isVisible():
            return
        self._preview = PrintPreview(document, self.context, self)
        self._preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._preview.finished.connect(self._on_preview_finished)
        self._preview.open()

    def _on_preview_finished(self) -> None:
        self._preview = None
