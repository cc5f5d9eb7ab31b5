"""Acts: the questions a page of archives asks, and what is done of the answers."""

from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.conservation import Conservation
from microstructure_desktop.domain.durees import annees_plus_tard
from microstructure_desktop.domain.effacement import Fondement
from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import certificat_effacement, conservation, effacement
from microstructure_desktop.services.annulation import Fait, noted
from microstructure_desktop.services.conservation import EtatDossier
from microstructure_desktop.services.documents import Document
from microstructure_desktop.services.effacement import Apercu, Resultat
from microstructure_desktop.services.office import Office
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.dialogs.print_preview import PrintPreview
from microstructure_desktop.ui.navigation import Route

from .erase_dialog import EraseDialog
from .motif_dialog import KeepDialog, OpenDialog


class Acts(QObject):
    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self.dialog: OpenDialog | KeepDialog | EraseDialog | None = None
        self.preview: PrintPreview | None = None

    # --- read again -------------------------------------------------------------------------

    def read(self, etat: EtatDossier) -> None:
        """A record of the archive opens with a reason, another one as usual."""
        if not etat.archive:
            self._go(etat.patient.id)
            return
        dialog = self.dialog = OpenDialog(self._window)
        dialog.accepted.connect(partial(self._on_reason_given, dialog, etat.patient.id))
        self._show(dialog)

    def _on_reason_given(self, dialog: OpenDialog, patient: PatientId) -> None:
        act = partial(_opened, patient=patient, motif=dialog.motif())
        self._context.worker.run(act, self._go, self._on_failed)

    def _go(self, patient: PatientId) -> None:
        self._context.navigator.go(Route("dossier", patient_id=patient))

    # --- keep -------------------------------------------------------------------------------

    def keep(self, etat: EtatDossier) -> None:
        proposed = annees_plus_tard(self._context.now().date(), conservation.ENCORE)
        dialog = self.dialog = KeepDialog(
            self._window, proposed, lambda: self._context.now().date()
        )
        dialog.accepted.connect(partial(self._on_kept, dialog, etat.patient.id))
        self._show(dialog)

    def _on_kept(self, dialog: KeepDialog, patient: PatientId) -> None:
        act = partial(
            conservation.garder, patient_id=patient, motif=dialog.motif(), jusqu_au=dialog.day()
        )
        self._context.worker.run(partial(noted, action=act), self._on_decided, self._on_failed)

    def _on_decided(self, fait: Fait[Conservation]) -> None:
        self._context.undo.offer("Dossier gardé", fait.changes)

    # --- erase ------------------------------------------------------------------------------

    def erase(self, patient: PatientId) -> None:
        seen = partial(effacement.apercu, patient_id=patient)
        self._context.worker.run(seen, self._on_seen, self._on_failed)

    def _on_seen(self, apercu: Apercu) -> None:
        title = f"Effacer le dossier de {self._context.discretion.name(apercu.patient)} ?"
        dialog = self.dialog = EraseDialog(self._window, apercu, title, self._context.discretion)
        dialog.route_chosen.connect(self._context.navigator.go)
        dialog.asked.connect(partial(self._on_erase_asked, dialog, apercu.patient.id))
        self._show(dialog)

    def _on_erase_asked(
        self, dialog: EraseDialog, patient: PatientId, ground: str, motif: str, secret: str
    ) -> None:
        act = partial(
            _erased, patient=patient, phrase=secret, fondement=Fondement(ground), motif=motif
        )
        self._context.worker.run(act, self._on_erased, dialog.refuse)

    def _on_erased(self, document: Document) -> None:
        if isinstance(self.dialog, EraseDialog):
            self.dialog.close_done()
        self._context.events.notify("Dossier effacé")
        self._on_document(document)

    # --- the certificate --------------------------------------------------------------------

    def certify(self, patient: PatientId) -> None:
        made = partial(certificat_effacement.certificat, patient_id=patient)
        self._context.worker.run(made, self._on_document, self._on_failed)

    def _on_document(self, document: Document) -> None:
        if self._window.isVisible():
            self.preview = PrintPreview(document, self._context, self._window)
            self.preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.preview.open()

    def _show(self, dialog: OpenDialog | KeepDialog | EraseDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _on_failed(self, error: AppError) -> None:
        self._context.events.notify(f"{error.sentence} {error.way_out}", kind="danger")


def _opened(office: Office, patient: PatientId, motif: str) -> PatientId:
    """Note the reason; whose record may be read now."""
    conservation.ouvrir(office, patient, motif)
    return patient


def _erased(
    office: Office, patient: PatientId, phrase: str, fondement: Fondement, motif: str
) -> Document:
    """Erase, and make the certificate while the initials are still known."""
    done: Resultat = effacement.effacer(office, patient, phrase, fondement, motif)
    return certificat_effacement.certificat(office, done.id, done)
