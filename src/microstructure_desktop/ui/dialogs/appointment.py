"""AppointmentDialog: take an appointment, or move one, from any page."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from microstructure_desktop.errors import AppError
from microstructure_desktop.services import rendez_vous
from microstructure_desktop.services.conflits import Conflit
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.texts import clock, count, short_date
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.field import show_problems

from .appointment_asking import Outcome, Request, take
from .appointment_fields import AppointmentFields
from .appointment_wish import Wish
from .frame import DialogFrame

if TYPE_CHECKING:
    from microstructure_desktop.domain.consultation import RendezVous
    from microstructure_desktop.domain.equipe import Membre

_WIDTH = 560
_KEEP = "Garder ainsi"
_MOST = 3


class AppointmentDialog(DialogFrame):
    """A clash is a question above the buttons, and « Garder ainsi » answers it.

    Show it with `open()`; what was written can be undone from the window.
    """

    def __init__(self, parent: QWidget, context: Context, wish: Wish) -> None:
        moving = wish.moved is not None
        title = "Déplacer le rendez-vous" if moving else "Prendre un rendez-vous"
        words = "Visible de toute l’équipe et du secrétariat : rien de clinique ici."
        super().__init__(parent, "calendar", "text2", title, words, _WIDTH)
        self.context = context
        self._moved = wish.moved
        self._accepted: frozenset[Conflit] = frozenset()
        self._verb = "Déplacer" if moving else "Prendre le rendez-vous"
        self.form = AppointmentFields(context, wish)
        self.banner = Banner()
        self.body.addSpacing(8)
        self.body.addWidget(self.form)
        self.body.addWidget(self.banner)
        self.refuse_button = self.add_button("Revenir", accepts=False)
        self.accept_button = self.add_button(self._verb, "primary", accepts=True)
        self.form.edited.connect(self._on_edited)
        self.form.reshaped.connect(self._on_reshaped)
        self.form.entered.connect(self.accept)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        context.worker.run(rendez_vous.professionnels, self._on_members, self._on_failed)

    def accept(self) -> None:
        """Say what is missing at its field; ask about a clash; then write."""
        saisi = self.form.saisi()
        problems = rendez_vous.problems(saisi, self.context.now().date())
        if show_problems(self.form.fields, problems):
            self.adjust()
            return
        moved = self._moved.id if self._moved else None
        request = Request(saisi, self.form.serie(), moved, self._accepted)
        self.accept_button.setEnabled(False)
        self.context.worker.run(partial(take, request=request), self._on_answered, self._on_failed)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.form.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_members(self, membres: "tuple[Membre, ...]") -> None:
        self.form.set_members(membres)

    def _on_answered(self, outcome: Outcome) -> None:
        self.accept_button.setEnabled(True)
        if outcome.fait is None:
            self._ask(outcome.conflits)
            return
        made = outcome.fait.result
        self.context.undo.offer(self._said(made), outcome.fait.changes)
        super().accept()

    def _ask(self, conflits: tuple[Conflit, ...]) -> None:
        self._accepted = frozenset(conflits)
        shown = [c.phrase for c in conflits[:_MOST]]
        if len(conflits) > _MOST:
            shown.append(f"Et {count(len(conflits) - _MOST, 'autre question')}.")
        self.banner.show_message("warn", "Garder ce rendez-vous ?", "\n".join(shown))
        self.accept_button.setText(_KEEP)
        self.accept_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.adjust()

    def _on_failed(self, error: AppError) -> None:
        self.accept_button.setEnabled(True)
        self.banner.show_message("danger", error.sentence, error.way_out)
        self.adjust()

    def _on_edited(self) -> None:
        """Another hour is another question."""
        self._accepted = frozenset()
        if self.accept_button.text() != self._verb:
            self.accept_button.setText(self._verb)
            self.banner.clear()
            self.adjust()

    def _on_reshaped(self) -> None:
        QTimer.singleShot(0, self, self._on_laid_out)

    def _on_laid_out(self) -> None:
        """What has just been shown is counted once its own layout knows of it."""
        if self.isVisible():
            self.adjust()

    def _said(self, made: "tuple[RendezVous, ...]") -> str:
        first = made[0]
        when = f"{short_date(first.jour)} à {clock(first.heure)}"
        if self._moved is not None:
            return f"Rendez-vous déplacé au {when}"
        if len(made) > 1:
            return f"{count(len(made), 'rendez-vous pris', 'rendez-vous pris')}, dès le {when}"
        return f"Rendez-vous pris le {when}"
