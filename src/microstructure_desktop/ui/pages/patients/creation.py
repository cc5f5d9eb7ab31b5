"""Creation: a new record, with its inclusion in a programme when there is one."""

from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from microstructure_desktop.domain.equipe import Membre
from microstructure_desktop.services import drafts, equipe, patients
from microstructure_desktop.services.access import Permission, allowed
from microstructure_desktop.services.office import Office
from microstructure_desktop.services.patients import PatientSaisie
from microstructure_desktop.ui.context import Context

from .form_pane import Action
from .identity_card import ALIAS
from .identity_form import IdentityForm
from .inclusion_card import InclusionCard

_TITLE = "Nouveau dossier"
_FEW = "Trois réponses suffisent : nom, prénom, date de naissance. Le reste peut attendre."


@dataclass(frozen=True, slots=True)
class Start:
    """`programme`: the one this cabinet usually includes in."""

    programme: str
    membres: tuple[Membre, ...]
    draft: dict[str, Any] | None


class Creation(IdentityForm):
    """`saved` carries the new Patient. `typed_name` is what was searched for in vain."""

    def __init__(self, context: Context, typed_name: str = "") -> None:
        super().__init__(context, _TITLE, "Créer le dossier", subject=drafts.NEW, patient=None)
        self._typed_name = typed_name
        self.header.set_words(_TITLE, _FEW)
        self.inclusion = InclusionCard(
            self.fields, context.reference, self.today, self.identity.birth, may_wait=True
        )
        self.body.main.addWidget(self.inclusion)
        self.inclusion.setVisible(allowed(context.membre.role, Permission.INCLUSION))
        self.body.main.addStretch(1)
        context.worker.run(_started, self._on_started)

    def action(self) -> Action:
        return partial(patients.create, saisie=self.saisie())

    def saisie(self) -> PatientSaisie:
        known = super().saisie()
        fields = self.fields
        if self.inclusion.isHidden() or not fields.text("programme"):
            return known
        return replace(
            known,
            programme=fields.text("programme"),
            debut=fields.day("debut"),
            demande=fields.day("demande"),
            orienteur=fields.text("orienteur"),
        )

    def _on_field_edited(self, name: str) -> None:
        super()._on_field_edited(name)
        if name == ALIAS:
            self.inclusion.set_anonymous(self.identity.anonymous)

    def _on_started(self, start: Start) -> None:
        self.identity.information.set_members(start.membres)
        self.start({"programme": start.programme}, start.draft)
        self.birth.unfold_if_told()
        if self._typed_name and not self.fields.text("nom"):
            self.fields.set_typed({"nom": self._typed_name})


def _started(office: Office) -> Start:
    draft = drafts.load(office, drafts.PATIENT, drafts.NEW)
    return Start(equipe.cabinet(office).programme, equipe.membres(office), draft)
