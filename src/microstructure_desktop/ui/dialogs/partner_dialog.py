"""PartnerDialog: a partner of the directory, new or corrected, from any page."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.partenaire import Partenaire
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import annuaire
from microstructure_desktop.services.annuaire import PartenaireSaisi, PartnerKnown
from microstructure_desktop.services.reference import Reference
from microstructure_desktop.ui.widgets.combo_field import ComboField
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.layouts import flow
from microstructure_desktop.ui.widgets.line_edit import LineEdit

from .asking import AskingDialog

_CHOOSE = ("", "Choisir")
_WIDTH = 620
_WHAT = "Tout le cabinet s’en sert. N’y écrivez rien sur les personnes suivies."


class PartnerDialog(AskingDialog):
    """Signals:
    asked: the PartenaireSaisi to keep.
    """

    asked = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        reference: Reference,
        known: Partenaire | None = None,
        *,
        nom: str = "",
        verb: str = "Enregistrer",
    ) -> None:
        title = "Corriger le partenaire" if known else "Nouveau partenaire"
        super().__init__(parent, "contact-round", title, _WHAT, _WIDTH, "nom")
        self._reference = reference
        self._first: QWidget | None = None
        self.fields = {
            "nom": Field("Nom", LineEdit(chars=34), hint="Avec la ville s’il y en a plusieurs"),
            "type": Field("Type", ComboField([_CHOOSE, *annuaire.types(reference)], chars=34)),
            "telephone": Field("Téléphone", LineEdit(chars=18), optional=True),
            "messagerie": Field(
                "Messagerie sécurisée (MSSanté)", LineEdit(chars=34), optional=True
            ),
            "adresse": Field("Adresse", LineEdit(chars=56), optional=True),
            "precision": Field(
                "Précision",
                LineEdit(chars=56),
                hint="Interlocuteur, horaires, délai de rendez-vous",
                optional=True,
            ),
        }
        fields = self.fields
        self.body.addLayout(flow(fields["nom"], fields["type"]))
        self.body.addLayout(flow(fields["telephone"], fields["messagerie"]))
        for name in ("adresse", "precision"):
            self.body.addWidget(fields[name])
        self.add_answers(verb)
        self._fill(known, nom)

    def accept(self) -> None:
        """Say what is wrong at its field, else ask to save."""
        saisi = self.saisi()
        if not self.is_wrong(annuaire.problems(saisi, self._reference)):
            self.asked.emit(saisi)

    def refuse(self, error: AppError) -> None:
        super().refuse(error)
        if isinstance(error, PartnerKnown):
            self.fields["nom"].editor.setFocus()

    def saisi(self) -> PartenaireSaisi:
        return PartenaireSaisi(**{name: _read(field.editor) for name, field in self.fields.items()})

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, known: Partenaire | None, nom: str) -> None:
        """With the name known, what is asked next is the kind."""
        self._first = self.fields["type" if nom else "nom"].editor
        for name, field in self.fields.items():
            _write(field.editor, getattr(known, name) if known is not None else "")
        if nom:
            _write(self.fields["nom"].editor, nom)


def _read(editor: QWidget) -> str:
    if isinstance(editor, ComboField):
        return editor.value()
    assert isinstance(editor, LineEdit)
    return editor.text()


def _write(editor: QWidget, text: str) -> None:
    if isinstance(editor, ComboField):
        editor.set_value(text)
    elif isinstance(editor, LineEdit):
        editor.setText(text)
