"""SendingActs: seal, hand over, say it was given, take back, bring in a receipt."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from microstructure_desktop.domain.boite_envoi import ABOUTI, Pli
from microstructure_desktop.domain.canal import EN_LIGNE, Reglage, TypeCanal
from microstructure_desktop.domain.ids import CanalId
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import (
    accuses,
    envois,
    envois_annexe,
    expedition,
    expedition_mots,
    papier,
)
from microstructure_desktop.services.accuses import SUFFIX, AccuseLu
from microstructure_desktop.services.documents import Document
from microstructure_desktop.services.envois_depart import Depart
from microstructure_desktop.services.envois_mots import month_words
from microstructure_desktop.services.expedition import Passage, Tentative
from microstructure_desktop.services.office import Office
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.dialogs.confirm import Confirm
from microstructure_desktop.ui.dialogs.print_preview import PrintPreview
from microstructure_desktop.ui.sender import Sender

from .steps import Acte, Etape, acte_de

T = TypeVar("T")

_LARGEST = 200_000
_LEAVES = (
    "Ces nombres seront scellés pour {0}, et lisibles de personne d’autre. Ce qui est parti ne se "
    "reprend pas\xa0: seule une correction peut le remplacer."
)


class ReceiptUnreadable(AppError):
    sentence = "Ce fichier n’a pas pu être lu."
    way_out = "Vérifiez que la clé USB est branchée, puis choisissez-le de nouveau."


class NotHanded(AppError):
    way_out = "Le mois reste scellé et gardé\xa0: recommencez, ou choisissez une autre voie."


class SendingActs(QObject):
    """One month at a time, that the page shows.

    Signals:
        busy: str, what is being done; empty when nothing is.
        failed: AppError.
    """

    busy = Signal(str)
    failed = Signal(object)

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._page = context, page
        self._depart: Depart | None = None
        self._ways: tuple[Reglage, ...] = ()
        self._acte = Acte.ENVOYER
        self._profil = False
        self.dialog: QDialog | None = None
        self.sender_ = Sender(context, self)
        self.sender_.handed.connect(self._on_handed)
        self.sender_.nothing_due.connect(self._on_nothing_due)
        self.sender_.failed.connect(self._on_failed)

    def show(self, depart: Depart, ways: tuple[Reglage, ...]) -> None:
        self._depart, self._ways, self._profil = depart, ways, depart.joint

    def close(self) -> None:
        """Out of sight with its page."""
        if self.dialog is not None:
            self.dialog.reject()

    # --- what is asked ----------------------------------------------------------------------

    def do(self, etape: Etape) -> None:
        """The act that the page proposes."""
        if etape.acte is Acte.REMIS:
            self._run(_remis)
        elif etape.acte is not None and etape.sceller:
            self._acte = etape.acte
            self._confirm(etape)
        elif etape.acte is not None:
            self.start(etape.acte)

    def start(self, acte: Acte) -> None:
        """Hand over what is sealed, by one kind of way."""
        self._acte = acte
        way = next((w for w in self._ways if acte_de(w) is acte), None)
        if acte is Acte.ECRIRE and way is None:
            self._choose_folder()
        elif acte is Acte.ENVOYER:
            self._go()
        elif acte is Acte.IMPRIMER:
            self._run(partial(_feuilles, profil=self._profil), self._on_sheets)
        elif way is not None:
            self.hand(way)

    def write_to(self, folder: Path) -> None:
        """Into a folder that was chosen for this once."""
        self._acte = Acte.ECRIRE
        self._prepare(None, folder)

    def hand(self, way: Reglage) -> None:
        self._prepare(way, None)

    def cancel(self) -> None:
        self._run(_annuler, self._on_cancelled)

    def receive(self, path: Path) -> None:
        """Bring in the animator's receipt."""
        try:
            data = path.read_bytes() if path.stat().st_size <= _LARGEST else b""
        except OSError:
            self._on_failed(ReceiptUnreadable())
            return
        keep = partial(accuses.importer, data=data)
        self._context.worker.run(keep, self._on_received, self._on_failed)

    def ask_receipt(self) -> None:
        dialog = QFileDialog(
            self._page, "Choisir un accusé de réception", "", f"Accusé (*{SUFFIX});;Tous (*)"
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_receipt_chosen)
        self._open(dialog)

    def _on_cancelled(self, pli: Pli) -> None:
        """The same content is the same bundle: sealed again, what was taken back comes back."""
        again = partial(envois.sceller, mois=Mois.lire(pli.periode), profil=self._profil)
        restore = partial(self._context.worker.run, again, None, self._on_failed)
        self._context.events.notify("Envoi annulé", "Rétablir", restore)

    # --- sealing ----------------------------------------------------------------------------

    def _confirm(self, etape: Etape) -> None:
        assert self._depart is not None
        month = month_words(self._depart.mois)
        text = _LEAVES.format(self._depart.animateur)
        dialog = Confirm(
            self._page, f"{etape.bouton}\xa0: {month}\xa0?", text, etape.bouton, danger=False
        )
        dialog.accepted.connect(self._on_confirmed)
        self._open(dialog)

    def _on_confirmed(self) -> None:
        """A folder is chosen first: what is cancelled there has sealed nothing."""
        self.start(self._acte)

    # --- handing over -----------------------------------------------------------------------

    def _go(self) -> None:
        assert self._depart is not None
        self.busy.emit("Envoi en cours. Vous pouvez continuer à travailler.")
        go = partial(_envoyer, mois=self._depart.mois, profil=self._profil)
        self._context.worker.run(go, self._on_ready, self._on_failed)

    def _on_ready(self, _pli: Pli) -> None:
        self.sender_.round()

    def _prepare(self, way: Reglage | None, folder: Path | None) -> None:
        assert self._depart is not None
        self.busy.emit("Écriture en cours.")
        canal = None if way is None else way.id
        made = partial(
            _preparer, mois=self._depart.mois, profil=self._profil, canal=canal, dossier=folder
        )
        self.sender_.hand(made)

    def _on_handed(self, pli: Pli, passages: tuple[Passage, ...]) -> None:
        self.busy.emit("")
        last = passages[-1]
        if last.depot.resultat not in ABOUTI:
            why = expedition_mots.dit(last.depot.resultat.value, last.depot.detail.value)
            self._on_failed(NotHanded(f"Le mois n’a pas pu être remis\xa0: {why}."))
            return
        if last.canal.type in EN_LIGNE:
            self._context.events.notify("Mois envoyé\xa0: il reste à attendre l’accusé")
        elif last.canal.type is TypeCanal.COURRIEL:
            message = self._context.home.documents / "messages" / f"{pli.nom}.eml"
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(message)))
            self._context.events.notify("Message préparé\xa0: envoyez-le depuis votre messagerie")
        else:
            self._context.events.notify(f"Paquet écrit et relu\xa0: {pli.nom}. Retirez la clé.")

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self._page, "Choisir le dossier ou la clé USB")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._on_folder_chosen)
        self._open(dialog)

    def _on_folder_chosen(self, folder: str) -> None:
        self.write_to(Path(folder))

    # --- receipts, and the rest -------------------------------------------------------------

    def _on_receipt_chosen(self, name: str) -> None:
        self.receive(Path(name))

    def _on_received(self, lu: AccuseLu) -> None:
        month = month_words(Mois.lire(lu.pli.periode))
        if not lu.nouveau:
            self._context.events.notify(f"Accusé déjà importé\xa0: {month}")
        elif accuses.refus(lu.accuse) is not None:
            self._context.events.notify(f"Refusé par l’animateur\xa0: {month}", kind="warn")
        else:
            self._context.events.notify(f"Reçu par l’animateur\xa0: {month}")

    def annex(self) -> None:
        """What leaves for the month, on paper."""
        self._run(envois_annexe.document, self._on_sheets)

    def _on_sheets(self, document: Document) -> None:
        if self._page.isVisible():
            self._open(PrintPreview(document, self._context, self._page))

    def _run(self, action: Callable[..., T], on_done: Callable[[T], None] | None = None) -> None:
        assert self._depart is not None
        done = partial(action, mois=self._depart.mois)
        self._context.worker.run(done, on_done, self._on_failed)

    def _on_nothing_due(self) -> None:
        self.busy.emit("")

    def _on_failed(self, error: AppError) -> None:
        self.busy.emit("")
        self.failed.emit(error)

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._on_dialog_finished)
        dialog.open()

    def _on_dialog_finished(self, _answer: int) -> None:
        if self.sender() is self.dialog:  # what was accepted may have opened another
            self.dialog = None


def _envoyer(office: Office, *, mois: Mois, profil: bool) -> Pli:
    return expedition.envoyer(office, envois.sceller(office, mois, profil=profil).paquet)


def _preparer(
    office: Office,
    *,
    mois: Mois,
    profil: bool,
    canal: CanalId | None,
    dossier: Path | None,
) -> Tentative:
    pli = envois.sceller(office, mois, profil=profil)
    return expedition.a_remettre(office, pli.paquet, canal=canal, dossier=dossier)


def _remis(office: Office, *, mois: Mois) -> Pli:
    return expedition.remis(office, _dernier(office, mois))


def _feuilles(office: Office, *, mois: Mois, profil: bool) -> Document:
    pli = expedition.imprimer(office, envois.sceller(office, mois, profil=profil).paquet)
    return papier.feuille(office, pli.paquet)


def _annuler(office: Office, *, mois: Mois) -> Pli:
    return envois.annuler(office, _dernier(office, mois))


def _dernier(office: Office, mois: Mois) -> str:
    """The bundle of the month that stands."""
    pli = envois.depart(office, mois).pli
    if pli is None:
        raise envois.PaquetInconnu
    return pli.paquet
