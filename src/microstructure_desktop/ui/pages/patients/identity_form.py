"""IdentityForm: an identity typed beside the records that may already be that person's."""

from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.domain.patient import Sexe
from microstructure_desktop.services import patients
from microstructure_desktop.services.patients import PatientSaisie
from microstructure_desktop.ui import look
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.navigation import Route

from .duplicates_card import Asked, DuplicatesCard
from .form_pane import FormPane
from .identity_card import IdentityCard

_COMPARED = frozenset({"nom", "prenom", "naissance"})


class IdentityForm(FormPane):
    def __init__(
        self, context: Context, title: str, verb: str, *, subject: str, patient: PatientId | None
    ) -> None:
        super().__init__(context, title, verb, subject=subject, patient=patient)
        self.identity = IdentityCard(self.fields, context.reference, self.today)
        self.duplicates = DuplicatesCard(context, patient)
        self.body.main.addWidget(self.identity)
        aside = self.body.add_aside(look.size("aside"))
        aside.addWidget(self.duplicates)
        aside.addStretch(1)
        self.fields.edited.connect(self._on_field_edited)
        self.duplicates.open_requested.connect(self._on_open_requested)

    def problems(self) -> dict[str, str]:
        return patients.problems(self.saisie(), self.today())

    def saisie(self) -> PatientSaisie:
        """What is typed, understood as far as it can be."""
        fields = self.fields
        return PatientSaisie(
            fields.text("nom"),
            fields.text("prenom"),
            fields.day("naissance"),
            Sexe(fields.text("sexe") or Sexe.NR),
            fields.text("telephone"),
            self.identity.information_day(),
        )

    def _on_field_edited(self, name: str) -> None:
        if name in _COMPARED:
            fields = self.fields
            self.duplicates.ask(
                Asked(fields.text("nom"), fields.text("prenom"), fields.day("naissance"))
            )

    def _on_open_requested(self, patient_id: str) -> None:
        self.context.navigator.go(Route("dossier", patient_id=patient_id))
