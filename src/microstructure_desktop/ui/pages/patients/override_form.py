"""OverrideForm: the doctor opens a closed record for the day, with a reason that stays."""

from functools import partial
from typing import Any

from microstructure_desktop.domain.patient import Patient
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import cercle, drafts
from microstructure_desktop.services.cercle import MOTIF_MINIMUM, MotifTropCourt
from microstructure_desktop.services.office import Office
from microstructure_desktop.services.patients import Formulaire
from microstructure_desktop.ui import look
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.line_edit import LineEdit

from .form_pane import Action, FormPane

_TITLE = "Passer outre l’opposition"
_WHAT = (
    "Le dossier s’ouvre à vous seul, jusqu’à la fin de la journée. Le motif reste dans le dossier, "
    "où le journal d’accès le relit, et une question le dira à la prochaine réunion de synthèse."
)


class OverrideForm(FormPane):
    """`saved` carries the BrisDeGlace."""

    def __init__(self, context: Context, patient: Patient) -> None:
        subject = Formulaire.PASSER_OUTRE.sujet(patient.id)
        super().__init__(context, _TITLE, "Ouvrir le dossier", subject=subject, patient=patient.id)
        self._patient_id = patient.id
        self.tell_about(patient, _TITLE)
        card = Card(_TITLE)
        card.body.setSpacing(16)
        card.setMaximumWidth(look.size("text_max"))
        card.body.addWidget(Paragraph(_WHAT))
        hint = "Par exemple : malaise au cabinet, appel du 15 à 10 h"
        card.body.addWidget(
            self.fields.add("motif", "Pourquoi est-ce nécessaire ?", LineEdit(), hint=hint)
        )
        self.body.fill(card)
        context.worker.run(partial(_started, subject=subject), self._on_started)

    def problems(self) -> dict[str, str]:
        if len(self.fields.text("motif").strip()) >= MOTIF_MINIMUM:
            return {}
        return {"motif": f"Écrivez le motif, en {MOTIF_MINIMUM} caractères au moins."}

    def action(self) -> Action:
        return partial(
            cercle.passer_outre,
            patient_id=self._patient_id,
            motif=self.fields.text("motif"),
        )

    def field_of(self, error: AppError) -> str:
        return "motif" if isinstance(error, MotifTropCourt) else ""

    def _on_started(self, draft: dict[str, Any] | None) -> None:
        self.start({}, draft)


def _started(office: Office, *, subject: str) -> dict[str, Any] | None:
    return drafts.load(office, drafts.PATIENT, subject)
