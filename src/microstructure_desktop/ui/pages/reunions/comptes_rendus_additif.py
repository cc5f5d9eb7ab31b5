"""AdditifDialog: what to add to closed minutes, about whom, kept while it is typed."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.ids import PatientId, SyntheseId
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import additifs, drafts
from microstructure_desktop.services.comptes_rendus import CompteRendu
from microstructure_desktop.services.office import Office
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.dialogs.frame import DialogFrame
from microstructure_desktop.ui.draft_keeper import DraftKeeper
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.combo_field import ComboField
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.note_line import NoteLine
from microstructure_desktop.ui.widgets.text_area import TextArea
from microstructure_desktop.ui.worker import Action

_TITLE = "Ajouter un additif"
_TEXT = (
    "Le compte rendu clos ne change pas. L’additif est signé de votre nom, daté et imprimé à la "
    "suite. Une fois signé, il ne se retire pas : un autre additif peut le corriger."
)
_WHOLE = ("", "La réunion en général")
_WIDTH = 560
_FOUND = "Votre saisie a été retrouvée : elle n’était pas signée."

Typed = dict[str, str]


class AdditifDialog(DialogFrame):
    """It closes once signed; left otherwise, what was typed is found again.

    Signals:
        signed: the Additif.
    """

    signed = Signal(object)

    def __init__(
        self, parent: QWidget, context: Context, found: CompteRendu, draft: Typed | None
    ) -> None:
        super().__init__(parent, "file-plus", "primary", _TITLE, _TEXT, _WIDTH)
        self._context = context
        self._found = found
        self._synthese_id = found.ligne.id
        self.kept = NoteLine("info", _FOUND if draft else "", "secondary", "info")
        self.about = ComboField(chars=34)
        self.text = TextArea(lines=6)
        self.field = Field("Texte de l’additif", self.text)
        self.body.addSpacing(6)
        self.body.addWidget(self.kept)
        self.body.addWidget(Field("Au sujet de", self.about))
        self.body.addWidget(self.field, 1)
        self.back_button = self.add_button("Revenir", accepts=False)
        self.sign_button = Button("Signer l’additif", "primary", "check", shortcut="Ctrl+Return")
        self.buttons.addWidget(self.sign_button)
        self.sign_button.clicked.connect(self._on_sign_clicked)
        context.discretion.changed.connect(self._name)
        self._name()
        self.about.set_value((draft or {}).get("patient_id", ""))
        self.text.set_text((draft or {}).get("texte", ""))
        self.keeper = DraftKeeper(context.worker, self._typed, self._keeping, self)
        self.text.text_changed.connect(self._on_typed)
        self.about.changed.connect(self._on_typed)

    def done(self, result: int) -> None:
        """What is not signed is kept, even when the screen locks over it."""
        self.keeper.flush()
        super().done(result)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name(self) -> None:
        people = ((i, self._context.discretion.name(p)) for i, p in self._found.patients)
        chosen = self.about.value()
        self.about.set_choices([_WHOLE, *people])
        self.about.set_value(chosen)

    def _typed(self) -> Typed:
        return {"texte": self.text.text(), "patient_id": self.about.value()}

    def _keeping(self, typed: Typed) -> Action[datetime]:
        return partial(
            drafts.save, genre=drafts.ADDITIF, cible=self._synthese_id, payload=dict(typed)
        )

    def _on_typed(self, *_: object) -> None:
        self.field.set_error(None)
        self.keeper.touch()

    def _on_sign_clicked(self) -> None:
        problem = additifs.problem(self.text.text())
        if problem is not None:
            self._refuse(problem)
            return
        self.keeper.hold()
        self.sign_button.setEnabled(False)
        about = self.about.value()
        sign = partial(
            additifs.signer,
            synthese_id=self._synthese_id,
            texte=self.text.text(),
            patient_id=PatientId(about) if about else None,
        )
        self._context.worker.run(sign, self._on_signed, self._on_failed)

    def _on_signed(self, additif: object) -> None:
        self.accept()
        self.signed.emit(additif)

    def _on_failed(self, error: AppError) -> None:
        self.sign_button.setEnabled(True)
        self.keeper.release()
        self._refuse(f"{error.sentence} {error.way_out}")

    def _refuse(self, problem: str) -> None:
        self.field.set_error(problem)
        self.grow()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)


def load_draft(office: Office, synthese_id: SyntheseId) -> Typed | None:
    """What was being typed about these minutes, if anything."""
    draft = drafts.load(office, drafts.ADDITIF, synthese_id)
    if draft is None or not draft.get("texte"):
        return None
    return {name: draft.get(name) or "" for name in ("texte", "patient_id")}
