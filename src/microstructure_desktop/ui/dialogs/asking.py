"""AskingDialog: fields to fill in, which who opened it keeps before it closes."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from microstructure_desktop.errors import AppError
from microstructure_desktop.ui.widgets.field import Field, show_problems

from .frame import DialogFrame


class AskingDialog(DialogFrame):
    """It asks to keep; who opened it keeps, then closes it or says why not.

    `fields` are in the order they are met; a refusal is said at the one named `told_at`.
    """

    fields: dict[str, Field]

    def __init__(
        self, parent: QWidget, icon: str, title: str, text: str, width: int, told_at: str
    ) -> None:
        super().__init__(parent, icon, "primary", title, text, width)
        self._told_at = told_at
        self.body.addSpacing(8)
        self.body.setSpacing(12)

    def add_answers(self, verb: str = "Enregistrer") -> None:
        """Once the fields are there: Tab goes through them first."""
        self.cancel_button = self.add_button("Annuler", accepts=False)
        self.save_button = self.add_button(verb, "primary", accepts=True)

    def is_wrong(self, problems: Mapping[str, str]) -> bool:
        """Say each at its field and go to the first; else the answer is waited for."""
        wrong = show_problems(self.fields, problems)
        self.grow()
        self.save_button.setEnabled(wrong)
        return wrong

    def refuse(self, error: AppError) -> None:
        """It was not kept."""
        self.save_button.setEnabled(True)
        self.fields[self._told_at].set_error(f"{error.sentence} {error.way_out}")
        self.grow()

    def close_saved(self) -> None:
        super().accept()
