"""EvolutionTab: each scale and each question to follow, over time, with what it comes from."""

from functools import partial

from PySide6.QtCore import Qt, Signal

from microstructure_desktop.domain.trajectoire import Mesure, Serie, Trajectoire
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import documents
from microstructure_desktop.services.documents import Document
from microstructure_desktop.services.dossiers import Dossier
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.dialogs.print_preview import PrintPreview
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.layouts import clear
from microstructure_desktop.ui.widgets.row_delegate import RowText

from .parcours import FICHES
from .reading_tab import ReadingTab
from .scale_chooser import ScaleChooser, scales_for
from .serie_card import SerieCard
from .serie_words import row_of

_NOTHING = "Pas encore de mesure"
_FIRST_STEP = "Une échelle ou une fiche en donnera."
_SCORE = "Coter une échelle"


class EvolutionTab(ReadingTab):
    """Signals:
    route_chosen: Route of the scale to score, or of the fiche that a measure comes from.
    """

    route_chosen = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__("Évolution", "chart-line", self._text, _identity)
        self.context = context
        self._dossier: Dossier | None = None
        self._shown: Serie | None = None
        self._scales = scales_for(context.reference, context.membre.role)
        self.score_button = Button(_SCORE, icon="plus")
        self.print_button = Button("Imprimer le parcours", icon="printer", shortcut="Ctrl+P")
        self.banner = Banner()
        self.tools.addWidget(self.score_button)
        self.tools.addWidget(self.print_button)
        self.tools.addWidget(self.banner)
        self.score_button.clicked.connect(self.choose_scale)
        self.print_button.clicked.connect(self._on_print_clicked)
        self.empty.action_clicked.connect(self.choose_scale)

    def show_dossier(self, dossier: Dossier, trajectoire: Trajectoire) -> None:
        self._dossier = dossier
        self.banner.clear()
        self.set_rows(trajectoire.series, _NOTHING)
        self.empty.set_words(_NOTHING, _FIRST_STEP, _SCORE)

    def choose_scale(self) -> None:
        """Over whatever part of the record is shown."""
        if self._dossier is None:
            return
        chooser = ScaleChooser(self._scales, self._dossier.fiches, self.window())
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.chosen.connect(self._on_scale_chosen)
        chooser.open()

    def show_row(self, serie: Serie) -> None:
        """What has not changed stays as it is: somebody may be in its table."""
        if serie == self._shown:
            return
        self._shown = serie
        clear(self.reading)
        card = SerieCard(serie)
        card.mesure_chosen.connect(self._on_mesure_chosen)
        self.reading.addWidget(card)
        self.reading.addStretch(1)

    def _text(self, serie: Serie) -> RowText:
        return row_of(serie, self.context.now().date())

    def _on_mesure_chosen(self, mesure: Mesure) -> None:
        if self._dossier is not None:
            patient = self._dossier.patient.id
            self.route_chosen.emit(
                Route("dossier", patient_id=patient, onglet=FICHES, fiche_id=mesure.fiche)
            )

    def _on_scale_chosen(self, form_id: str) -> None:
        if self._dossier is not None:
            patient = self._dossier.patient.id
            self.route_chosen.emit(Route("fiche", patient_id=patient, form_id=form_id))

    def _on_print_clicked(self) -> None:
        if self._dossier is not None:
            draw = partial(documents.parcours, patient_id=self._dossier.patient.id)
            self.context.worker.run(draw, self._on_document, self._on_failed)

    def _on_document(self, document: Document) -> None:
        preview = PrintPreview(document, self.context, self)
        preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)  # it holds what was read
        preview.open()

    def _on_failed(self, error: AppError) -> None:
        self.banner.show_message("danger", error.sentence, error.way_out)


def _identity(serie: Serie) -> str:
    return serie.cle
