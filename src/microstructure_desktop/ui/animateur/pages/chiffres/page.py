"""ChiffresPage: what the region did, by month and by year, with how much of it is known."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from microstructure_desktop.animateur.annee import Annee
from microstructure_desktop.animateur.exports import Format
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.ui.animateur.context import Context
from microstructure_desktop.ui.animateur.page import Page
from microstructure_desktop.ui.animateur.saving import FileSaver
from microstructure_desktop.ui.dialogs.chart_card import ChartCard
from microstructure_desktop.ui.models.columns import Column
from microstructure_desktop.ui.models.rows_model import RowsModel
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.texts import number
from microstructure_desktop.ui.widgets.buttons import Button, IconButton
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.combo_field import ComboField
from microstructure_desktop.ui.widgets.empty_state import EmptyState
from microstructure_desktop.ui.widgets.figure import Figure
from microstructure_desktop.ui.widgets.labels import Label
from microstructure_desktop.ui.widgets.layouts import boxed, clear, column, row
from microstructure_desktop.ui.widgets.table_view import TableView

from . import acts, wording
from .acts import Lu

_OTHERS = "Les chiffres de la période choisie, pour un autre logiciel"
_FIGURES = ("Personnes vues", "Actes", "Forfaits ouverts", "Réunions de synthèse")
_COLUMNS = (
    Column("Cabinet", lambda each: each.structure.nom, strong=True),
    Column("Mois reçus", lambda each: each.mois, 120, right=True),
    Column(
        "Personnes", lambda each: each.dites, 120, sort_key=lambda e: e.personnes or -1, right=True
    ),
    Column(
        "Actes", lambda each: number(each.actes), 110, sort_key=lambda e: e.actes, right=True
    ),
    Column(
        "Forfaits", lambda each: number(each.forfaits), 120, sort_key=lambda e: e.forfaits,
        right=True,
    ),
    Column(
        "Réunions", lambda each: number(each.reunions), 120, sort_key=lambda e: e.reunions,
        right=True,
    ),
)  # fmt: skip


class ChiffresPage(Page):
    """Route `chiffres`."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "Chiffres", "La région, mois par mois")
        self._numero: int | None = None
        self._annee: Annee | None = None
        self.before = IconButton("chevron-left", "Année précédente", "quiet", shortcut="Alt+Left")
        self.after = IconButton("chevron-right", "Année suivante", "quiet", shortcut="Alt+Right")
        self.year = Label("", "card")
        self.sheet_button = Button("Classeur…", "normal", "sheet")
        self.report_button = Button("Rapport (PDF)…", "primary", "file-text")
        self.period = ComboField(())
        self.period.setAccessibleName("Période")
        self.fhir_button = Button("Données FHIR…", "link", "braces", tip=_OTHERS)
        self.dhis_button = Button("Données DHIS2…", "link", "braces", tip=_OTHERS)
        self.figures = [Figure(name) for name in _FIGURES]
        self.cards: list[ChartCard] = []
        self._charts = column(spacing=16)
        self.table = TableView("Volumes par cabinet", dense=True)
        self.rows = RowsModel(_COLUMNS, parent=self.table)
        self.table.setModel(self.rows)
        self.saver = FileSaver(context, self)
        self.empty = EmptyState(
            "chart-column",
            "Le registre ne dit rien de cette année.",
            "Les chiffres viennent avec les premiers paquets reçus.",
            "Recevoir des fichiers",
        )
        self.empty.hide()
        self._lay_out()
        self._connect()

    def first_focus(self) -> QWidget | None:
        return self.period

    def reload(self) -> None:
        self.ask(acts.lire, self._on_loaded, numero=self._numero)

    def leave(self) -> None:
        super().leave()
        self.saver.close()

    def _lay_out(self) -> None:
        for part in (self.before, self.year, self.after, self.sheet_button, self.report_button):
            self.header.add_action(part)
        compared = Card("Volumes par cabinet, sur l’année")
        compared.body.addWidget(self.table)
        figures = row(*self.figures, spacing=16)
        for rank in range(len(self.figures)):
            figures.setStretch(rank, 1)
        first = row(self.period, None, self.fhir_button, self.dhis_button, spacing=12)
        parts = column(first, figures, boxed(self._charts), compared, spacing=16)
        self.told = boxed(parts)
        self.told.hide()
        self.sheet_button.hide()
        self.report_button.hide()
        self.body.fill(self.empty, self.told)

    def _connect(self) -> None:
        self.before.clicked.connect(self._on_before_clicked)
        self.after.clicked.connect(self._on_after_clicked)
        self.sheet_button.clicked.connect(self._on_sheet_clicked)
        self.report_button.clicked.connect(self._on_report_clicked)
        self.fhir_button.clicked.connect(self._on_fhir_clicked)
        self.dhis_button.clicked.connect(self._on_dhis_clicked)
        self.period.changed.connect(self._show_figures)
        self.empty.action_clicked.connect(self._on_empty_clicked)
        self.saver.saved.connect(self._on_saved)
        self.saver.failed.connect(self.say)

    def _on_loaded(self, lu: Lu) -> None:
        self._numero, self._annee = lu.numero, lu.annee
        self.year.setText(str(lu.numero))
        self.before.setEnabled(lu.numero > min(lu.numeros))
        self.after.setEnabled(lu.numero < max(lu.numeros))
        for part in (self.told, self.sheet_button, self.report_button):
            part.setVisible(lu.annee is not None)
        self.empty.setVisible(lu.annee is None)
        if lu.annee is not None:
            self._show_year(lu.annee)

    def _show_year(self, annee: Annee) -> None:
        kept = self.period.value()
        periods = wording.periods(annee)
        self.period.set_choices(periods)
        self.period.set_value(kept if kept in dict(periods) else wording.WHOLE_YEAR)
        self.header.subtitle.setText(f"{annee.total.completude.phrase} pour toute l’année")
        self._show_figures()
        clear(self._charts)
        self.cards = [ChartCard(each, choosable=False) for each in wording.charts(annee)]
        for card in self.cards:
            self._charts.addWidget(card)
        self.rows.set_rows(wording.volumes(annee))

    def _show_figures(self) -> None:
        if self._annee is not None:
            found = wording.figures(wording.totals(self._annee, self.period.value()))
            for figure, said in zip(self.figures, found, strict=True):
                figure.set_value(said.valeur, said.part, said.legende)

    def _on_before_clicked(self) -> None:
        self._turn(-1)

    def _on_after_clicked(self) -> None:
        self._turn(1)

    def _turn(self, by: int) -> None:
        if self._numero is not None:
            self._numero += by
            self.reload()

    def _on_sheet_clicked(self) -> None:
        self.ask(acts.document, self._on_document, numero=self._numero, suffixe=".xlsx")

    def _on_report_clicked(self) -> None:
        self.ask(acts.document, self._on_document, numero=self._numero, suffixe=".pdf")

    def _on_fhir_clicked(self) -> None:
        self._export(Format.FHIR)

    def _on_dhis_clicked(self) -> None:
        self._export(Format.DHIS2)

    def _export(self, format_: Format) -> None:
        chosen = self.period.value()
        periode = Mois.lire(chosen) if chosen else self._numero
        self.ask(acts.donnees, self._on_document, periode=periode, format_=format_)

    def _on_document(self, made: tuple[str, bytes]) -> None:
        if self.isVisible():
            self.saver.ask(*made)

    def _on_saved(self, path: Path) -> None:
        self.context.events.notify(f"Enregistré\xa0: {path.name}")

    def _on_empty_clicked(self) -> None:
        self.context.navigator.go(Route("reception"))
