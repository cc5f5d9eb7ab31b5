"""RecoverySheet: print the recovery sheet, then prove that the paper can be read."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from microstructure_desktop.errors import AppError
from microstructure_desktop.services import secours
from microstructure_desktop.services.feuille_personnelle import EtatPersonnel
from microstructure_desktop.services.office import Office
from microstructure_desktop.services.secours import Etat, Feuille, GroupsWrong
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.half_typed import NOWHERE
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import boxed, column, row
from microstructure_desktop.ui.widgets.line_edit import LineEdit

from .frame import DialogFrame
from .print_preview import PrintPreview

_WIDTH = 600
_TITLE = "Feuille de secours"
_WHAT = "Si les phrases de passe sont perdues, cette feuille ouvre le cabinet."
_BEFORE = (
    "Imprimez-la, glissez-la dans une enveloppe fermée que le médecin garde sous clé, avec une "
    "sauvegarde. N’en enregistrez pas de fichier : qui le trouverait pourrait lire les dossiers."
)
_FORMER = "La feuille précédente reste valable tant que la nouvelle n’est pas prouvée."
_PROVE = (
    "Sans papier lisible, la feuille ne servirait à rien. Recopiez deux groupes depuis la page "
    "imprimée, ou lisez le code carré dans un des champs."
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A kind of sheet: its words, and the actions that read, make and prove it."""

    title: str
    what: str
    before: str
    state: Callable[[Office], Etat | EtatPersonnel]
    make: Callable[[Office], Feuille]
    prove: Callable[..., None]


CABINET = Sheet(_TITLE, _WHAT, _BEFORE, secours.etat, secours.preparer, secours.prouver)


class RecoverySheet(DialogFrame):
    """Two steps: the paper, then two of its groups typed back; each can wait for another day.

    Signals:
        proved: the sheet is the one from now on.
    """

    proved = Signal()

    def __init__(self, parent: QWidget, context: Context, sheet: Sheet = CABINET) -> None:
        super().__init__(parent, "key-round", "primary", sheet.title, sheet.what, _WIDTH)
        self._context = context
        self._sheet = sheet
        self._feuille: Feuille | None = None
        self.preview: PrintPreview | None = None
        self.problem = Banner()
        self.groups = [LineEdit(chars=16), LineEdit(chars=16)]
        for edit in self.groups:
            edit.setProperty(NOWHERE, True)
        self.fields = [Field("Groupe", edit) for edit in self.groups]
        self.former = Paragraph(_FORMER, "secondary")
        self.former.hide()
        self.before = boxed(column(Paragraph(sheet.before), self.former, spacing=8))
        self.proof = boxed(column(Paragraph(_PROVE), row(*self.fields, spacing=16), spacing=12))
        self.body.setSpacing(12)
        for part in (self.problem, self.before, self.proof):
            self.body.addWidget(part)
        self.proof.hide()
        self.later_button = self.add_button("Plus tard", accepts=False)
        self.again_button = self.add_button("Revoir la page", accepts=False)
        self.again_button.clicked.disconnect()
        self.again_button.clicked.connect(self._show_preview)
        self.again_button.hide()
        self.main_button = self.add_button("Préparer et imprimer", "primary", accepts=True)
        context.worker.run(sheet.state, self._on_state_read, self._on_failed)

    def accept(self) -> None:
        """The step that is on screen."""
        if not self.main_button.isEnabled():
            return
        self.problem.clear()
        self.main_button.setEnabled(False)
        if self._feuille is None:
            self._context.worker.run(self._sheet.make, self._on_prepared, self._on_failed)
        else:
            typed = {
                rank: edit.text()
                for rank, edit in zip(self._feuille.demandes, self.groups, strict=True)
            }
            prove = partial(self._sheet.prove, feuille=self._feuille, saisis=typed)
            self._context.worker.run(prove, self._on_proved, self._on_failed)

    def done(self, answer: int) -> None:
        """Nothing of the code stays behind a closed dialog."""
        self._feuille = None
        for edit in self.groups:
            edit.clear()
        super().done(answer)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.main_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_state_read(self, etat: Etat | EtatPersonnel) -> None:
        if etat.prouvee_le is not None and self._feuille is None:
            self.former.show()
            self.grow()

    def _on_prepared(self, feuille: Feuille) -> None:
        self._feuille = feuille
        for field, rank in zip(self.fields, feuille.demandes, strict=True):
            field.set_label(f"Groupe {rank}")
        self.before.hide()
        self.proof.show()
        self.again_button.show()
        self.main_button.setText("Prouver la feuille")
        self.main_button.setEnabled(True)
        self.adjust()
        self._show_preview()

    def _show_preview(self) -> None:
        if self._feuille is None:
            return
        self.preview = PrintPreview(self._feuille.document, self._context, self.parentWidget())
        self.preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.preview.finished.connect(self._on_preview_closed)
        self.preview.open()

    def _on_preview_closed(self, _answer: int) -> None:
        self.preview = None
        self.groups[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_proved(self, _none: object) -> None:
        self.proved.emit()
        super().accept()

    def _on_failed(self, error: AppError) -> None:
        """Each wrong group is said at its field, and what was typed stays."""
        self.main_button.setEnabled(True)
        wrong = error.ranks if isinstance(error, GroupsWrong) else ()
        asked = self._feuille.demandes if self._feuille is not None else ()
        for field, rank in zip(self.fields, asked, strict=False):
            said = "Ce n’est pas ce groupe : comparez avec la feuille."
            field.set_error(said if rank in wrong else None)
        if wrong:
            first = next(e for e, rank in zip(self.groups, asked, strict=True) if rank in wrong)
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.problem.show_message("danger", error.sentence, error.way_out)
        self.grow()
