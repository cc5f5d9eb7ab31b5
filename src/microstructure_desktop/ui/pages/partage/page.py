"""What will leave, row by row, before anything leaves."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from microstructure_desktop.domain.boite_envoi import ABOUTI
from microstructure_desktop.domain.envoi import Envoi
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import envois, expedition, expedition_mots
from microstructure_desktop.services.access import Permission, allowed
from microstructure_desktop.services.envois_depart import Depart, Situation
from microstructure_desktop.services.office import Office
from microstructure_desktop.ui import look
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.page import Page
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.combo_field import ComboField
from microstructure_desktop.ui.widgets.empty_state import EmptyState
from microstructure_desktop.ui.widgets.header_band import HeaderBand
from microstructure_desktop.ui.widgets.layouts import clear, column
from microstructure_desktop.ui.widgets.page_body import PageBody
from microstructure_desktop.ui.widgets.themed import show_when

from . import cards, wording


class NotWritten(AppError):
    way_out = "Le mois reste scellé\u00a0: choisissez un autre dossier."


class PartagePage(Page):
    """One month at a time; the button writes exactly what is shown."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._depart: Depart | None = None
        self._wanted: Mois | None = None
        self.band = HeaderBand("Ce qui part")
        self.month = ComboField(chars=16)
        self.month.setAccessibleName("Mois")
        self._may_write = allowed(context.membre.role, Permission.ECRIRE_PARTAGE)
        self.write_button = Button("Écrire dans un dossier…", "primary", "download")
        self.tables = Button("Tableaux pour l’équipe", "link", "table")
        self.problem = Banner()
        self.empty = EmptyState(
            "send",
            "Rien à transmettre pour l’instant",
            "Les lignes du premier mois s’afficheront ici dès la première séance notée.",
        )
        self.body = PageBody()
        self.aside = self.body.add_aside(look.size("aside"))
        self._lay_out()
        self.month.changed.connect(self._on_month_changed)
        self.write_button.clicked.connect(self._on_write_clicked)
        self.tables.clicked.connect(self._on_tables_clicked)
        context.events.store_changed.connect(self._on_store_changed)

    def open(self, route: Route) -> None:
        mois = route.get("mois")
        self._wanted = Mois.lire(mois) if mois else self._wanted
        self.context.worker.run(envois.months, self._on_months, self._on_failed)

    def first_focus(self) -> QWidget | None:
        return self.month

    def write_to(self, folder: Path) -> None:
        """Write the month shown into a folder; the outcome is said on the page."""
        if self._depart is None:
            return
        self.write_button.setEnabled(False)
        action = partial(_write, mois=self._depart.mois, folder=folder)
        self.context.worker.run(action, self._on_written, self._on_failed)

    def _lay_out(self) -> None:
        show_when(self.tables, allowed(self.context.membre.role, Permission.DONNEES))
        self.band.add_action(self.tables)
        self.band.add_action(self.month)
        self.band.add_action(self.write_button)
        layout = column(self.band, self.empty, self.body, spacing=0)
        layout.setStretchFactor(self.body, 1)
        layout.setStretchFactor(self.empty, 1)
        self.setLayout(layout)
        self.empty.hide()

    def _on_months(self, months: tuple[Mois, ...]) -> None:
        self.empty.setVisible(not months)
        self.body.setVisible(bool(months))
        self.month.setVisible(bool(months))
        self.write_button.setVisible(bool(months) and self._may_write)
        if not months:
            return
        self.month.set_choices((str(m), wording.month_words(m).capitalize()) for m in months)
        shown = self._wanted if self._wanted in months else months[min(1, len(months) - 1)]
        self.month.set_value(str(shown))
        self._load(shown)

    def _on_month_changed(self, text: str) -> None:
        self._load(Mois.lire(text))

    def _load(self, mois: Mois) -> None:
        self._wanted = mois
        self.context.worker.run(partial(_month, mois=mois), self._on_loaded, self._on_failed)

    def _on_loaded(self, found: tuple[Depart, tuple[Envoi, ...]]) -> None:
        self._depart, envois = found
        depart = self._depart
        ready = all(ok for _, ok in depart.controles)
        self.band.set_words(
            f"Ce qui part — {wording.month_words(depart.mois)}",
            "Des nombres, sans identité. Rien ne part sans votre accord."
            if self._may_write
            else "Des nombres, sans identité. La remise revient au médecin ou à la coordination.",
        )
        if depart.situation is Situation.INCHANGE:
            self.band.set_tag("Déjà remis, inchangé", "mute")
        else:
            self.band.set_tag("Prêt" if ready else "À vérifier", "ok" if ready else "warn")
        self.write_button.setEnabled(not depart.obstacles)
        clear(self.body.main)
        clear(self.aside)
        self.problem = Banner()
        self.body.main.addWidget(self.problem)
        for title, lines in wording.tables(depart):
            self.body.main.addWidget(cards.table_card(title, lines))
        self.body.main.addWidget(cards.raw_card(depart.fichiers))
        self.body.main.addStretch(1)
        for card in (
            cards.never_card(),
            cards.checks_card(depart.controles),
            cards.withheld_card(depart.contenu.retenu),
            cards.history_card(envois),
        ):
            self.aside.addWidget(card)
        self.aside.addStretch(1)

    def _on_write_clicked(self) -> None:
        dialog = QFileDialog(self, "Choisir le dossier ou la clé USB")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._on_folder_chosen)
        dialog.open()

    def _on_tables_clicked(self) -> None:
        self.context.navigator.go(Route("tableaux"))

    def _on_folder_chosen(self, folder: str) -> None:
        self.write_to(Path(folder))

    def _on_written(self, path: Path) -> None:
        self.context.events.notify(f"Paquet écrit et relu : {path.name}")
        if self._wanted is not None:
            self._load(self._wanted)

    def _on_failed(self, failure: AppError) -> None:
        self.write_button.setEnabled(True)
        self.problem.show_message("danger", failure.sentence, failure.way_out)

    def _on_store_changed(self, kinds: frozenset[str]) -> None:
        if self.isVisible() and kinds & {"consultation", "inclusion", "synthese", "cabinet"}:
            self.context.worker.run(envois.months, self._on_months, self._on_failed)


def _month(office: Office, *, mois: Mois) -> tuple[Depart, tuple[Envoi, ...]]:
    with office.store.read() as work:
        known = tuple(reversed(work.envois.all()))
    return envois.depart(office, mois), known


def _write(office: Office, *, mois: Mois, folder: Path) -> Path:
    pli = envois.sceller(office, mois)
    tentative = expedition.a_remettre(office, pli.paquet, dossier=folder)
    passages = expedition.deposer(tentative)
    expedition.noter(office, tentative, passages)
    depot = passages[-1].depot
    if depot.resultat not in ABOUTI:
        why = expedition_mots.dit(depot.resultat.value, depot.detail.value)
        raise NotWritten(f"Le fichier n’a pas pu être écrit\u00a0: {why}.")
    return folder / pli.nom
