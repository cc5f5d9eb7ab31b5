"""JournalPage: who opened, printed or took out what, when and why."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QItemSelection, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from microstructure_desktop.errors import AppError
from microstructure_desktop.services import journal, journal_print
from microstructure_desktop.services.access import Permission, allowed
from microstructure_desktop.services.documents import Document
from microstructure_desktop.services.journal import Demande, Etat, Ligne
from microstructure_desktop.services.journal import Page as Lignes
from microstructure_desktop.services.office import Office
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.dialogs.print_preview import PrintPreview
from microstructure_desktop.ui.models.columns import Column
from microstructure_desktop.ui.models.rows_model import RowsModel
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.page import Page
from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.empty_state import EmptyState
from microstructure_desktop.ui.widgets.header_band import HeaderBand
from microstructure_desktop.ui.widgets.layouts import boxed, column, row
from microstructure_desktop.ui.widgets.note_line import NoteLine
from microstructure_desktop.ui.widgets.table_view import TableView
from microstructure_desktop.ui.widgets.themed import show_when

from . import words
from .filters import Filters


class JournalPage(Page):
    """Route `journal`, perhaps with `patient_id`: « Qui a ouvert ce dossier ? »."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._demande = Demande()
        self._shown: Lignes | None = None
        self._preview: PrintPreview | None = None
        self.band = HeaderBand("Journal d’accès", words.subtitle(_reads_all(context)))
        self.print_button = Button(
            "Imprimer pour cette personne", "primary", "printer", shortcut="Ctrl+P"
        )
        self.problem = Banner()
        self.intact = NoteLine("shield-check", "", "secondary", "ok")
        self.chosen = Banner()
        self.filters = Filters(lambda: context.now().date())
        self.model = RowsModel(self._columns(), parent=self)
        self.table = TableView("Accès, le plus récent en premier")
        self.reason = NoteLine("message-square-text", "", "secondary")
        self.more_button = Button("Afficher les accès plus anciens", "normal", "chevron-down")
        self.empty = EmptyState("scroll-text", words.NOTHING, words.NOTHING_WHY)
        self._lay_out()
        self._connect()

    def open(self, route: Route) -> None:
        self.filters.forget_patient()
        self._demande = replace(self.filters.demande(), patient=route.get("patient_id"))
        self.chosen.clear()
        self.problem.clear()
        self.context.worker.run(journal.people, self._on_people)
        self._reload()
        self.context.worker.run(journal.state, self._on_state, self._on_failed)

    def leave(self) -> None:
        if self._preview is not None:
            self._preview.reject()

    def first_focus(self) -> QWidget | None:
        return self.filters.search

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("Date", lambda r: words.when(r.le), 150),
            Column("Membre de l’équipe", lambda r: r.qui, 190, strong=True),
            Column("Personne suivie", self._patient_words, 210),
            Column("Action", lambda r: r.quoi, 260, tone=lambda r: words.tone(r.acces)),
            Column("Motif", lambda r: r.motif),
        )

    def _lay_out(self) -> None:
        self.band.add_action(self.print_button)
        self.table.setModel(self.model)
        self.table.setSortingEnabled(False)  # the latest first, page after page
        self.print_button.hide()
        self.more_button.hide()
        self.empty.hide()
        ground = column(
            self.problem, self.chosen, self.filters, self.intact, self.table, spacing=12
        )
        ground.setContentsMargins(24, 16, 24, 20)
        ground.setStretchFactor(self.table, 1)
        ground.addWidget(self.empty, 1)
        ground.addWidget(self.reason)
        ground.addWidget(boxed(row(None, self.more_button, None)))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.band)
        whole.addLayout(ground, 1)

    def _connect(self) -> None:
        self.filters.changed.connect(self._on_filters_changed)
        self.chosen.action_clicked.connect(self._on_everybody_clicked)
        self.more_button.clicked.connect(self._on_more_clicked)
        self.print_button.clicked.connect(self._on_print_clicked)
        self.table.row_chosen.connect(self._on_row_chosen)
        self.table.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.model.modelReset.connect(self._on_selection_changed)
        self.context.discretion.changed.connect(self._on_discretion_changed)

    # --- reading ----------------------------------------------------------------------------

    def _reload(self) -> None:
        read = partial(_read, demande=self._demande, after=None)
        self.context.worker.run(read, self._on_read, self._on_failed)

    def _on_people(self, people: tuple[journal.Personne, ...]) -> None:
        self.filters.set_people(people)

    def _on_read(self, answer: tuple[Demande, Ligne | None, Lignes]) -> None:
        """What was asked before the filters changed again is dropped."""
        demande, after, self_shown = answer
        if demande != self._demande:
            return
        self._shown = self_shown
        if after is None:
            self.model.set_rows(self_shown.lignes)
            self.table.scrollToTop()
        else:
            self.model.add_rows(self_shown.lignes)
        nothing = not self.model.rows()
        show_when(self.table, not nothing)
        show_when(self.empty, nothing)
        show_when(self.more_button, self_shown.suite)
        show_when(self.print_button, self_shown.patient is not None)
        self._name()

    def _name(self) -> None:
        one = self._shown.patient if self._shown else None
        if one is not None and self._demande.patient is not None and self._shown is not None:
            named = self.context.discretion.name(one)
            title = words.about(named, tout=self._shown.tout)
            self.chosen.show_message("info", title, "", "Voir tout le journal")

    def _on_state(self, etat: Etat) -> None:
        if etat.probleme:
            self.problem.show_message("danger", etat.probleme, words.WHAT_TO_DO)
        self.intact.set_text("" if etat.probleme else words.intact(etat.purge))

    def _on_failed(self, error: AppError) -> None:
        self.problem.show_message("danger", error.sentence, error.way_out)

    # --- what the person does ---------------------------------------------------------------

    def _on_filters_changed(self, demande: Demande) -> None:
        kept = None if demande.texte.strip() else self._demande.patient
        if kept is None:
            self.chosen.clear()
        self._demande = replace(demande, patient=kept)
        self._reload()

    def _on_everybody_clicked(self) -> None:
        self.context.navigator.replace(Route("journal"))

    def _on_more_clicked(self) -> None:
        last = self.model.rows()[-1]
        read = partial(_read, demande=self._demande, after=last)
        self.context.worker.run(read, self._on_read, self._on_failed)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_selection_changed(self, _new: QItemSelection | None = None) -> None:
        """A reason may be longer than its column."""
        index = self.table.currentIndex()
        motif = self.model.row(index.row()).motif if index.isValid() else ""
        self.reason.set_text(f"Motif{NBSP}: {motif}" if motif else "")

    def _on_row_chosen(self, ligne: Ligne) -> None:
        if ligne.patient is not None and allowed(self.context.membre.role, Permission.CLINIQUE):
            self.context.navigator.go(Route("dossier", patient_id=ligne.patient.id))

    def _on_print_clicked(self) -> None:
        if self._shown is not None and self._shown.patient is not None:
            draw = partial(journal_print.document, patient_id=self._shown.patient.id)
            self.context.worker.run(draw, self._on_document, self._on_failed)

    def _on_document(self, document: Document) -> None:
        if not self.isVisible():
            return
        self._preview = PrintPreview(document, self.context, self)
        self._preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)  # it holds what was read
        self._preview.finished.connect(self._on_preview_finished)
        self._preview.open()

    def _on_preview_finished(self) -> None:
        """Printing was noted: it is the latest line."""
        self._preview = None
        self._reload()

    def _on_discretion_changed(self) -> None:
        self.model.name_anew()
        self._name()

    def _patient_words(self, ligne: Ligne) -> str:
        if ligne.patient is not None:
            return self.context.discretion.name(ligne.patient)
        return words.GONE if ligne.acces.patient else ""


def _reads_all(context: Context) -> bool:
    return allowed(context.membre.role, Permission.JOURNAL_TOUT)


def _read(
    office: Office, *, demande: Demande, after: Ligne | None
) -> tuple[Demande, Ligne | None, Lignes]:
    return demande, after, journal.read(office, demande, after)
