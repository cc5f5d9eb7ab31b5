"""ReasonDialog: a few words on why, chosen among the usual ones or typed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from microstructure_desktop.services.motif import MOTIF_MAX, motif_problem
from microstructure_desktop.ui.widgets.chips import Chips
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.line_edit import LineEdit

from .frame import DialogFrame

_LABEL = "Motif"
_USUAL = "Motifs habituels"


class ReasonDialog(DialogFrame):
    """A usual reason fills the field, where it can be completed; Enter is the verb. `readers`
    says who will read it: each use keeps it somewhere else.

    Show it with `open()`; once accepted, `reason()` says why.
    """

    def __init__(  # noqa: PLR0913 -- one constructor for every question that asks why
        self,
        parent: QWidget,
        title: str,
        text: str,
        verb: str,
        usual: Sequence[str],
        *,
        readers: str,
        danger: bool = False,
    ) -> None:
        super().__init__(parent, "message-square-text", "text2", title, text)
        self.usual = Chips([(words, words) for words in usual], single=True, name=_USUAL)
        self.edit = LineEdit()
        self.edit.setMaxLength(MOTIF_MAX)
        self.field = Field(_LABEL, self.edit, hint=readers)
        self.body.addSpacing(6)
        self.body.addWidget(self.usual)
        self.body.addWidget(self.field)
        self.refuse_button = self.add_button("Revenir", accepts=False)
        self.accept_button = self.add_button(verb, "danger" if danger else "primary", accepts=True)
        self.usual.changed.connect(self._on_usual_chosen)
        self.edit.returnPressed.connect(self.accept)
        self.edit.textEdited.connect(self._on_edited)

    def reason(self) -> str:
        return self.edit.text().strip()

    def accept(self) -> None:
        """Nothing is done without a reason; what is missing is said at the field."""
        problem = motif_problem(self.edit.text())
        self.field.set_error(problem)
        if problem is None:
            super().accept()
        else:
            self.adjust()
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_usual_chosen(self, chosen: tuple[str, ...]) -> None:
        self.edit.setText(chosen[0] if chosen else "")
        self.field.set_error(None)
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_edited(self, _text: str) -> None:
        self.usual.set_selected(())
        self.field.set_error(None)
