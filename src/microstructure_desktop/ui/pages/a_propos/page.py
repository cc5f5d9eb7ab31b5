"""AProposPage: what is installed, under which licences, and how to update it without a network."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from microstructure_desktop import __version__
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import a_propos, mise_a_jour
from microstructure_desktop.services.a_propos import APropos
from microstructure_desktop.services.access import Permission, allowed
from microstructure_desktop.services.mise_a_jour import MiseAJour, Preparee
from microstructure_desktop.services.office import Office
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.page import Page
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.header_band import HeaderBand
from microstructure_desktop.ui.widgets.layouts import column
from microstructure_desktop.ui.widgets.page_body import PageBody

from .licences_card import LicencesCard
from .update_card import LOOKING, MAKING, UpdateCard
from .versions_card import VersionsCard

_FILTER = "Mises à jour (*.msmamaj)"


class AProposPage(Page):
    """Route `a_propos`; `fichier`: the update that somebody opened."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.header = HeaderBand(
            "À propos", f"Microstructure, version {__version__}", back="Retour (Échap)"
        )
        self.alarm = Banner()
        may = allowed(context.membre.role, Permission.SAUVEGARDER)
        self.update_card = UpdateCard(may_update=may)
        self.licences = LicencesCard()
        self.versions = VersionsCard()
        self.dialog: QFileDialog | None = None
        self._known: APropos | None = None
        self._found: MiseAJour | None = None
        self._ready: Preparee | None = None
        self._wanted = ""
        self._body = PageBody()
        self._lay_out()
        self._connect()

    def open(self, route: Route) -> None:
        self._wanted = route.get("fichier", "")
        self.context.worker.run(_read, self._on_loaded, self._on_failed)

    def leave(self) -> None:
        if self.dialog is not None:
            self.dialog.reject()

    def first_focus(self) -> QWidget | None:
        shown = self.update_card.choose_button
        return self.header.back_button if shown.isHidden() else shown

    def _lay_out(self) -> None:
        self._body.fill(self.alarm, self.update_card, self.licences)
        self._body.fill_aside(self.versions)
        self.setLayout(column(self.header, self._body, spacing=0, grows=self._body))

    def _connect(self) -> None:
        self.header.back_clicked.connect(self.context.navigator.back)
        self.versions.copy_asked.connect(self._on_text_asked)
        card = self.update_card
        card.file_asked.connect(self._on_file_asked)
        card.confirmed.connect(self._on_confirmed)
        card.folder_asked.connect(self._on_folder_asked)
        card.launched.connect(self._on_launched)
        card.given_up.connect(self._on_given_up)
        card.copy_asked.connect(self._on_command_asked)

    # --- what is shown ----------------------------------------------------------------------

    def _on_loaded(self, known: APropos) -> None:
        first = self._known is None
        self._known = known
        self.versions.show_lines(known.lignes)
        if first:
            self.licences.show_parts(known.composants, whole=known.complet)
            self.update_card.show_start(known.editeur)
        # Without a publisher, or the right to save first, there is nothing to choose.
        if self._wanted and not self.update_card.choose_button.isHidden():
            self._on_file_chosen(self._wanted)
        self._wanted = ""

    def _on_failed(self, error: AppError) -> None:
        self.alarm.show_message("danger", error.sentence, error.way_out)

    def _on_text_asked(self) -> None:
        if self._known is not None:
            QGuiApplication.clipboard().setText(self._known.diagnostic)
            self.context.events.notify("Texte copié\u00a0: collez-le avant de verrouiller")

    # --- an update, step by step ------------------------------------------------------------

    def _on_file_asked(self) -> None:
        dialog = QFileDialog(self, "Choisir une mise à jour", "", _FILTER)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_file_chosen)
        self._open(dialog)

    def _on_file_chosen(self, name: str) -> None:
        self.update_card.show_busy(LOOKING)
        action = partial(_look, path=Path(name))
        self.context.worker.run(action, self._on_looked, self.update_card.refuse)

    def _on_looked(self, found: MiseAJour) -> None:
        self._found = found
        self.update_card.show_found(found)

    def _on_folder_asked(self) -> None:
        dialog = QFileDialog(self, "Choisir où écrire l’installeur")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._on_folder_chosen)
        self._open(dialog)

    def _on_folder_chosen(self, name: str) -> None:
        self._prepare(Path(name))

    def _on_confirmed(self) -> None:
        self._prepare(None)

    def _prepare(self, folder: Path | None) -> None:
        if self._found is not None:
            self.update_card.show_busy(MAKING)
            action = partial(mise_a_jour.preparer, path=self._found.chemin, dossier=folder)
            self.context.worker.run(action, self._on_ready, self.update_card.refuse)

    def _on_ready(self, ready: Preparee) -> None:
        self._ready = ready
        self.update_card.show_ready(ready)

    def _on_launched(self) -> None:
        if self._ready is not None:
            self.update_card.show_busy("Ouverture de l’installeur…")
            action = partial(mise_a_jour.lancer, preparee=self._ready)
            self.context.worker.run(action, self._on_opened, self.update_card.refuse)

    def _on_opened(self, _nothing: None) -> None:
        """Leaving keeps what was typed, and nothing holds the program that is replaced."""
        self.window().close()

    def _on_given_up(self) -> None:
        self._found = self._ready = None
        self.update_card.problem.clear()
        self.update_card.show_start(self._known.editeur if self._known else None)

    def _on_command_asked(self, command: str) -> None:
        QGuiApplication.clipboard().setText(command)
        self.context.events.notify("Commande copiée\u00a0: collez-la dans un terminal")

    # --- dialogs ----------------------------------------------------------------------------

    def _open(self, dialog: QFileDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._on_dialog_finished)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_dialog_finished(self, _answer: int) -> None:
        self.dialog = None


def _read(office: Office) -> APropos:
    return a_propos.a_propos(office, qVersion())


def _look(_office: Office, *, path: Path) -> MiseAJour:
    return mise_a_jour.regarder(path)
