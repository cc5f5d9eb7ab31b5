"""ExitForm: end an episode, with its day and its reason."""

from functools import partial
from typing import Any

from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.domain.patient import Inclusion, Patient
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import drafts, patients
from microstructure_desktop.services.office import Office
from microstructure_desktop.services.patients import Formulaire, NotIncludable
from microstructure_desktop.ui import look
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.texts import numeric_date
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.combo_field import ComboField
from microstructure_desktop.ui.widgets.date_field import DateField
from microstructure_desktop.ui.widgets.labels import Paragraph

from .form_pane import Action, FormPane

_TITLE = "Fin de suivi"
_KEPT = (
    "Le dossier reste consultable parmi les sortis ; une nouvelle inclusion le rouvrira. "
    "Les rendez-vous déjà notés ne sont pas supprimés."
)
_CHOOSE = ("", "Choisir un motif")


class ExitForm(FormPane):
    """`saved` carries the Inclusion, ended."""

    def __init__(self, context: Context, patient: Patient, inclusion: Inclusion) -> None:
        subject = Formulaire.SORTIE.sujet(patient.id)
        super().__init__(context, _TITLE, "Terminer le suivi", subject=subject, patient=patient.id)
        self._inclusion = inclusion
        self.tell_about(patient, _TITLE)
        reasons = [(o.code, o.label) for o in context.reference.listes["CL29"].offered]
        card = Card(_TITLE)
        card.body.setSpacing(16)
        card.setMaximumWidth(look.size("text_max"))
        day = DateField(self.today(), today=self.today)
        card.body.addWidget(self.fields.add("fin", "Dernier jour du suivi", day))
        reason = ComboField([_CHOOSE, *reasons], chars=34)
        card.body.addWidget(self.fields.add("motif", "Motif", reason))
        card.body.addWidget(Paragraph(_KEPT, "caption"))
        self.body.fill(card)
        context.worker.run(partial(_started, patient_id=patient.id), self._on_started)

    def problems(self) -> dict[str, str]:
        found = {}
        fin = self.fields.day("fin")
        if fin is None:
            found["fin"] = "Entrez le dernier jour du suivi."
        elif fin > self.today():
            found["fin"] = "Le dernier jour doit être aujourd’hui ou avant."
        elif fin < self._inclusion.debut:
            debut = numeric_date(self._inclusion.debut)
            found["fin"] = f"Le dernier jour doit suivre l’inclusion du {debut}."
        if not self.fields.text("motif"):
            found["motif"] = "Choisissez le motif de fin de suivi."
        return found

    def action(self) -> Action:
        fin = self.fields.day("fin")
        assert fin is not None
        return partial(
            patients.close,
            inclusion_id=self._inclusion.id,
            fin=fin,
            motif=self.fields.text("motif"),
        )

    def field_of(self, error: AppError) -> str:
        return "fin" if isinstance(error, NotIncludable) else ""

    def _on_started(self, draft: dict[str, Any] | None) -> None:
        self.start({}, draft)


def _started(office: Office, *, patient_id: PatientId) -> dict[str, Any] | None:
    return drafts.load(office, drafts.PATIENT, Formulaire.SORTIE.sujet(patient_id))
