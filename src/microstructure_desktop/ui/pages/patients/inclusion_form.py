"""InclusionForm: open an episode for somebody known."""

from datetime import date
from functools import partial
from typing import Any

from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.domain.patient import Patient
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import drafts, equipe, patients
from microstructure_desktop.services.anonymat import AliasNotFunded
from microstructure_desktop.services.office import Office
from microstructure_desktop.services.patients import Formulaire, NotIncludable
from microstructure_desktop.ui import look
from microstructure_desktop.ui.context import Context

from .form_pane import Action, FormPane
from .inclusion_card import InclusionCard

_TITLE = "Inclusion"


class InclusionForm(FormPane):
    """`saved` carries the Inclusion."""

    def __init__(self, context: Context, patient: Patient) -> None:
        subject = Formulaire.INCLUSION.sujet(patient.id)
        super().__init__(context, _TITLE, "Inclure", subject=subject, patient=patient.id)
        self._patient_id = patient.id
        self._anonymous = patient.anonyme
        self.tell_about(patient, _TITLE)
        self._naissance = patient.naissance
        self.inclusion = InclusionCard(
            self.fields, context.reference, self.today, self._birth, may_wait=False
        )
        self.inclusion.set_anonymous(patient.anonyme)
        self.inclusion.setMaximumWidth(look.size("text_max"))
        self.body.fill(self.inclusion)
        context.worker.run(partial(_started, patient_id=patient.id), self._on_started)

    def problems(self) -> dict[str, str]:
        fields = self.fields
        return patients.inclusion_problems(
            fields.text("programme") or None,
            fields.day("debut"),
            fields.day("demande"),
            self.today(),
        )

    def action(self) -> Action:
        fields, debut = self.fields, self.fields.day("debut")
        assert debut is not None
        return partial(
            patients.include,
            patient_id=self._patient_id,
            programme=fields.text("programme"),
            debut=debut,
            demande=fields.day("demande"),
            orienteur=fields.text("orienteur"),
        )

    def field_of(self, error: AppError) -> str:
        return "programme" if isinstance(error, NotIncludable | AliasNotFunded) else ""

    def _birth(self) -> date | None:
        return self._naissance

    def _on_started(self, start: tuple[str, dict[str, Any] | None]) -> None:
        programme, draft = start
        self.start({} if self._anonymous else {"programme": programme}, draft)


def _started(office: Office, *, patient_id: PatientId) -> tuple[str, dict[str, Any] | None]:
    """The programme this cabinet usually includes in, and what was typed before."""
    subject = Formulaire.INCLUSION.sujet(patient_id)
    return equipe.cabinet(office).programme, drafts.load(office, drafts.PATIENT, subject)
