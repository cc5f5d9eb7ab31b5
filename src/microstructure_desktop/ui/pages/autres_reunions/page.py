"""AutresReunionsPage: the meetings of the network and the others, by year and type."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from microstructure_desktop.domain.reunion import Reunion, TypeReunion
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import autres_reunions
from microstructure_desktop.services.access import Permission, allowed
from microstructure_desktop.services.annulation import Fait, noted
from microstructure_desktop.services.autres_reunions import ReunionLigne
from microstructure_desktop.services.documents import Document
from microstructure_desktop.services.reseau import reseau
from microstructure_desktop.ui import texts
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.dialogs.print_preview import PrintPreview
from microstructure_desktop.ui.models.columns import Column
from microstructure_desktop.ui.models.rows_model import RowsModel
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.page import Page
from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.combo_field import ComboField
from microstructure_desktop.ui.widgets.empty_state import EmptyState
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.header_band import HeaderBand
from microstructure_desktop.ui.widgets.layouts import column, row
from microstructure_desktop.ui.widgets.table_view import TableView

from . import words
from .type_menu import TypeMenu

_EVERY_YEAR, _EVERY_TYPE = ("", "Toutes les années"), ("", "Tous les types")
_PREPARE = "Préparer une réunion"
_NONE = "Aucune réunion du réseau pour l’instant"
_FIRST = (
    "Réunion trimestrielle de toutes les équipes, crise, concertation à deux, formation : "
    "leur compte rendu se prépare et s’imprime ici."
)


class AutresReunionsPage(Page):
    """Route `autres_reunions`."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._all: tuple[ReunionLigne, ...] = ()
        self._may_write = allowed(context.membre.role, Permission.ECRIRE_RESEAU)
        self.preview: QDialog | None = None
        self.header = HeaderBand("Réseau et autres réunions", back="Retour (Échap)")
        self.trainings_button = Button("Formations de l’équipe", "normal", "graduation-cap")
        self.prepare_button = Button(_PREPARE, "primary", "plus", shortcut="Ctrl+Shift+N")
        self.menu = TypeMenu(context.reference, self)
        self.banner = Banner()
        self.year = ComboField([_EVERY_YEAR])
        types = [(t.value, words.kind(context.reference, t)) for t in TypeReunion]
        self.type = ComboField([_EVERY_TYPE, *types])
        self.model = RowsModel(_columns(context), parent=self)
        self.table = TableView("Réunions du réseau et autres")
        self.table.setModel(self.model)
        self.open_button = Button("Ouvrir", "normal", "eye")
        self.print_button = Button("Imprimer", "normal", "printer", shortcut="Ctrl+P")
        self.cancel_button = Button("Annuler la réunion", "ghost")
        self.empty = EmptyState("network", _NONE, _FIRST, _PREPARE if self._may_write else "")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        for button in (self.trainings_button, self.prepare_button):
            self.header.add_action(button)
        card = self.card = Card()
        card.body.addLayout(
            row(Field("Année", self.year), Field("Type", self.type), None, spacing=12)
        )
        card.body.addWidget(self.table, 1)
        acts = row(None, self.cancel_button, self.print_button, self.open_button, spacing=10)
        card.body.addLayout(acts)
        inside = column(self.banner, card, self.empty, spacing=16, margins=(24, 20, 24, 20))
        inside.setStretchFactor(card, 1)
        inside.setStretchFactor(self.empty, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addLayout(inside, 1)
        self.prepare_button.setVisible(self._may_write)
        for part in (card, self.empty):
            part.hide()

    def _connect(self) -> None:
        self.header.back_clicked.connect(self.context.navigator.back)
        self.trainings_button.clicked.connect(self._on_trainings_clicked)
        self.prepare_button.clicked.connect(self._on_prepare_clicked)
        self.empty.action_clicked.connect(self._on_prepare_clicked)
        self.menu.chosen.connect(self._on_type_chosen)
        self.year.changed.connect(self._show_found)
        self.type.changed.connect(self._show_found)
        self.table.row_chosen.connect(self._go)
        self.table.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self.open_button.clicked.connect(self._on_open_clicked)
        self.print_button.clicked.connect(self._on_print_clicked)
        self.cancel_button.clicked.connect(self._on_cancel_clicked)
        self.context.events.store_changed.connect(self._on_store_changed)

    def open(self, _route: Route) -> None:
        self._reload()

    def leave(self) -> None:
        if self.preview is not None:
            self.preview.reject()

    def first_focus(self) -> QWidget | None:
        return self.table if self._all else self.prepare_button

    # --- what is shown ----------------------------------------------------------------------

    def selected(self) -> ReunionLigne | None:
        index = self.table.currentIndex()
        if not index.isValid() or index.row() >= len(self.model.rows()):
            return None
        ligne: ReunionLigne = self.model.row(index.row())
        return ligne

    def _reload(self) -> None:
        self.context.worker.run(autres_reunions.reunions, self._on_loaded, self._on_failed)

    def _on_loaded(self, found: tuple[ReunionLigne, ...]) -> None:
        self._all = found
        self.banner.clear()
        years = sorted({x.reunion.jour.year for x in found}, reverse=True)
        kept = self.year.value()
        self.year.set_choices([_EVERY_YEAR, *((str(y), str(y)) for y in years)])
        self.year.set_value(kept if kept in map(str, years) else "")
        self.card.setVisible(bool(found))
        self.empty.setVisible(not found)
        self.header.subtitle.setText(_expected(found, self.context.now().year))
        self._show_found()

    def _show_found(self, _code: str = "") -> None:
        before = self.selected()
        year, nature = self.year.value(), self.type.value()
        found = [
            x
            for x in self._all
            if year in ("", str(x.reunion.jour.year)) and nature in ("", x.type.value)
        ]
        self.model.set_rows(found)
        kept = self.model.index_of(lambda x: before is not None and x.id == before.id)
        self.table.setCurrentIndex(kept if kept.isValid() else self.model.index(0, 0))
        self._show_acts()

    def _show_acts(self) -> None:
        ligne = self.selected()
        for button in (self.open_button, self.print_button):
            button.setEnabled(ligne is not None)
        self.cancel_button.setVisible(self._may_write)
        self.cancel_button.setEnabled(ligne is not None and not ligne.reunion.close)

    def _on_current_changed(self, *_indexes: object) -> None:
        self._show_acts()

    def _on_store_changed(self, kinds: frozenset[str]) -> None:
        if self.isVisible() and "reunion" in kinds:
            self._reload()

    def _on_failed(self, error: AppError) -> None:
        self.banner.show_message("warn", error.sentence, error.way_out)

    # --- what is done -----------------------------------------------------------------------

    def _on_trainings_clicked(self) -> None:
        self.context.navigator.go(Route("formations"))

    def _on_prepare_clicked(self) -> None:
        self.menu.open_under(self.prepare_button)

    def _on_type_chosen(self, nature: TypeReunion) -> None:
        ready = partial(autres_reunions.creer, nature=nature)
        self.context.worker.run(partial(noted, action=ready), self._on_made, self._on_failed)

    def _on_made(self, fait: Fait[Reunion]) -> None:
        self.context.navigator.go(Route("reunion", reunion_id=fait.result.id))
        self.context.undo.offer("Réunion préparée", fait.changes)

    def _on_open_clicked(self) -> None:
        ligne = self.selected()
        if ligne is not None:
            self._go(ligne)

    def _go(self, ligne: ReunionLigne) -> None:
        self.context.navigator.go(Route("reunion", reunion_id=ligne.id))

    def _on_cancel_clicked(self) -> None:
        ligne = self.selected()
        if ligne is not None:
            ready = partial(autres_reunions.annuler, reunion_id=ligne.id)
            self.context.worker.run(
                partial(noted, action=ready), self._on_cancelled, self._on_failed
            )

    def _on_cancelled(self, fait: Fait[None]) -> None:
        self.context.undo.offer("Réunion annulée", fait.changes)

    def _on_print_clicked(self) -> None:
        ligne = self.selected()
        if ligne is not None:
            ready = partial(autres_reunions.imprimer, reunion_id=ligne.id)
            self.context.worker.run(ready, self._on_document, self._on_failed)

    def _on_document(self, document: Document) -> None:
        if not self.isVisible():
            return
        self.preview = PrintPreview(document, self.context, self)
        self.preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.preview.finished.connect(self._on_preview_finished)
        self.preview.open()

    def _on_preview_finished(self) -> None:
        self.preview = None


def _columns(context: Context) -> tuple[Column, ...]:
    return (
        Column("N°", lambda x: str(x.numero), 52, sort_key=lambda x: x.numero),
        Column("Type", lambda x: words.kind(context.reference, x.type), strong=True),
        Column(
            "Date",
            lambda x: f"{texts.short_date(x.reunion.jour)} {x.reunion.jour.year}",
            148,
            sort_key=lambda x: x.reunion.jour,
        ),
        Column("Participants", lambda x: str(x.participants), 110, right=True),
        Column("Actions", lambda x: str(len(x.reunion.actions)), 84, right=True),
        Column(
            "État",
            lambda x: words.STATES[x.reunion.etat][0],
            126,
            tag=lambda x: words.STATES[x.reunion.etat],
        ),
    )


def _expected(found: tuple[ReunionLigne, ...], year: int) -> str:
    """« 2026 : 3 réunions trimestrielles tenues, 4 attendues par an »."""
    held = sum(
        x.reunion.close and x.type is TypeReunion.TRIMESTRIELLE and x.reunion.jour.year == year
        for x in found
    )
    done = texts.count(held, "réunion trimestrielle tenue")
    return f"{year}{NBSP}: {done}, {reseau().trimestrielles_par_an} attendues par an"
