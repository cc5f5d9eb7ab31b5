"""PatientPanel: find somebody, beside the pages about people."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.services import patients
from microstructure_desktop.services.access import Permission, allowed
from microstructure_desktop.services.lignes import PatientLigne
from microstructure_desktop.services.office import Office
from microstructure_desktop.services.patients import Filtre, PatientListe
from microstructure_desktop.services.recherche import search
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.models.columns import Column
from microstructure_desktop.ui.models.rows_model import RowsModel
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.widgets.banner import announce
from microstructure_desktop.ui.widgets.buttons import IconButton
from microstructure_desktop.ui.widgets.chips import Chips
from microstructure_desktop.ui.widgets.empty_state import EmptyState
from microstructure_desktop.ui.widgets.labels import Label
from microstructure_desktop.ui.widgets.layouts import boxed, column, row
from microstructure_desktop.ui.widgets.list_view import ListView
from microstructure_desktop.ui.widgets.row_delegate import RowDelegate, RowText
from microstructure_desktop.ui.widgets.search_box import SearchBox

from .row_words import row_text

_FILTERS = (
    (Filtre.ACTIFS, "Actifs"),
    (Filtre.A_COMPLETER, "À compléter"),
    (Filtre.SORTIS, "Sortis"),
)
_NOBODY = {
    Filtre.ACTIFS: "Personne n’est suivi pour l’instant",
    Filtre.A_COMPLETER: "Toutes les fiches sont à jour",
    Filtre.SORTIS: "Personne n’est sorti du suivi",
}
_SHOWN = frozenset({"patient", "inclusion", "consultation", "rendez_vous", "fiche"})


class PatientPanel(QWidget):
    """The list follows the page shown: the person opened is the one selected."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._filter = Filtre.ACTIFS
        self._open_first = False
        self._selected: PatientId | None = None
        self.search = SearchBox("Nom, date, n°, téléphone", "Ctrl+F")
        self.chips = Chips([(f.value, label) for f, label in _FILTERS], single=True, name="Filtre")
        self.chips.set_selected((self._filter.value,))
        self.create_button = IconButton("plus", "Nouveau dossier", shortcut="Ctrl+Shift+N")
        self.view = ListView("Liste des patients")
        self.model = RowsModel(
            (Column("Patient", context.discretion.bare),),
            spoken=self._spoken,
            parent=self.view,
        )
        self.view.setModel(self.model)
        self.view.setItemDelegate(RowDelegate(self._row_text, self.view))
        self.empty = EmptyState("users", "")
        self._body = QStackedWidget()
        self._lay_out()
        self._connect()

    def selected(self) -> PatientId | None:
        return self._selected

    def reload(self) -> None:
        """Ask again for what is shown; an answer to an older question is dropped."""
        self.context.worker.run(partial(_listed, filtre=self._filter), self._on_listed)
        if self._typed():
            self.context.worker.run(partial(_found, typed=self._typed()), self._on_found)

    def _lay_out(self) -> None:
        head = row(Label("Patients", "section"), None, self.create_button)
        top = column(head, self.search, self.chips, spacing=10, margins=(16, 14, 16, 8))
        for part in (self.view, self.empty):
            self._body.addWidget(part)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(boxed(top))
        whole.addWidget(self._body, 1)
        self.setFocusProxy(self.search)

    def _connect(self) -> None:
        self.search.searched.connect(self._on_searched)
        self.search.returnPressed.connect(self._on_return_pressed)
        self.search.down_pressed.connect(self._on_down_pressed)
        self.chips.changed.connect(self._on_filter_changed)
        self.view.row_chosen.connect(self._on_row_chosen)
        self.create_button.clicked.connect(self._on_create_clicked)
        self.empty.action_clicked.connect(self._on_create_clicked)
        self.empty.other_clicked.connect(self._on_import_clicked)
        self.context.events.store_changed.connect(self._on_store_changed)
        self.context.navigator.route_requested.connect(self._on_route_requested)
        self.context.discretion.changed.connect(self.model.name_anew)
        if not allowed(self.context.membre.role, Permission.ECRIRE_IDENTITE):
            self.create_button.hide()
        self.reload()

    # --- what the person does ---------------------------------------------------------------

    def _on_searched(self, _text: str) -> None:
        self._open_first = False
        self.chips.set_selected(() if self._typed() else (self._filter.value,))
        if self._typed():
            self.context.worker.run(partial(_found, typed=self._typed()), self._on_found)
        else:
            self.reload()

    def _on_return_pressed(self) -> None:
        """Three letters and Enter open the first one found."""
        self._open_first = bool(self._typed())

    def _on_down_pressed(self) -> None:
        if not self.model.rows():
            return
        if not self.view.currentIndex().isValid():
            self.view.show_selected(self.model.index(0, 0))
        self.view.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_filter_changed(self, codes: tuple[str, ...]) -> None:
        self._filter = Filtre(codes[0])
        self.search.clear()
        self.chips.set_selected(codes)
        self.reload()

    def _on_row_chosen(self, ligne: PatientLigne) -> None:
        self.context.navigator.go(Route("dossier", patient_id=ligne.id))

    def _on_create_clicked(self) -> None:
        self.context.navigator.go(Route("patients", nouveau=self._typed()))

    def _on_import_clicked(self) -> None:
        self.context.navigator.go(Route("reprise"))

    # --- what happens elsewhere -------------------------------------------------------------

    def _on_store_changed(self, kinds: frozenset[str]) -> None:
        if kinds & _SHOWN:
            self.reload()

    def _on_route_requested(self, route: Route) -> None:
        self._selected = route.get("patient_id")
        self._show_selected()

    def _on_found(self, answer: tuple[str, tuple[PatientLigne, ...]]) -> None:
        typed, lignes = answer
        if typed != self._typed():
            return
        self._show(lignes, f"Aucun résultat pour «{NBSP}{typed}{NBSP}»", "Créer un dossier")
        if self._open_first and lignes:
            self._on_row_chosen(lignes[0])
        self._open_first = False

    def _on_listed(self, answer: tuple[Filtre, PatientListe]) -> None:
        filtre, liste = answer
        counts = (liste.actifs, liste.a_completer)  # three counts would not hold on one line
        for (code, label), many in zip(_FILTERS, counts, strict=False):
            self.chips.set_label(code.value, f"{label}{NBSP}{many}")
        if self._typed() or filtre is not self._filter:
            return
        if liste.actifs or liste.sortis:
            self._show(liste.lignes, _NOBODY[filtre], "")
        else:
            self._show((), "Aucun dossier", "Créer le premier dossier", "Reprendre une file active")

    def _show(
        self, lignes: tuple[PatientLigne, ...], if_none: str, action: str, other: str = ""
    ) -> None:
        self.model.set_rows(lignes)
        may_create = allowed(self.context.membre.role, Permission.ECRIRE_IDENTITE)
        may_import = allowed(self.context.membre.role, Permission.REUNIR_DOSSIERS)
        self.empty.set_words(if_none, "", action if may_create else "", other if may_import else "")
        self._body.setCurrentWidget(self.view if lignes else self.empty)
        if not lignes:
            announce(self, if_none)
        self._show_selected()

    def _show_selected(self) -> None:
        index = self.model.index_of(lambda ligne: ligne.id == self._selected)
        if index.isValid():
            self.view.show_selected(index)
            self.view.scrollTo(index)
        else:
            self.view.clearSelection()

    def _row_text(self, ligne: PatientLigne) -> RowText:
        return row_text(ligne, self._today(), self.context.discretion)

    def _spoken(self, ligne: PatientLigne) -> str:
        return self._row_text(ligne).spoken()

    def _typed(self) -> str:
        return self.search.text().strip()

    def _today(self) -> date:
        return self.context.now().date()


def _found(office: Office, *, typed: str) -> tuple[str, tuple[PatientLigne, ...]]:
    return typed, search(office, typed)


def _listed(office: Office, *, filtre: Filtre) -> tuple[Filtre, PatientListe]:
    return filtre, patients.list_patients(office, filtre)
