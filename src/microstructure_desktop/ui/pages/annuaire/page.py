"""AnnuairePage: who works around the cabinet, found as it is typed."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from microstructure_desktop.domain.partenaire import Partenaire
from microstructure_desktop.domain.text import normalise
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import annuaire
from microstructure_desktop.services.access import Permission, allowed
from microstructure_desktop.services.annuaire import PartenaireSaisi
from microstructure_desktop.services.annulation import Fait, noted
from microstructure_desktop.services.office import Office
from microstructure_desktop.ui import look
from microstructure_desktop.ui.cell_roles import ROW_ROLE
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.dialogs.partner_dialog import PartnerDialog
from microstructure_desktop.ui.models.columns import Column
from microstructure_desktop.ui.models.rows_model import RowsModel
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.page import Page
from microstructure_desktop.ui.texts import count
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.empty_state import EmptyState
from microstructure_desktop.ui.widgets.header_band import HeaderBand
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import column, row
from microstructure_desktop.ui.widgets.search_box import SearchBox
from microstructure_desktop.ui.widgets.segmented import Segmented
from microstructure_desktop.ui.widgets.table_view import TableView

ACTIFS, RETIRES = "actifs", "retires"
_TITLE = "Annuaire du cabinet"
_WHAT = "Pharmacies, infirmiers, CSAPA, hôpitaux, services sociaux"
_NOBODY = "Personne dans l’annuaire pour l’instant"
_FIRST = "Commencez par la pharmacie et le CSAPA avec lesquels vous travaillez."
_ADD = "Ajouter un partenaire"
_WIDEST = 1_180


class AnnuairePage(Page):
    """Route `annuaire`: everybody of the directory, to find, to add, to correct, to retire."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._may_write = allowed(context.membre.role, Permission.ECRIRE_ANNUAIRE)
        self._all: tuple[Partenaire, ...] = ()
        self._known: Partenaire | None = None
        self.dialog: PartnerDialog | None = None
        self.header = HeaderBand(_TITLE, _WHAT, back="Retour (Échap)")
        self.add_button = Button(_ADD, "primary", "plus", shortcut="Ctrl+Shift+N")
        self.header.add_action(self.add_button)
        self.banner = Banner()
        self.search = SearchBox("Nom, type, ville ou téléphone", "Ctrl+F")
        self.which = Segmented([(ACTIFS, "En cours"), (RETIRES, "Retirés")], name="Partenaires")
        self.which.set_value(ACTIFS)
        self.table = TableView("Annuaire")
        self.model = RowsModel(_columns(context), spoken=_spoken(context), parent=self.table)
        self.table.setModel(self.model)
        self.precision = Paragraph("", "secondary")
        self.edit_button = Button("Corriger", icon="pencil")
        self.retire_button = Button("Retirer", "ghost")
        self.empty = EmptyState("book-user", _NOBODY, _FIRST, _ADD if self._may_write else "")
        self._lay_out()
        self._connect()

    def open(self, _route: Route) -> None:
        self._reload()

    def first_focus(self) -> QWidget | None:
        return self.search

    def _lay_out(self) -> None:
        card = self.card = Card()
        tools = row(self.search, self.which, spacing=12)
        tools.setStretchFactor(self.search, 1)
        acts = row(self.precision, self.edit_button, self.retire_button, spacing=10)
        acts.setStretchFactor(self.precision, 1)
        card.body.addLayout(tools)
        card.body.addWidget(self.table, 1)
        card.body.addLayout(acts)
        card.setMaximumWidth(look.px(_WIDEST))
        inside = column(self.banner, card, self.empty, spacing=16, margins=(24, 20, 24, 20))
        inside.setStretchFactor(card, 1)
        inside.setStretchFactor(self.empty, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addLayout(inside, 1)
        for button in (self.add_button, self.edit_button, self.retire_button):
            button.setVisible(self._may_write)
        self.empty.hide()

    def _connect(self) -> None:
        self.header.back_clicked.connect(self.context.navigator.back)
        self.add_button.clicked.connect(self._on_add_clicked)
        self.empty.action_clicked.connect(self._on_add_clicked)
        self.search.searched.connect(self._on_searched)
        self.search.down_pressed.connect(self._on_down_pressed)
        self.which.changed.connect(self._on_searched)
        self.table.row_chosen.connect(self._on_row_chosen)
        self.table.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self.edit_button.clicked.connect(self._on_edit_clicked)
        self.retire_button.clicked.connect(self._on_retire_clicked)
        self.context.events.store_changed.connect(self._on_store_changed)

    # --- what is shown ----------------------------------------------------------------------

    def chosen(self) -> Partenaire | None:
        found: Partenaire | None = self.table.currentIndex().data(ROW_ROLE)
        return found

    def _reload(self) -> None:
        self.context.worker.run(annuaire.annuaire, self._on_loaded, self._on_failed)

    def _on_loaded(self, found: tuple[Partenaire, ...]) -> None:
        self._all = found
        self.card.setVisible(bool(found))
        self.empty.setVisible(not found)
        active = sum(p.actif for p in found)
        self.header.subtitle.setText(count(active, "partenaire") if found else _WHAT)
        self._show_found()

    def _show_found(self) -> None:
        before = self.chosen()
        active = self.which.value() == ACTIFS
        asked = (p if active else replace(p, actif=not p.actif) for p in self._all)
        found = annuaire.trouves(asked, self.search.text(), self.context.reference)
        self.model.set_rows(found)
        kept = self.model.index_of(lambda p: before is not None and p.id == before.id)
        self.table.setCurrentIndex(kept if kept.isValid() else self.model.index(0, 0))
        self._show_acts()

    def _show_acts(self) -> None:
        partenaire = self.chosen()
        for button in (self.edit_button, self.retire_button):
            button.setEnabled(partenaire is not None)
        self.precision.setText(_details(partenaire) if partenaire is not None else "")
        retired = self.which.value() == RETIRES
        self.retire_button.setText("Remettre dans l’annuaire" if retired else "Retirer")

    def _on_searched(self, _text: str) -> None:
        self._show_found()

    def _on_down_pressed(self) -> None:
        self.table.setFocus()

    def _on_current_changed(self, *_indexes: object) -> None:
        self._show_acts()

    def _on_store_changed(self, kinds: frozenset[str]) -> None:
        if self.isVisible() and "partenaire" in kinds:
            self._reload()

    # --- what is done -----------------------------------------------------------------------

    def _on_row_chosen(self, _partenaire: Partenaire) -> None:
        if self._may_write:
            self._on_edit_clicked()

    def _on_add_clicked(self) -> None:
        self._open(PartnerDialog(self, self.context.reference, verb="Ajouter"), None)

    def _on_edit_clicked(self) -> None:
        partenaire = self.chosen()
        if partenaire is not None:
            dialog = PartnerDialog(self, self.context.reference, partenaire)
            self._open(dialog, partenaire)

    def _open(self, dialog: PartnerDialog, known: Partenaire | None) -> None:
        self.dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._known = known
        dialog.asked.connect(self._on_asked)
        dialog.open()

    def _on_asked(self, saisi: PartenaireSaisi) -> None:
        if self._known is None:
            self._do(partial(annuaire.add, saisi=saisi), self._on_saved, self._on_refused)
        else:
            save = partial(annuaire.edit, partenaire_id=self._known.id, saisi=saisi)
            self._do(save, self._on_saved, self._on_refused)

    def _on_saved(self, fait: Fait[Partenaire]) -> None:
        if self.dialog is not None:
            self.dialog.close_saved()
            self.dialog = None
        said = "Partenaire ajouté" if self._known is None else "Partenaire corrigé"
        self.context.undo.offer(said, fait.changes)

    def _on_refused(self, error: AppError) -> None:
        if self.dialog is not None:
            self.dialog.refuse(error)

    def _on_retire_clicked(self) -> None:
        partenaire = self.chosen()
        if partenaire is None:
            return
        act = annuaire.retire if self.which.value() == ACTIFS else annuaire.reprendre
        self._do(partial(act, partenaire_id=partenaire.id), self._on_retired, self._on_failed)

    def _on_retired(self, fait: Fait[object]) -> None:
        if fait.result is True:
            said = "Partenaire retiré ; les dossiers qui le nomment le gardent"
        elif fait.result is False:
            said = "Partenaire retiré de l’annuaire"
        else:
            said = "Partenaire remis dans l’annuaire"
        self.context.undo.offer(said, fait.changes)

    def _do(
        self,
        action: Callable[[Office], object],
        on_done: Callable[[Any], None],
        on_failed: Callable[[AppError], None],
    ) -> None:
        self.banner.clear()
        self.context.worker.run(partial(noted, action=action), on_done, on_failed)

    def _on_failed(self, error: AppError) -> None:
        self.banner.show_message("danger", error.sentence, error.way_out)


def _columns(context: Context) -> tuple[Column, ...]:
    def kind(partenaire: Partenaire) -> str:
        label: str = context.reference.libelle(annuaire.TYPES, partenaire.type)
        return label

    return (
        Column("Nom", lambda p: p.nom, strong=True, sort_key=lambda p: normalise(p.nom)),
        Column("Type", kind, width=250),
        Column("Téléphone", lambda p: p.telephone, width=140),
        Column("Messagerie sécurisée", lambda p: p.messagerie, width=260),
    )


def _spoken(context: Context) -> Callable[[Partenaire], str]:
    def said(partenaire: Partenaire) -> str:
        kind = context.reference.libelle(annuaire.TYPES, partenaire.type)
        return ", ".join(filter(None, (partenaire.nom, kind, partenaire.telephone)))

    return said


def _details(partenaire: Partenaire) -> str:
    """What the table has no room for."""
    return " · ".join(filter(None, (partenaire.adresse, partenaire.precision)))
