"""FichesTab: the fiches filled about somebody, readable by the whole team within what is shared."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QMenu

from microstructure_desktop.errors import AppError
from microstructure_desktop.forms.model import FICHES, Form, Stage
from microstructure_desktop.services import dossiers
from microstructure_desktop.services.access import fills
from microstructure_desktop.services.dossiers import Dossier, FicheLigne, FicheLue
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.dialogs.fiche_printing import BLANK, FichePrinting, PrintMenu
from microstructure_desktop.ui.dialogs.record_menu import RecordMenu
from microstructure_desktop.ui.forms.answers_view import AnswersView
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.texts import long_date, near_date
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.buttons import Button, IconButton
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import clear
from microstructure_desktop.ui.widgets.row_delegate import RowText
from microstructure_desktop.ui.widgets.tag import Tag

from .parcours import author, fiche_route, state, versions
from .reading_tab import ReadingTab
from .targets import fiche_target
from .words import joined

_STARTED_HERE = (*FICHES, Stage.INCLUSION, Stage.PLAN)  # scales are scored from « Évolution »
_NEW = "Nouvelle fiche"
_NONE = "Aucune fiche"
_COPY = "Saisie de rattrapage d’une fiche papier"


class FichesTab(ReadingTab):
    """Signals:
    route_chosen: Route of the fiche to fill in or to correct.
    """

    route_chosen = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__("Fiches", "clipboard-list", self._text, _identity)
        self.context = context
        self._dossier: Dossier | None = None
        self.acts = RecordMenu(context, self)
        self._printing = FichePrinting(context, self, self._on_failed)
        self.print_menu = PrintMenu(context, self, self._on_failed)
        self.menu = QMenu(self)
        forms = _started_by(context)
        _offer(self.menu, forms, self._start)
        self.menu.addSeparator()
        _offer(self.menu.addMenu(_COPY), forms, self._copy)
        _offer(self.menu.addMenu(BLANK), forms, self._print_blank)
        self.start_button = Button(_NEW, icon="plus")
        self.start_button.clicked.connect(self._on_start_clicked)
        self.empty.action_clicked.connect(self._on_first_clicked)
        self.tools.addWidget(self.start_button)

    def show_dossier(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self.set_rows(dossier.fiches, _NONE)
        self.empty.set_words(_NONE, "", _NEW)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        ligne = self.chosen()
        if ligne is not None:
            self.show_row(ligne)

    def show_row(self, ligne: FicheLigne) -> None:
        """Read it, once somebody looks at this tab."""
        if not self.isVisible():
            return
        clear(self.reading)
        read = partial(dossiers.read_fiche, fiche_id=ligne.fiche.id)
        self.context.worker.run(read, self._on_read, self._on_failed)

    def _text(self, ligne: FicheLigne) -> RowText:
        assert self._dossier is not None
        who = author(self._dossier, ligne.fiche.redacteur)
        return RowText(
            ligne.titre,
            joined((who, versions(ligne))),
            near_date(ligne.fiche.jour, self.context.now().date()),
            state(ligne),
        )

    def _on_read(self, lue: FicheLue) -> None:
        ligne = self.chosen()
        if ligne is None or ligne.fiche.id != lue.fiche.id or self._dossier is None:
            return
        clear(self.reading)
        card = Card(ligne.titre)
        card.header.insertWidget(1, Tag(*state(ligne)))
        card.header.addWidget(self._print_button(lue))
        if fills(self.context.membre.role, lue.form):
            amend = Button("Corriger" if lue.fiche.complete else "Reprendre", icon="pencil")
            amend.clicked.connect(partial(self.route_chosen.emit, fiche_route(ligne)))
            card.header.addWidget(amend)
        card.header.addWidget(self.acts.button(fiche_target(ligne, self.context.membre)))
        who = author(self._dossier, lue.fiche.redacteur)
        card.body.addWidget(Paragraph(joined((long_date(lue.fiche.jour), who, versions(ligne)))))
        view = AnswersView()
        view.show_answers(lue.form, lue.answers)
        self.reading.addWidget(card)
        self.reading.addWidget(view)
        self.reading.addStretch(1)

    def _print_button(self, lue: FicheLue) -> IconButton:
        button = IconButton("printer", "Imprimer", shortcut="Ctrl+P")
        self.print_menu.show_for(lue.form.id, lue.fiche.patient, lue.fiche.id)
        button.clicked.connect(partial(self.print_menu.open_under, button))
        return button

    def _on_failed(self, error: AppError) -> None:
        clear(self.reading)
        self.reading.addWidget(Banner("danger", error.sentence, error.way_out))
        self.reading.addStretch(1)

    def _on_start_clicked(self) -> None:
        self._open_menu(self.start_button)

    def _on_first_clicked(self) -> None:
        self._open_menu(self.empty.action_button)

    def _open_menu(self, button: Button) -> None:
        self.menu.popup(button.mapToGlobal(QPoint(0, button.height() + 4)))

    def _start(self, form_id: str) -> None:
        if self._dossier is not None:
            patient = self._dossier.patient.id
            self.route_chosen.emit(Route("fiche", patient_id=patient, form_id=form_id))

    def _copy(self, form_id: str) -> None:
        """A sheet filled in by hand, to be copied with its own date."""
        if self._dossier is not None:
            patient = self._dossier.patient.id
            route = Route("fiche", patient_id=patient, form_id=form_id, papier=True)
            self.route_chosen.emit(route)

    def _print_blank(self, form_id: str) -> None:
        if self._dossier is not None:
            self._printing.print_blank(form_id, self._dossier.patient.id)


def _offer(menu: QMenu, forms: list[Form], chosen: Callable[[str], None]) -> None:
    for form in forms:
        menu.addAction(form.title).triggered.connect(partial(chosen, form.id))


def _started_by(context: Context) -> list[Form]:
    """The fiches, the inclusion and the plan, in the order of a follow-up."""
    forms = context.reference.forms.latest()
    mine = [f for f in forms if f.stage in _STARTED_HERE and fills(context.membre.role, f)]
    return sorted(mine, key=lambda form: _STARTED_HERE.index(form.stage))


def _identity(ligne: FicheLigne) -> str:
    return ligne.fiche.id
