"""AlertStack: what somebody's record asks for, each with the button that answers it."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.domain.patient import Patient
from microstructure_desktop.services import drafts
from microstructure_desktop.services.access import Permission, allowed
from microstructure_desktop.services.dossiers import Alerte, Dossier, GenreAlerte
from microstructure_desktop.services.doublons import Doublon
from microstructure_desktop.services.patients import Formulaire
from microstructure_desktop.services.reference import Reference
from microstructure_desktop.ui.discretion import Discretion
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.texts import agreed, count, plain_date
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.layouts import clear

from .rights_words import EFFECTS, objection
from .words import file_number, joined

if TYPE_CHECKING:
    from collections.abc import Callable

_DRAFTS = {
    drafts.SEANCE: "Séance commencée, pas encore terminée",
    drafts.FICHE: "Fiche commencée, pas encore enregistrée",
    drafts.DEMANDE: "Relecture du dossier commencée, pas encore remis",
}
_FORMS = {
    Formulaire.IDENTITE: "Identité modifiée, pas encore enregistrée",
    Formulaire.INCLUSION: "Inclusion commencée, pas encore enregistrée",
    Formulaire.SORTIE: "Fin de suivi commencée, pas encore enregistrée",
    Formulaire.PROGRAMME: "Changement de programme commencé, pas encore enregistré",
    Formulaire.DROITS: "Opposition commencée, pas encore notée",
    Formulaire.PASSER_OUTRE: "Motif commencé, pas encore enregistré",
    Formulaire.QUESTION: "Question commencée, pas encore proposée",
    Formulaire.DOCUMENT: "Document commencé, pas encore ajouté",
    Formulaire.LETTRE: "Lettre commencée, pas encore enregistrée",
    Formulaire.DEMANDE: "Demande sur ses données commencée, pas encore enregistrée",
}


@dataclass(frozen=True, slots=True)
class Alert:
    """What a banner says; `route` is where its button leads, when there is one."""

    kind: str
    title: str
    text: str = ""
    action: str = ""
    route: Route | None = None


def form_route(patient_id: PatientId, form: Formulaire, papier: str = "") -> Route:
    """`papier`: the letter or the document that the form corrects."""
    if form is Formulaire.DEMANDE:
        return Route("demande", patient_id=patient_id)
    about = {"papier": papier} if papier else {}
    return Route("dossier", patient_id=patient_id, formulaire=form.value, **about)


def alerts_of(
    dossier: Dossier, reference: Reference, discretion: Discretion, role: Role
) -> tuple[Alert, ...]:
    """`role`: whose eyes they are for."""
    return tuple(_alert(a, dossier, reference, discretion, role) for a in dossier.alertes)


def homonyms_of(doublons: tuple[Doublon, ...], discretion: Discretion) -> tuple[Alert, ...]:
    """Somebody else could be taken for the person shown."""
    return tuple(
        Alert(
            "info",
            f"À ne pas confondre avec {discretion.bare(d.ligne)}",
            joined((discretion.birth(d.ligne), file_number(d.ligne.dossier), d.raison)),
            "Ouvrir ce dossier",
            Route("dossier", patient_id=d.ligne.id),
        )
        for d in doublons
    )


class AlertStack(QWidget):
    """Signals:
    route_chosen: Route of what the person wants to do about it.
    """

    route_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(10)

    def show_alerts(self, alerts: tuple[Alert, ...]) -> None:
        clear(self._stack)
        for alert in alerts:
            banner = Banner(alert.kind, alert.title, alert.text, alert.action)
            banner.action_clicked.connect(partial(self.route_chosen.emit, alert.route))
            self._stack.addWidget(banner)
        self.setVisible(bool(alerts))

    def banners(self) -> list[Banner]:
        return self.findChildren(Banner)


def _alert(
    alerte: Alerte, dossier: Dossier, reference: Reference, discretion: Discretion, role: Role
) -> Alert:
    patient = dossier.patient
    said: dict[GenreAlerte, Callable[[], Alert]] = {
        GenreAlerte.NON_INCLUS: lambda: _outside(patient, role),
        GenreAlerte.BROUILLON: lambda: _draft(alerte, patient),
        GenreAlerte.FICHE_DUE: lambda: _due(alerte, patient, reference),
        GenreAlerte.OPPOSITION: lambda: _objection(alerte, dossier),
        GenreAlerte.PARTAGE_LIMITE: lambda: _limited(alerte, dossier, role),
        GenreAlerte.FORFAIT_EPUISE: lambda: _used_up(alerte),
        GenreAlerte.SANS_NOUVELLES: lambda: _silent(alerte, discretion.phone(patient)),
    }
    return said[alerte.genre]()


def _outside(patient: Patient, role: Role) -> Alert:
    return Alert(
        "warn",
        f"Pas encore {agreed('inclus', patient.sexe)} dans un programme",
        "Les séances se notent déjà ; elles compteront à partir de l’inclusion.",
        "Inclure" if allowed(role, Permission.INCLUSION) else "",
        form_route(patient.id, Formulaire.INCLUSION),
    )


def _used_up(alerte: Alerte) -> Alert:
    until = f" jusqu’au {plain_date(alerte.jour)}" if alerte.jour is not None else ""
    title = "Tous les actes du forfait sont faits"
    return Alert("info", title, f"Les prochains seront notés hors forfait{until}.")


def _draft(alerte: Alerte, patient: Patient) -> Alert:
    when = f"Commencée le {plain_date(alerte.jour)}" if alerte.jour is not None else ""
    if alerte.cible == drafts.PATIENT:
        _, name, *of = alerte.sujet.split("/")
        form = Formulaire(name)
        route = form_route(patient.id, form, *of)
        return Alert("info", _FORMS[form], when, "Continuer", route)
    if alerte.cible == drafts.DEMANDE:
        route = Route("demande", patient_id=patient.id, demande_id=alerte.sujet)
        return Alert("info", _DRAFTS[alerte.cible], when, "Continuer", route)
    paper = {"papier": True} if alerte.papier else {}
    route = (
        Route("fiche", patient_id=patient.id, form_id=alerte.sujet, **paper)
        if alerte.cible == drafts.FICHE
        else Route("seance", patient_id=patient.id, consultation_id=alerte.sujet)
    )
    return Alert("info", _DRAFTS[alerte.cible], when, "Continuer", route)


def _due(alerte: Alerte, patient: Patient, reference: Reference) -> Alert:
    form = reference.forms.get(alerte.cible)
    title = form.title if form is not None else "Fiche de suivi"
    since = f"Attendue depuis le {plain_date(alerte.jour)}" if alerte.jour is not None else ""
    route = Route("fiche", patient_id=patient.id, form_id=alerte.cible)
    return Alert("warn", f"{title} à compléter", since, "Compléter", route)


def _objection(alerte: Alerte, dossier: Dossier) -> Alert:
    cible = alerte.opposition
    assert cible is not None
    since = f"Depuis le {plain_date(alerte.jour)}. " if alerte.jour is not None else ""
    said = objection(cible, dossier.membres.values())
    title = f"La personne {said[:1].lower()}{said[1:]}"
    return Alert("warn", title, f"{since}{EFFECTS[cible.objet]}")


def _limited(alerte: Alerte, dossier: Dossier, role: Role) -> Alert:
    since = f" depuis le {plain_date(alerte.jour)}" if alerte.jour is not None else ""
    may = allowed(role, Permission.BRIS_DE_GLACE)
    return Alert(
        "warn",
        "Partage limité à la demande de la personne",
        f"Vous lisez ce que vous avez écrit vous-même{since}. Les compteurs restent justes.",
        "Passer outre…" if may else "",
        form_route(dossier.patient.id, Formulaire.PASSER_OUTRE) if may else None,
    )


def _silent(alerte: Alerte, number: str) -> Alert:
    days = count(alerte.jours or 0, "jour")
    last = f"Dernier acte le {plain_date(alerte.jour)}" if alerte.jour is not None else ""
    phone = f"téléphone {number}" if number else ""
    return Alert("warn", f"Sans nouvelles depuis {days}", joined((last, phone)))
