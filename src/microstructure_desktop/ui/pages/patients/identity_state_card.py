"""IdentityStateCard: how sure an identity is, and whether the person was informed."""

from PySide6.QtCore import Signal

from microstructure_desktop.domain.patient import Attribut, Patient, StatutIdentite
from microstructure_desktop.services.access import Permission, allowed
from microstructure_desktop.services.dossiers import Dossier
from microstructure_desktop.services.patients import Formulaire
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.texts import plain_date
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import clear, column, flow
from microstructure_desktop.ui.widgets.note_line import NoteLine
from microstructure_desktop.ui.widgets.tag import Tag

from .alerts import form_route

ATTRIBUTS = {
    Attribut.DOUTEUX: ("Douteuse", "danger"),
    Attribut.HOMONYME: ("Homonyme", "info"),
    Attribut.FICTIF: ("Fictive", "warn"),
}
_MISSING = "L’information sur le suivi et le partage n’est pas notée comme remise."


class IdentityStateCard(Card):
    """Signals:
    route_chosen: Route of the form that completes it.
    """

    route_chosen = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__("Identité")
        self.context = context
        self._dossier: Dossier | None = None
        self._lines = column(spacing=10)
        self.body.addLayout(self._lines)
        self.edit_button = Button("Compléter", "link", "pencil")
        self.edit_button.setAccessibleName("Compléter l’identité")
        self.header.addWidget(self.edit_button)
        self.edit_button.setVisible(allowed(context.membre.role, Permission.ECRIRE_IDENTITE))
        self.edit_button.clicked.connect(self._on_edit_clicked)

    def show_dossier(self, dossier: Dossier) -> None:
        self._dossier = dossier
        patient = dossier.patient
        clear(self._lines)
        tags = [Tag(*said) for said in tags_of(patient)]
        self._lines.addLayout(flow(*tags, spacing=6))
        if patient.information_remise is None:
            self._lines.addWidget(NoteLine("triangle-alert", _MISSING, "secondary", "warn"))
        else:
            self._lines.addWidget(Paragraph(self._informed(dossier), "secondary"))

    def _informed(self, dossier: Dossier) -> str:
        """« Information remise le 3 mars 2026 par C. Modèle, dite à voix haute »."""
        patient = dossier.patient
        assert patient.information_remise is not None
        said = f"Information remise le {plain_date(patient.information_remise)}"
        by = dossier.membres.get(patient.information_par) if patient.information_par else None
        if by is not None:
            said += f" par {by.nom_affiche}"
        if patient.information_support:
            how = self.context.reference.libelle("SUPPORT_INFORMATION", patient.information_support)
            said += f", {how[:1].lower()}{how[1:]}"
        return said

    def _on_edit_clicked(self) -> None:
        if self._dossier is not None:
            self.route_chosen.emit(form_route(self._dossier.patient.id, Formulaire.IDENTITE))


def tags_of(patient: Patient) -> list[tuple[str, str]]:
    """Words and kinds: how sure it is, then what is to be known of it."""
    if patient.anonyme:
        return [("Sous alias, hors forfait", "info")]
    confirmed = patient.identite.statut is StatutIdentite.VALIDEE
    state = ("Validée", "ok") if confirmed else ("Provisoire", "mute")
    return [state, *(ATTRIBUTS[attribut] for attribut in patient.identite.attributs)]
