"""StepDialog and AttachDialog: when a step was done, and the paper that proves it."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from microstructure_desktop.errors import AppError
from microstructure_desktop.services import demarrage
from microstructure_desktop.services.demarrage import LigneEtape
from microstructure_desktop.services.pieces import TITRE_MAX
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.dialogs.frame import DialogFrame
from microstructure_desktop.ui.dialogs.piece_picker import PiecePicker
from microstructure_desktop.ui.widgets.date_field import DateField
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.line_edit import LineEdit
from microstructure_desktop.ui.widgets.text_area import TextArea

_WIDTH = 560
_NO_NAME = "N’y écrivez rien sur les personnes suivies."
_NOT_A_DATE = "Écrivez une date comme 14/05/2026."


class StepDialog(DialogFrame):
    """`accepted` once the day and the note can be kept."""

    def __init__(self, parent: QWidget, ligne: LigneEtape, today: date) -> None:
        definition, known = ligne.definition, ligne.etape
        super().__init__(parent, "flag", "primary", definition.titre, definition.preuve, _WIDTH)
        self.ligne = ligne
        self._today = today
        self.jour = DateField(known.faite_le or today, today=lambda: today)
        self.note = TextArea(known.note, lines=3)
        self.fields = {
            "faite_le": Field("Faite le", self.jour),
            "note": Field("Note", self.note, hint=_NO_NAME, optional=True),
        }
        self.body.setSpacing(12)
        self.body.addWidget(self.fields["faite_le"])
        self.body.addWidget(self.fields["note"], 1)
        self.cancel_button = self.add_button("Annuler", accepts=False)
        self.save_button = self.add_button("Enregistrer", "primary", accepts=True)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.jour.setFocus(Qt.FocusReason.OtherFocusReason)

    def accept(self) -> None:
        problems = demarrage.problems(self.jour.value(), self.note.text(), self._today)
        if self.jour.value() is None:
            problems["faite_le"] = _NOT_A_DATE
        for name, field in self.fields.items():
            field.set_error(problems.get(name))
        self.grow()
        if not problems:
            super().accept()


class AttachDialog(DialogFrame):
    """It asks to keep; who opened it keeps, then closes it or says why not.

    Signals:
        asked: the title and the content.
    """

    asked = Signal(str, bytes)

    def __init__(self, parent: QWidget, ligne: LigneEtape, context: Context) -> None:
        definition = ligne.definition
        super().__init__(
            parent, "paperclip", "primary", definition.titre, definition.preuve, _WIDTH
        )
        self.ligne = ligne
        self.picker = PiecePicker(context)
        self.title = LineEdit(chars=44)
        self.file_field = Field("Le document", self.picker)
        self.title_field = Field("Titre", self.title, hint=_NO_NAME)
        self.body.setSpacing(12)
        self.body.addWidget(self.file_field)
        self.body.addWidget(self.title_field)
        self.cancel_button = self.add_button("Annuler", accepts=False)
        self.save_button = self.add_button("Joindre", "primary", accepts=True)
        self.picker.picked.connect(self._on_picked)

    def accept(self) -> None:
        title, piece = self.title.text().strip(), self.picker.piece
        missing = "" if piece is not None else "Choisissez le document, ou collez une image."
        self.file_field.set_error(missing or None)
        bad = "" if 0 < len(title) <= TITRE_MAX else "Donnez-lui un titre court."
        self.title_field.set_error(bad or None)
        self.grow()
        if piece is not None and not bad:
            self.save_button.setEnabled(False)
            self.asked.emit(title, piece.contenu)

    def refuse(self, error: AppError) -> None:
        """It was not kept."""
        self.save_button.setEnabled(True)
        self.file_field.set_error(f"{error.sentence} {error.way_out}")
        self.grow()

    def close_saved(self) -> None:
        super().accept()

    def _on_picked(self) -> None:
        self.file_field.set_error(None)
        self.grow()
