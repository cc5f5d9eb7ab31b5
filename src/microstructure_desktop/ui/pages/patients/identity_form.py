"""IdentityForm: an identity typed beside the records that may already be that person's."""

from microstructure_desktop.domain.ids import MembreId, PatientId
from microstructure_desktop.domain.patient import Patient, Sexe
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import identites, patients
from microstructure_desktop.services.anonymat import AliasNotFunded, FollowUpFunded
from microstructure_desktop.services.identites import typed_traits
from microstructure_desktop.services.patients import NotIncludable, PatientSaisie
from microstructure_desktop.ui import look
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.navigation import Route

from .birth_card import BirthCard
from .duplicates_card import Asked, DuplicatesCard
from .form_pane import FormPane
from .identity_card import ALIAS, IdentityCard

_COMPARED = frozenset({"nom", "prenom", "naissance", "nom_naissance", "prenoms_naissance", ALIAS})
_BIRTH = ("cog", "piece")


class IdentityForm(FormPane):
    def __init__(
        self, context: Context, title: str, verb: str, *, subject: str, patient: PatientId | None
    ) -> None:
        super().__init__(context, title, verb, subject=subject, patient=patient)
        self.known: Patient | None = None
        self.identity = IdentityCard(self.fields, context.reference, self.today, context.membre)
        self.birth = BirthCard(self.fields, context.reference)
        self.duplicates = DuplicatesCard(context, patient)
        self.body.main.addWidget(self.identity)
        self.body.main.addWidget(self.birth)
        self.aside = self.body.add_aside(look.size("aside"))
        self.aside.addWidget(self.duplicates)
        self.aside.addStretch(1)
        self.fields.edited.connect(self._on_field_edited)
        self.duplicates.open_requested.connect(self._on_open_requested)
        self.duplicates.merge_requested.connect(self._on_merge_requested)

    def problems(self) -> dict[str, str]:
        found = patients.problems(self.saisie(), self.today())
        if self.identity.anonymous and "naissance" in found:
            found["annee"] = found.pop("naissance")
        if any(name in found for name in _BIRTH):
            self.birth.unfold()
        return found

    def field_of(self, error: AppError) -> str:
        if isinstance(error, FollowUpFunded):
            return ALIAS
        return "programme" if isinstance(error, NotIncludable | AliasNotFunded) else ""

    def saisie(self) -> PatientSaisie:
        """What is typed, understood as far as it can be."""
        fields = self.fields
        return PatientSaisie(
            fields.text("nom"),
            fields.text("prenom"),
            self.identity.birth(),
            Sexe(fields.text("sexe") or Sexe.NR),
            fields.text("telephone"),
            self.identity.information.day(),
            information_par=MembreId(fields.text("information_par")) or None,
            information_support=fields.text("information_support"),
            identite=self.birth.saisie(),
            anonyme=self.identity.anonymous,
            distincts=() if self.identity.anonymous else self.duplicates.apart(),
        )

    def _on_field_edited(self, name: str) -> None:
        if name == ALIAS:
            self.birth.setVisible(not self.identity.anonymous)
        if name in _COMPARED:
            self.duplicates.ask(self._asked())
        self._show_loss()

    def _asked(self) -> Asked:
        """An alias looks like nobody."""
        if self.identity.anonymous:
            return Asked("", "", None)
        text = self.fields.text
        born = text("nom_naissance"), text("prenoms_naissance")
        return Asked(text("nom"), text("prenom"), self.fields.day("naissance"), *born)

    def _show_loss(self) -> None:
        if self.known is not None:
            saisie = self.saisie()
            traits = typed_traits(saisie.identite, self.identity.birth(), saisie.sexe)
            lost = identites.loses_validation(self.known, saisie.identite, traits)
            self.birth.warn_of_loss(lost=lost and not saisie.anonyme)

    def _on_open_requested(self, patient_id: str) -> None:
        self.context.navigator.go(Route("dossier", patient_id=patient_id))

    def _on_merge_requested(self, patient_id: str) -> None:
        assert self.known is not None
        self.context.navigator.go(Route("fusion", garde=self.known.id, absorbe=patient_id))
