"""RightsForm: what the person objects to, before whom, since when."""

from functools import partial
from typing import Any

from microstructure_desktop.domain.declaration import Objet
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import MembreId
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import drafts, droits_personne
from microstructure_desktop.services.dossiers import Dossier
from microstructure_desktop.services.droits_personne import DeclarationRefusee
from microstructure_desktop.services.office import Office
from microstructure_desktop.services.oppositions import Cible
from microstructure_desktop.services.patients import Formulaire
from microstructure_desktop.ui import look
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.combo_field import ComboField
from microstructure_desktop.ui.widgets.conditional import Conditional
from microstructure_desktop.ui.widgets.date_field import DateField
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.segmented import Segmented

from .form_pane import Action, FormPane
from .rights_words import EFFECTS, OBJETS, TEAM, audiences

_TITLE = "Opposition de la personne"
_ROLES = {role.value: role for role in Role}


class RightsForm(FormPane):
    """`saved` carries the Declaration."""

    def __init__(self, context: Context, dossier: Dossier) -> None:
        patient = dossier.patient
        subject = Formulaire.DROITS.sujet(patient.id)
        super().__init__(context, _TITLE, "Noter l’opposition", subject=subject, patient=patient.id)
        self._patient_id = patient.id
        self.tell_about(patient, _TITLE)
        card = Card(_TITLE)
        card.body.setSpacing(16)
        card.setMaximumWidth(look.size("text_max"))
        self.objet = Segmented(list(OBJETS), name="Ce que la personne refuse")
        card.body.addWidget(self.fields.add("objet", "Ce que la personne refuse", self.objet))
        self._audience = Conditional()
        who = ComboField(audiences(dossier.membres.values()), chars=28)
        self._audience.body.addWidget(self.fields.add("devant", "Avec qui", who))
        card.body.addWidget(self._audience)
        day = DateField(self.today(), today=self.today)
        card.body.addWidget(self.fields.add("jour", "Dit le", day))
        self.effect = Paragraph("", "secondary")
        card.body.addWidget(self.effect)
        self.body.fill(card)
        self.fields.edited.connect(self._show_effect)
        self.objet.set_value(Objet.PARTAGE.value)
        self._show_effect()
        context.worker.run(partial(_started, subject=subject), self._on_started)

    def problems(self) -> dict[str, str]:
        jour = self.fields.day("jour")
        if jour is None:
            return {"jour": "Entrez le jour où la personne l’a dit."}
        if jour > self.today():
            return {"jour": "La date doit être aujourd’hui ou avant."}
        return {}

    def action(self) -> Action:
        objet, devant = Objet(self.fields.text("objet")), self.fields.text("devant")
        named = devant if objet is Objet.PARTAGE and devant != TEAM else ""
        jour = self.fields.day("jour")
        assert jour is not None
        role = _ROLES.get(named)
        membre = MembreId(named) if named and role is None else None
        return partial(
            droits_personne.declarer,
            patient_id=self._patient_id,
            cible=Cible(objet, membre, role),
            oppose=True,
            jour=jour,
        )

    def field_of(self, error: AppError) -> str:
        return "jour" if isinstance(error, DeclarationRefusee) else ""

    def _show_effect(self, *_: object) -> None:
        objet = Objet(self.objet.value() or Objet.PARTAGE.value)
        self._audience.setVisible(objet is Objet.PARTAGE)
        self.effect.setText(EFFECTS[objet])

    def _on_started(self, draft: dict[str, Any] | None) -> None:
        self.start({"objet": Objet.PARTAGE.value, "devant": TEAM}, draft)


def _started(office: Office, *, subject: str) -> dict[str, Any] | None:
    return drafts.load(office, drafts.PATIENT, subject)
