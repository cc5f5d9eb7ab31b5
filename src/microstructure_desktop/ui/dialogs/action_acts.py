"""ActionActs: say that an action is done, or drop it with a reason; Ctrl+Z takes it back."""

from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.suites_donnees import SuiteDonnee
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import actions_decidees
from microstructure_desktop.services.access import Permission
from microstructure_desktop.services.actions_decidees import ActionDecidee
from microstructure_desktop.services.annulation import Fait, noted
from microstructure_desktop.services.lecteurs import lisible
from microstructure_desktop.services.office import Office
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.texts import NBSP

from .reason import ReasonDialog

_WHY = (
    "La décision reste au compte rendu de sa réunion. L’abandon et son motif se liront à la "
    "prochaine."
)
_USUAL = ("Plus d’actualité", "La personne ne souhaite pas", "Fait autrement", "Impossible")


class ActionActs(QObject):
    """One for a page; what was done is told at the bottom of the window."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self.dialog: ReasonDialog | None = None

    def done(self, decidee: ActionDecidee) -> None:
        say = partial(_done, decidee=decidee)
        self._context.worker.run(say, self._on_done, self._on_failed)

    def drop(self, decidee: ActionDecidee) -> None:
        title = f"Abandonner cette action{NBSP}?"
        read = Permission.RESEAU if decidee.action.reunion is not None else Permission.REUNION
        self.dialog = ReasonDialog(
            self._page, title, _WHY, "Abandonner", _USUAL, readers=lisible(read)
        )
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.accepted.connect(partial(self._on_reason_given, decidee, self.dialog))
        self.dialog.open()

    def _on_reason_given(self, decidee: ActionDecidee, dialog: ReasonDialog) -> None:
        say = partial(_dropped, decidee=decidee, motif=dialog.reason())
        self._context.worker.run(say, self._on_dropped, self._on_failed)

    def _on_done(self, fait: Fait[SuiteDonnee]) -> None:
        self._context.undo.offer("Action faite", fait.changes, undone="Action de nouveau à faire")

    def _on_dropped(self, fait: Fait[SuiteDonnee]) -> None:
        self._context.undo.offer(
            "Action abandonnée", fait.changes, undone="Action de nouveau à faire"
        )

    def _on_failed(self, error: AppError) -> None:
        self._context.events.notify(f"{error.sentence} {error.way_out}", kind="danger")


def _done(office: Office, *, decidee: ActionDecidee) -> Fait[SuiteDonnee]:
    said = partial(actions_decidees.faire, decision_id=decidee.action.decision.id)
    return noted(office, said)


def _dropped(office: Office, *, decidee: ActionDecidee, motif: str) -> Fait[SuiteDonnee]:
    decision_id = decidee.action.decision.id
    return noted(office, partial(actions_decidees.abandonner, decision_id=decision_id, motif=motif))
