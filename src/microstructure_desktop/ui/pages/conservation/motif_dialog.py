"""MotifDialog: a reason that stays, and perhaps until when."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from microstructure_desktop.services import conservation
from microstructure_desktop.services.motif import MOTIF_MAX
from microstructure_desktop.ui.dialogs.frame import DialogFrame
from microstructure_desktop.ui.widgets.date_field import DateField
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.line_edit import LineEdit

_OPEN = "Lire un dossier archivé"
_OPEN_WHAT = (
    "Le motif reste douze mois dans le journal d’accès. Le dossier vous est ouvert pour la journée."
)
_KEEP = "Garder ce dossier"
_KEEP_WHAT = "La question reviendra ce jour-là. Notez ici un litige, un suivi ailleurs…"


class MotifDialog(DialogFrame):
    """Show it with `open()`; once accepted, `motif()` and `day()` say what was decided."""

    def __init__(self, parent: QWidget, texts: tuple[str, str, str], hint: str = "") -> None:
        title, what, verb = texts
        super().__init__(parent, "message-square-text", "text2", title, what)
        self.edit = LineEdit()
        self.edit.setMaxLength(MOTIF_MAX)
        self.field = Field("Motif", self.edit, hint=hint)
        self.body.addSpacing(6)
        self.body.addWidget(self.field)
        self.cancel_button = self.add_button("Annuler", accepts=False)
        self.accept_button = self.add_button(verb, "primary", accepts=True)
        self.edit.returnPressed.connect(self.accept)
        self.edit.textEdited.connect(self._on_edited)

    def motif(self) -> str:
        return self.edit.text().strip()

    def accept(self) -> None:
        """Nothing is done without a reason; what is missing is said at the field."""
        if self.check():
            super().accept()
        else:
            self.grow()

    def check(self) -> bool:
        problem = conservation.motif_problem(self.edit.text())
        self.field.set_error(problem)
        if problem is not None:
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        return problem is None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_edited(self, _text: str) -> None:
        self.field.set_error(None)


class OpenDialog(MotifDialog):
    """Why a record of the archive is read again."""

    def __init__(self, parent: QWidget) -> None:
        hint = "Par exemple : courrier d’un confrère, demande de la personne"
        super().__init__(parent, (_OPEN, _OPEN_WHAT, "Ouvrir le dossier"), hint)


class KeepDialog(MotifDialog):
    """Why a record is kept, and until which day."""

    def __init__(self, parent: QWidget, proposed: date, today: Callable[[], date]) -> None:
        super().__init__(parent, (_KEEP, _KEEP_WHAT, "Garder le dossier"))
        self._today = today
        self.until = DateField(proposed, today=today)
        self.until_field = Field("Jusqu’au", self.until)
        self.body.addWidget(self.until_field)
        self.until.returnPressed.connect(self.accept)

    def day(self) -> date:
        return self.until.value() or self._today()

    def check(self) -> bool:
        good = super().check()
        problem = conservation.jusqu_au_problem(self.until.value(), self._today())
        self.until_field.set_error(problem)
        if good and problem is not None:
            self.until.setFocus(Qt.FocusReason.OtherFocusReason)
        return good and problem is None
