"""DocumentForm: a document received, to add or to name better."""

from functools import partial
from typing import Any

from microstructure_desktop.domain.document import DocumentRecu
from microstructure_desktop.domain.ids import DocumentId
from microstructure_desktop.domain.patient import Patient
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import drafts, pieces
from microstructure_desktop.services.access import Permission
from microstructure_desktop.services.lecteurs import lisible
from microstructure_desktop.services.office import Office
from microstructure_desktop.services.pieces import PieceRefused, PieceSaisie
from microstructure_desktop.ui import look
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.dialogs.piece_picker import PiecePicker
from microstructure_desktop.ui.texts import numeric_date
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.combo_field import ComboField
from microstructure_desktop.ui.widgets.date_field import DateField
from microstructure_desktop.ui.widgets.layouts import flow
from microstructure_desktop.ui.widgets.line_edit import LineEdit

from .form_pane import Action, FormPane

_ADD, _EDIT = "Ajouter un document", "Corriger le document"
_CHOOSE = ("", "Choisir")
_HINT = "Ce que c’est, en quelques mots."


class DocumentForm(FormPane):
    """`saved` carries the DocumentRecu. Its draft keeps the words, never the file."""

    def __init__(self, context: Context, patient: Patient, document_id: str = "") -> None:
        title = _EDIT if document_id else _ADD
        self._document_id = DocumentId(document_id) if document_id else None
        subject = pieces.sujet(patient.id, self._document_id)
        verb = "Enregistrer" if document_id else _ADD
        super().__init__(context, title, verb, subject=subject, patient=patient.id)
        self._patient_id = patient.id
        self.tell_about(patient, title)
        self.picker = PiecePicker(context)
        card = Card(title)
        card.body.setSpacing(16)
        card.setMaximumWidth(look.size("text_max"))
        if not document_id:
            card.body.addWidget(self.fields.add("fichier", "Le fichier", self.picker))
        hint = f"{_HINT} {lisible(Permission.DOCUMENTS)}"
        name = self.fields.add("titre", "Titre", LineEdit(chars=44), hint=hint)
        card.body.addWidget(name)
        kinds = [_CHOOSE, *pieces.categories(context.reference)]
        card.body.addLayout(
            flow(
                self.fields.add("categorie", "Catégorie", ComboField(kinds, chars=34)),
                self.fields.add("jour", "Date", DateField(today=self.today)),
            )
        )
        self.body.fill(card)
        start = partial(_started, subject=subject, document_id=self._document_id)
        context.worker.run(start, self._on_started, self._on_failed)

    def problems(self) -> dict[str, str]:
        found = pieces.problems(self._saisie(), self.context.reference, self.today())
        if self._document_id is None and self.picker.piece is None:
            return {"fichier": "Choisissez le fichier, ou collez une image.", **found}
        return found

    def action(self) -> Action:
        if self._document_id is not None:
            return partial(pieces.corriger, document_id=self._document_id, saisie=self._saisie())
        assert self.picker.piece is not None
        return partial(
            pieces.ajouter,
            patient_id=self._patient_id,
            saisie=self._saisie(),
            contenu=self.picker.piece.contenu,
        )

    def field_of(self, error: AppError) -> str:
        return "fichier" if isinstance(error, PieceRefused) else ""

    def _saisie(self) -> PieceSaisie:
        text = self.fields.text
        return PieceSaisie(text("titre"), text("categorie"), self.fields.day("jour"))

    def _on_started(self, found: tuple[DocumentRecu | None, dict[str, Any] | None]) -> None:
        known, draft = found
        base = {"jour": numeric_date(self.today())}
        if known is not None:
            jour = numeric_date(known.jour)
            base = {"titre": known.titre, "categorie": known.categorie, "jour": jour}
        self.start(base, draft)


def _started(
    office: Office, *, subject: str, document_id: DocumentId | None
) -> tuple[DocumentRecu | None, dict[str, Any] | None]:
    draft = drafts.load(office, drafts.PATIENT, subject)
    return (pieces.lu(office, document_id) if document_id is not None else None), draft
