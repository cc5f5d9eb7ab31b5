"""Closing: where a period stands, close its month, open it again with a reason."""

from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.mois_clos import MoisClos
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import mois_clos
from microstructure_desktop.services.access import Permission, allowed
from microstructure_desktop.services.activite import Activite, Autour, est_annee
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.dialogs.reason import ReasonDialog
from microstructure_desktop.ui.widgets.banner import Banner

from . import words

CLOSE, REOPEN = "Clôturer le mois", "Rouvrir…"


class Closing(QObject):
    """`banner` stands on the page; who may not close only reads it."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._found: Activite | None = None
        self._dialog: ReasonDialog | None = None
        self._may = allowed(context.membre.role, Permission.CLORE_MOIS)
        self.banner = Banner()
        self.banner.action_clicked.connect(self._on_action)

    def show_period(self, found: Activite) -> None:
        self._found = found
        title, text = words.standing(found)
        kind = "warn" if found.provisoire else "ok" if found.clos else "info"
        self.banner.show_message(kind, title, text, self._verb(found))

    def show_changes(self, found: Activite, beside: Autour) -> None:
        """A closed month says what became of its figures."""
        if not found.clos or est_annee(found.periode):
            return
        title, waiting = words.standing(found)
        told = words.changes(self._context.reference, beside)
        kind = "warn" if beside.ecarts or waiting else "ok"
        text = "\n".join(filter(None, (told, waiting)))
        self.banner.show_message(kind, title, text, self._verb(found))

    def dismiss(self) -> None:
        if self._dialog is not None:
            self._dialog.reject()

    def _verb(self, found: Activite) -> str:
        if not self._may or est_annee(found.periode) or found.bilan.en_cours:
            return ""
        return REOPEN if found.clos else CLOSE

    def _on_action(self) -> None:
        assert self._found is not None
        if self._found.clos:
            self._ask_why()
            return
        close = partial(mois_clos.clore, mois=self._mois())
        self._context.worker.run(close, self._on_closed, self._on_failed)

    def _ask_why(self) -> None:
        dialog = ReasonDialog(
            self._page,
            words.REOPEN_TITLE,
            words.REOPEN_TEXT,
            "Rouvrir le mois",
            words.REASONS,
            readers=words.REOPEN_READERS,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._on_reason_given)
        dialog.finished.connect(self._on_finished)
        self._dialog = dialog
        dialog.open()

    def _on_reason_given(self) -> None:
        assert self._dialog is not None
        reopen = partial(mois_clos.rouvrir, mois=self._mois(), motif=self._dialog.reason())
        self._context.worker.run(reopen, self._on_reopened, self._on_failed)

    def _on_finished(self) -> None:
        self._dialog = None

    def _on_closed(self, _made: MoisClos) -> None:
        assert self._found is not None
        self._context.events.notify(words.kept(self._found), REOPEN, self._ask_why, keys="")

    def _on_reopened(self, _nothing: None) -> None:
        assert self._found is not None
        self._context.events.notify(words.reopened(self._found))

    def _on_failed(self, error: AppError) -> None:
        self._context.events.notify(f"{error.sentence} {error.way_out}", kind="danger")

    def _mois(self) -> Mois:
        assert self._found is not None
        return Mois.de(self._found.periode.premier)
