"""The week as a document: initials and file numbers, or names when somebody asks."""

from datetime import date
from typing import TYPE_CHECKING

from microstructure_desktop.domain.creneaux import heure
from microstructure_desktop.domain.ids import MembreId
from microstructure_desktop.domain.patient import Patient
from microstructure_desktop.french import clock

from . import semaine as semaines
from .documents import Document
from .office import Office
from .presences import EtatRendezVous
from .semaine import JourAgenda, RendezVousAgenda, Semaine

if TYPE_CHECKING:
    from microstructure_desktop.reports.semaine_imprimee import JourImprime, LigneImprimee

ETATS = {
    EtatRendezVous.ATTENDU: "",
    EtatRendezVous.ARRIVE: "",
    EtatRendezVous.EN_COURS: "",
    EtatRendezVous.FAIT: "fait",
    EtatRendezVous.EXCUSE: "excusé",
    EtatRendezVous.ABSENT: "absent",
    EtatRendezVous.ANNULE: "annulé",
    EtatRendezVous.REPORTE: "reporté",
}


def document(
    office: Office, lundi: date, membre: MembreId | None = None, *, noms: bool = False
) -> Document:
    """The week of somebody, or of the whole team.

    Raises:
        AccessDenied: the role reads no agenda.
    """
    from microstructure_desktop.reports.semaine import TITLE
    from microstructure_desktop.reports.semaine import semaine as render
    from microstructure_desktop.reports.semaine_imprimee import SemaineImprimee

    lue = semaines.semaine(office, lundi, membre)
    with office.store.read() as work:
        cabinet = work.cabinet.get()
    jours = tuple(_jour(jour, noms=noms) for jour in lue.jours)
    contenu = SemaineImprimee(cabinet, _qui(lue), jours, noms, office.now().astimezone())
    fichier = f"semaine-{lundi:%Y-%m-%d}.pdf"
    return Document(TITLE, fichier, render(contenu), nominatif=noms, genre="semaine")


def _qui(lue: Semaine) -> str:
    if lue.membre is None:
        return "Toute l’équipe"
    return next((m.nom_complet for m in lue.membres if m.id == lue.membre), "")


def _jour(jour: JourAgenda, *, noms: bool) -> "JourImprime":
    from microstructure_desktop.reports.semaine_imprimee import JourImprime

    mentions = [f"Férié : {jour.ferie}"] if jour.ferie else []
    mentions += [f"{m.nom_affiche} : absence" for m in jour.absents]
    if jour.reunion is not None:
        mentions.append(f"Réunion de synthèse à {clock(heure(jour.reunion.plage.debut))}")
    lignes = sorted(jour.rendez_vous, key=lambda r: (r.rendez_vous.heure, r.membre.nom))
    return JourImprime(jour.jour, tuple(mentions), tuple(_ligne(r, noms=noms) for r in lignes))


def _ligne(found: RendezVousAgenda, *, noms: bool) -> "LigneImprimee":
    from microstructure_desktop.reports.semaine_imprimee import LigneImprimee

    rdv = found.rendez_vous
    personne = _personne(found.patient, noms=noms)
    if rdv.entourage:
        personne = f"Entourage de {personne}"
    return LigneImprimee(
        rdv.heure,
        heure(found.plage.fin),
        personne,
        found.membre.nom_affiche,
        ETATS[found.etat],
    )


def _personne(patient: Patient, *, noms: bool) -> str:
    if noms:
        return f"{patient.nom_affiche} (n° {patient.dossier})"
    initiales = " ".join(f"{sign}." for sign in patient.initiales)
    return f"{initiales} · n° {patient.dossier}"
