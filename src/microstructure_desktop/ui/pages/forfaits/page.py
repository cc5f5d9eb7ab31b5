"""ForfaitsPage: who can be billed, who will lose sessions, and what the year is worth."""

from functools import partial

from PySide6.QtWidgets import QStackedWidget, QWidget

from microstructure_desktop.errors import AppError
from microstructure_desktop.services import facturation, forfaits
from microstructure_desktop.services.access import Permission, allowed
from microstructure_desktop.services.facturation import Lot
from microstructure_desktop.services.forfaits import AnneePrevue, Tableau
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.page import Page
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.header_band import HeaderBand
from microstructure_desktop.ui.widgets.layouts import boxed, column
from microstructure_desktop.ui.widgets.tabs import Tabs

from . import words
from .list_part import ListPart
from .lot_acts import LotActs
from .lots_part import LotsPart
from .year_part import YearPart

LISTE, ANNEE, LOTS = "liste", "annee", "lots"
_KINDS = {"consultation", "inclusion", "fiche", "patient", "rendez_vous", "facturation"}
_ALSO = {"cabinet", "declaration", "bris_de_glace", "fusion"}


class ForfaitsPage(Page):
    """Route `forfaits`, perhaps with `onglet` (liste, annee, lots), `filtre` or `lot_id`."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.header = HeaderBand("Forfaits")
        self.export_button = Button("Exporter le tableau…", "normal", "download")
        self.bill_button = Button("Préparer la facturation", "primary", "wallet")
        self.tabs = Tabs(
            [(LISTE, "Forfaits"), (ANNEE, "Prévision de l’année"), (LOTS, "Préparations")],
            name="Parties de la page",
        )
        self.banner = Banner()
        self.acts = LotActs(context, self)
        self.list = ListPart(context)
        self.year = YearPart()
        self.lots = LotsPart(context, self.acts)
        self.parts = QStackedWidget()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.header.add_action(self.export_button)
        self.header.add_action(self.bill_button)
        self.bill_button.setVisible(allowed(self.context.membre.role, Permission.FACTURER))
        self.header.add_tabs(self.tabs)
        for part in (self.list, self.year, self.lots):
            self.parts.addWidget(part)
        self._news = boxed(column(self.banner, margins=(24, 16, 24, 0)))
        self._news.hide()
        self.setLayout(column(self.header, self._news, self.parts, spacing=0, grows=self.parts))

    def _connect(self) -> None:
        self.tabs.changed.connect(self._on_tab_changed)
        self.bill_button.clicked.connect(self._on_bill_clicked)
        self.export_button.clicked.connect(self.acts.write_list)
        self.list.detail.lot_asked.connect(self._on_lot_asked)
        self.year.year_asked.connect(self._ask_year)
        self.acts.failed.connect(self._on_failed)
        self.context.events.store_changed.connect(self._on_store_changed)

    # --- what the window asks ---------------------------------------------------------------

    def open(self, route: Route) -> None:
        self._say("", "")
        if route.get("filtre"):
            self.list.choose_filter(route["filtre"])
        self.lots.want(route.get("lot_id") or "")
        self._show(route.get("onglet") or LISTE)
        self._reload()

    def leave(self) -> None:
        self.acts.close()

    def first_focus(self) -> QWidget | None:
        return (
            self.list.table if self.tabs.current() == LISTE else self.tabs.tab(self.tabs.current())
        )

    # --- reading ----------------------------------------------------------------------------

    def _reload(self) -> None:
        worker = self.context.worker
        worker.run(forfaits.forfaits, self._on_read, self._on_failed)
        if self.tabs.current() == ANNEE:
            self._ask_year(None)
        if self.tabs.current() == LOTS:
            worker.run(facturation.lots, self._on_lots, self._on_failed)

    def _ask_year(self, year: int | None) -> None:
        ready = partial(forfaits.annee, annee=year)
        self.context.worker.run(ready, self._on_year, self._on_failed)

    def _on_store_changed(self, kinds: frozenset[str]) -> None:
        if self.isVisible() and kinds & (_KINDS | _ALSO):
            self._reload()

    def _on_read(self, tableau: Tableau) -> None:
        self.header.set_words(f"Forfaits {tableau.le.year}", words.subtitle(tableau))
        self.list.show_tableau(tableau)
        self.export_button.setVisible(bool(tableau.lignes))
        self.bill_button.setEnabled(bool(tableau.lignes))

    def _on_year(self, found: AnneePrevue) -> None:
        self.year.show_year(found)

    def _on_lots(self, lots: tuple[Lot, ...]) -> None:
        self.lots.show_lots(lots)

    def _on_failed(self, error: AppError) -> None:
        self._say(error.sentence, error.way_out)

    # --- what the person asks ---------------------------------------------------------------

    def _show(self, key: str) -> None:
        self.tabs.set_current(key)
        self.parts.setCurrentIndex((LISTE, ANNEE, LOTS).index(key))

    def _on_tab_changed(self, key: str) -> None:
        self._show(key)
        self._reload()

    def _on_lot_asked(self, lot_id: str) -> None:
        self.lots.want(lot_id)
        self._on_tab_changed(LOTS)

    def _on_bill_clicked(self) -> None:
        self.context.navigator.go(Route("facturation"))

    def _say(self, title: str, text: str) -> None:
        self._news.setVisible(bool(title))
        self.banner.show_message("danger", title, text)
