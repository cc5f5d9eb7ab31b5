"""IdentityEdition: correct who somebody is."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Qt

from microstructure_desktop.domain.equipe import Membre
from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.domain.patient import Attribut
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import drafts, equipe, patients, venues
from microstructure_desktop.services.access import Permission, allowed
from microstructure_desktop.services.office import Office
from microstructure_desktop.services.patients import Formulaire, IdentiteLue
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.widgets.empty_state import EmptyState

from .form_pane import Action
from .identity_card import typed_of
from .identity_form import IdentityForm
from .visits_card import VisitsCard

_TITLE = "Identité"
_HIDDEN = "Identité masquée"
_WHY = f"Mode discret{NBSP}: nom, date de naissance et téléphone ne s’affichent qu’à la demande."


@dataclass(frozen=True, slots=True)
class Start:
    identite: IdentiteLue
    membres: tuple[Membre, ...]
    draft: dict[str, Any] | None


class IdentityEdition(IdentityForm):
    """`saved` carries the Patient. While names are hidden, so are its fields, until asked."""

    def __init__(self, context: Context, patient_id: PatientId) -> None:
        subject = Formulaire.IDENTITE.sujet(patient_id)
        super().__init__(
            context, _TITLE, "Enregistrer l’identité", subject=subject, patient=patient_id
        )
        self._patient_id = patient_id
        self._identite: IdentiteLue | None = None
        self.veil = EmptyState("eye-off", _HIDDEN, _WHY, "Afficher l’identité")
        self.body.fill(self.veil)
        self.veil.action_clicked.connect(self._on_show_clicked)
        context.discretion.changed.connect(self._on_discretion_changed)
        self._veil(hidden=context.discretion.on)
        context.worker.run(partial(_started, patient_id=patient_id), self._on_started)
        if not allowed(context.membre.role, Permission.CLINIQUE):
            self._add_visits(patient_id)

    def action(self) -> Action:
        based_on = self._identite.revision if self._identite is not None else None
        return partial(
            patients.edit, patient_id=self._patient_id, saisie=self.saisie(), based_on=based_on
        )

    def take_focus(self) -> None:
        if self.identity.isHidden():
            self.veil.action_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().take_focus()

    def _add_visits(self, patient_id: PatientId) -> None:
        """The reception has no record to read them in."""
        card = VisitsCard()
        self.aside.insertWidget(0, card)
        read = partial(venues.venues, patient_id=patient_id)
        self.context.worker.run(read, card.show_visits)

    def _veil(self, *, hidden: bool) -> None:
        self.identity.setVisible(not hidden)
        self.birth.setVisible(not (hidden or self.identity.anonymous))
        self.save_button.setVisible(not hidden)
        self.veil.setVisible(hidden)
        if self.isVisible():
            self.take_focus()

    def _on_discretion_changed(self) -> None:
        self._veil(hidden=self.context.discretion.on)

    def _on_show_clicked(self) -> None:
        self._veil(hidden=False)

    def _on_started(self, start: Start) -> None:
        self._show_identite(start)
        self.start(typed_of(start.identite.patient), start.draft)
        self.birth.unfold_if_told()

    def _on_failed(self, error: AppError) -> None:
        """A colleague may have saved meanwhile: show theirs under what was typed here."""
        super()._on_failed(error)
        again = partial(_started, patient_id=self._patient_id)
        self.context.worker.run(again, self._on_read_again)

    def _on_read_again(self, start: Start) -> None:
        self._show_identite(start)
        self.fill(typed_of(start.identite.patient), self.changes())

    def _show_identite(self, start: Start) -> None:
        self._identite = start.identite
        self.known = start.identite.patient
        self.identity.information.set_members(start.membres)
        self.birth.show_known(self.known, start.membres)
        self.duplicates.set_told_apart(Attribut.HOMONYME in self.known.identite.attributs)
        self.tell_about(start.identite.patient, _TITLE)


def _started(office: Office, *, patient_id: PatientId) -> Start:
    subject = Formulaire.IDENTITE.sujet(patient_id)
    return Start(
        patients.identity(office, patient_id),
        equipe.membres(office),
        drafts.load(office, drafts.PATIENT, subject),
    )
