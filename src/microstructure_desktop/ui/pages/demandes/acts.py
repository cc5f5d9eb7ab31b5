"""Acts: what is noted of a request, and the papers that answer it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.demande import Demande, Remise
from microstructure_desktop.domain.ids import DemandeId, PatientId
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import demandes, dossier_complet, dossier_fhir
from microstructure_desktop.services.access import Permission
from microstructure_desktop.services.annulation import Fait, noted
from microstructure_desktop.services.demandes import DemandeSaisie, LigneDemande
from microstructure_desktop.services.documents import Document
from microstructure_desktop.services.lecteurs import lisible
from microstructure_desktop.services.office import Office
from microstructure_desktop.services.relecture import Relecture
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.dialogs.print_preview import PrintPreview
from microstructure_desktop.ui.dialogs.reason import ReasonDialog
from microstructure_desktop.ui.dialogs.saving import FileSaver

_REFUSE = "Refuser cette demande"
_REFUSE_WHAT = (
    "Le motif s’écrit aussi à la personne, avec la possibilité de saisir la CNIL. Vide, il ne "
    "serait pas compris plus tard."
)
_REFUSALS = ("Identité non établie", "Demande manifestement excessive", "Non autorisé à agir")
_ANSWER = "Noter la réponse"
_ANSWER_WHAT = "Dites en quelques mots ce qui a été fait, ou pourquoi cela ne se pouvait pas."
_ANSWERS = ("Fait, la personne est prévenue", "Obligation de conserver expliquée")


class Acts(QObject):
    """Signals:
    registered: a request was noted.
    answered: a request does not wait any more.
    failed: AppError.
    """

    registered = Signal()
    answered = Signal()
    failed = Signal(object)

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self.dialog: ReasonDialog | None = None
        self.preview: PrintPreview | None = None
        self.saver = FileSaver(context, window)
        self.saver.saved.connect(self._on_saved)
        self.saver.failed.connect(self.failed)

    def register(self, patient: PatientId, saisie: DemandeSaisie) -> None:
        act = partial(demandes.enregistrer, patient_id=patient, saisie=saisie)
        self._do(act, self._on_registered)

    def hand_over(self, demande: DemandeId, remise: Remise, word: str) -> None:
        act = partial(demandes.repondre, demande_id=demande, remise=remise, mot=word)
        self._do(act, self._on_given)

    def refuse(self, ligne: LigneDemande) -> None:
        dialog = self._ask(_REFUSE, _REFUSE_WHAT, "Refuser", _REFUSALS)
        dialog.accepted.connect(partial(self._on_refused, ligne.demande.id, dialog))

    def answer(self, ligne: LigneDemande) -> None:
        """Of any other request: what was done of it."""
        dialog = self._ask(_ANSWER, _ANSWER_WHAT, "Noter", _ANSWERS)
        dialog.accepted.connect(partial(self._on_answer_given, ligne.demande.id, dialog))

    def _ask(self, title: str, what: str, verb: str, usual: tuple[str, ...]) -> ReasonDialog:
        readers = lisible(Permission.DEMANDES, "la personne, dans son dossier complet")
        dialog = self.dialog = ReasonDialog(self._window, title, what, verb, usual, readers=readers)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def _on_refused(self, demande: DemandeId, dialog: ReasonDialog) -> None:
        act = partial(demandes.refuser, demande_id=demande, motif=dialog.reason())
        self._do(act, self._on_refusal_kept)

    def _on_answer_given(self, demande: DemandeId, dialog: ReasonDialog) -> None:
        act = partial(
            demandes.repondre, demande_id=demande, remise=Remise.SUR_PLACE, mot=dialog.reason()
        )
        self._do(act, self._on_answer_kept)

    def _do(
        self, act: Callable[[Office], Demande], on_done: Callable[[Fait[Demande]], None]
    ) -> None:
        self._context.worker.run(partial(noted, action=act), on_done, self._on_failed)

    def _on_registered(self, fait: Fait[Demande]) -> None:
        self._context.undo.offer("Demande enregistrée", fait.changes)
        self.registered.emit()

    def _on_given(self, fait: Fait[Demande]) -> None:
        self._over("Remise notée", fait)

    def _on_refusal_kept(self, fait: Fait[Demande]) -> None:
        self._over("Refus noté", fait)

    def _on_answer_kept(self, fait: Fait[Demande]) -> None:
        self._over("Réponse notée", fait)

    def _over(self, said: str, fait: Fait[Demande]) -> None:
        self._context.undo.offer(said, fait.changes)
        self.answered.emit()

    def _on_failed(self, error: AppError) -> None:
        self.failed.emit(error)

    # --- the papers -------------------------------------------------------------------------

    def show(self, demande: DemandeId, relecture: Relecture) -> None:
        made = partial(dossier_complet.document, demande_id=demande, relecture=relecture)
        self._context.worker.run(made, self._on_document, self._on_failed)

    def save_data(self, demande: DemandeId, relecture: Relecture) -> None:
        made = partial(dossier_fhir.fichier, demande_id=demande, relecture=relecture)
        self._context.worker.run(made, self.saver.ask, self._on_failed)

    def save_sealed(self, demande: DemandeId, relecture: Relecture, phrase: str) -> None:
        made = partial(_sealed, demande=demande, relecture=relecture, phrase=phrase)
        self._context.worker.run(made, self.saver.ask, self._on_failed)

    def close(self) -> None:
        """Out of sight with the page."""
        self.saver.close()

    def _on_document(self, document: Document) -> None:
        if self._window.isVisible():
            self.preview = PrintPreview(document, self._context, self._window)
            self.preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.preview.open()

    def _on_saved(self, _path: object) -> None:
        self._context.events.notify("Fichier enregistré ; effacez-le dès qu’il est remis")


def _sealed(office: Office, *, demande: DemandeId, relecture: Relecture, phrase: str) -> Document:
    clair = dossier_complet.document(office, demande, relecture)
    return dossier_complet.chiffre(office, clair, phrase)
