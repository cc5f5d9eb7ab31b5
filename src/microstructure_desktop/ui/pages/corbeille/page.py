"""CorbeillePage: what was cancelled in the last thirty days, and how to bring it back."""

from functools import partial

from PySide6.QtCore import QItemSelection
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from microstructure_desktop.errors import AppError
from microstructure_desktop.services import corbeille
from microstructure_desktop.services.annulation import Fait, noted
from microstructure_desktop.services.corbeille import LigneCorbeille
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.dialogs.history import Historian
from microstructure_desktop.ui.models.columns import Column
from microstructure_desktop.ui.models.rows_model import RowsModel
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.page import Page
from microstructure_desktop.ui.texts import count, numeric_date
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.combo_field import ComboField
from microstructure_desktop.ui.widgets.empty_state import EmptyState
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.header_band import HeaderBand
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import boxed, column, row
from microstructure_desktop.ui.widgets.table_view import TableView

_TITLE = "Corbeille"
_SUBTITLE = "Ce qui a été annulé depuis 30 jours"
_EVERYBODY = ("", "Toutes les personnes")
_NOTHING = "Rien n’a été annulé"
_WHERE = (
    "Une séance, une fiche, un rendez-vous, une inclusion, une question, une réunion ou une "
    "formation annulés par erreur se retrouvent ici pendant 30 jours, puis dans l’historique "
    "seulement."
)
_NOT_MINE = "Son auteur, ou un médecin, peut le rétablir."


class CorbeillePage(Page):
    """Route `corbeille`; with `patient_id`, what is about one person only."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._lines: tuple[LigneCorbeille, ...] = ()
        self._wanted = ""
        self.header = HeaderBand(_TITLE, _SUBTITLE, back="Retour (Échap)")
        self.banner = Banner()
        self.who = ComboField([_EVERYBODY])
        self.model = RowsModel(self._columns(), parent=self)
        self.table = TableView("Éléments annulés")
        self.table.setModel(self.model)
        self.detail = Paragraph("")
        self.history_button = Button("Historique", "ghost", "history")
        self.restore_button = Button("Rétablir", "primary", "undo-2", shortcut="Ctrl+R")
        self.empty = EmptyState("trash-2", _NOTHING, _WHERE)
        self.historian = Historian(context, self)
        self._body = QStackedWidget()
        self._lay_out()
        self._connect()
        self._show_choice()

    def open(self, route: Route) -> None:
        self._wanted = route.get("patient_id", "")
        self._reload()

    def first_focus(self) -> QWidget | None:
        return self.table if self._lines else self.header.back_button

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("Élément", lambda x: x.titre, strong=True),
            Column("Personne", self._person, 170),
            Column("Annulé le", _when, 105, lambda x: x.at),
            Column("Par", _author, 105),
            Column("Motif", lambda x: x.motif),
        )

    def _person(self, line: LigneCorbeille) -> str:
        return self.context.discretion.name(line.patient) if line.patient is not None else ""

    def _lay_out(self) -> None:
        filled = QVBoxLayout()
        filled.setContentsMargins(24, 20, 24, 20)
        filled.setSpacing(12)
        filled.addWidget(self.banner)
        filled.addLayout(row(Field("Personne", self.who), None))
        filled.addWidget(self.table, 1)
        end = row(self.detail, self.history_button, self.restore_button, spacing=10)
        end.setStretch(0, 1)
        filled.addLayout(end)
        for part in (boxed(filled), self.empty):
            self._body.addWidget(part)
        self.setLayout(column(self.header, self._body, spacing=0, grows=self._body))

    def _connect(self) -> None:
        self.header.back_clicked.connect(self._on_back_clicked)
        self.who.changed.connect(self._on_person_chosen)
        self.table.row_chosen.connect(self._on_row_chosen)
        self.table.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.history_button.clicked.connect(self._on_history_clicked)
        self.restore_button.clicked.connect(self._on_restore_clicked)
        self.context.events.store_changed.connect(self._on_store_changed)
        self.context.discretion.changed.connect(self._on_discretion_changed)

    # --- what is shown ----------------------------------------------------------------------

    def _reload(self) -> None:
        self.context.worker.run(corbeille.corbeille, self._on_loaded, self._on_failed)

    def _on_loaded(self, lines: tuple[LigneCorbeille, ...]) -> None:
        self._lines = lines
        self.banner.clear()
        self._name_people()
        self._show()

    def _name_people(self) -> None:
        people = {x.patient.id: x.patient for x in self._lines if x.patient is not None}
        names = [(p.id, self.context.discretion.name(p)) for p in people.values()]
        self.who.set_choices([_EVERYBODY, *sorted(names, key=lambda choice: choice[1])])
        self.who.set_value(self._wanted if self._wanted in people else "")

    def _show(self) -> None:
        kept, wanted = self._chosen(), self.who.value()
        shown = [
            x
            for x in self._lines
            if not wanted or (x.patient is not None and x.patient.id == wanted)
        ]
        self.model.set_rows(shown)
        index = self.model.index_of(lambda x: kept is not None and x.entity == kept.entity)
        self.table.setCurrentIndex(index if index.isValid() else self.model.index(0, 0))
        self.header.subtitle.setText(f"{_SUBTITLE} · {count(len(shown), 'élément')}")
        self._body.setCurrentIndex(0 if self._lines else 1)
        self._show_choice()

    def _show_choice(self) -> None:
        line = self._chosen()
        mine = line is not None and line.retablissable
        self.detail.setText(f"{line.titre} · {line.motif}" if line is not None else "")
        self.history_button.setEnabled(line is not None)
        self.restore_button.setEnabled(mine)
        self.restore_button.set_tip("Rétablir" if mine or line is None else _NOT_MINE)

    def _on_selection_changed(self, _new: QItemSelection) -> None:
        self._show_choice()

    def _on_discretion_changed(self) -> None:
        self._name_people()
        self.model.name_anew()

    def _on_store_changed(self, _kinds: frozenset[str]) -> None:
        if self.isVisible():
            self._reload()

    def _on_failed(self, error: AppError) -> None:
        self._body.setCurrentIndex(0)
        self.banner.show_message("danger", error.sentence, error.way_out)

    # --- what the person does ---------------------------------------------------------------

    def _chosen(self) -> LigneCorbeille | None:
        index = self.table.currentIndex()
        if not index.isValid() or index.row() >= len(self.model.rows()):
            return None
        line: LigneCorbeille = self.model.row(index.row())
        return line

    def _on_person_chosen(self, patient_id: str) -> None:
        self._wanted = patient_id
        self._show()

    def _on_row_chosen(self, line: LigneCorbeille) -> None:
        self.historian.show(line.entity)

    def _on_history_clicked(self) -> None:
        line = self._chosen()
        if line is not None:
            self.historian.show(line.entity)

    def _on_restore_clicked(self) -> None:
        line = self._chosen()
        if line is not None:
            restore = partial(corbeille.restore, entity=line.entity)
            self.context.worker.run(
                partial(noted, action=restore), self._on_restored, self._on_refused
            )

    def _on_restored(self, fait: Fait[None]) -> None:
        self.context.undo.offer("Élément rétabli", fait.changes)

    def _on_refused(self, error: AppError) -> None:
        """The list is old: say why, and read it again."""
        self.context.events.notify(f"{error.sentence} {error.way_out}", kind="danger")
        self._reload()

    def _on_back_clicked(self) -> None:
        self.context.navigator.back()


def _when(line: LigneCorbeille) -> str:
    return numeric_date(line.at.astimezone().date())


def _author(line: LigneCorbeille) -> str:
    return line.auteur.nom_affiche if line.auteur is not None else ""
