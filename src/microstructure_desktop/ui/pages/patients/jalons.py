"""Jalons: where a follow-up begins and ends, papers, what was said, and how the plan moved."""

from collections.abc import Iterator
from datetime import date

from microstructure_desktop.domain.consultation import RendezVous
from microstructure_desktop.domain.declaration import Declaration, Objet
from microstructure_desktop.domain.document import DocumentRecu
from microstructure_desktop.domain.equipe import Membre
from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.services.chronologie import Chronologie, LettreTitree
from microstructure_desktop.services.dossiers import Dossier
from microstructure_desktop.services.episodes import Episode
from microstructure_desktop.services.plan_de_soins import Objectif, Plan
from microstructure_desktop.services.reference import Reference
from microstructure_desktop.ui.dialogs.record_menu import Target, may_cancel
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.texts import NBSP, count, duration, numeric_date

from .dossier_header import DOCUMENTS, PLAN
from .parcours import FICHES, PAPIERS, REPERES, SEANCES, Evenement, author
from .targets import appointment_target
from .words import inside, joined

NOT_NOTED = ("Présence non notée", "warn")
_LONG = 60  # days of a gap from which it is told in months
_MONTH = 30.44
_SAID = {
    Objet.PARTAGE: ("Opposition au partage", "Opposition au partage levée"),
    Objet.STATISTIQUE: ("Opposition aux statistiques", "Opposition aux statistiques levée"),
    Objet.RETRAIT: ("Accord retiré", "Accord donné de nouveau"),
}


def jalons_of(
    dossier: Dossier, chronologie: Chronologie, reference: Reference, me: Membre
) -> tuple[Evenement, ...]:
    """In no order: the story sorts them with the rest."""
    return (
        *(e for episode in chronologie.episodes for e in _episode(episode, reference)),
        *(_received(d, dossier, reference, me) for d in chronologie.documents),
        *(_written(x, dossier, me) for x in chronologie.lettres),
        *(_said(parole, dossier) for parole in chronologie.paroles),
        *_informed(dossier),
        *(_missed(r, dossier, me) for r in chronologie.non_notes),
        *(e for plan in chronologie.plans.plans for e in _revised(plan, dossier)),
    )


def without(jours: int) -> str:
    """« 14 mois », « 12 jours »: how long nobody followed."""
    return count(jours, "jour") if jours < _LONG else f"{round(jours / _MONTH)}{NBSP}mois"


def _episode(episode: Episode, reference: Reference) -> Iterator[Evenement]:
    inclusion = episode.inclusion
    programme = episode.programme
    name = programme.libelle if programme is not None else inclusion.programme
    gap = (inclusion.debut - episode.avant).days - 1 if episode.avant is not None else 0
    since = f"après {without(gap)} sans suivi" if gap > 0 else ""
    yield _mark(inclusion.debut, "Inclusion", joined((name, since)), "flag")
    if inclusion.fin is not None:
        reason = inside(reference.libelle("CL29", inclusion.motif_sortie))
        yield _mark(inclusion.fin, "Fin de suivi", joined((name, reason)), "flag-off")


def _mark(jour: date, titre: str, legende: str, icone: str) -> Evenement:
    return Evenement(jour, None, REPERES, "coordination", titre, legende, icone=icone)


def _received(
    document: DocumentRecu, dossier: Dossier, reference: Reference, me: Membre
) -> Evenement:
    kind = reference.libelle("DOCUMENTS", document.categorie)
    named = f"{document.titre}, document du {numeric_date(document.jour)}"
    return Evenement(
        document.jour,
        None,
        PAPIERS,
        "fiche",
        document.titre,
        joined((kind, author(dossier, document.ajoute_par))),
        route=_paper_route(document.patient, document.id),
        action="Voir ce document",
        cible=Target("document", document.id, named, may_cancel(me, document.ajoute_par)),
        icone="paperclip",
    )


def _written(titled: LettreTitree, dossier: Dossier, me: Membre) -> Evenement:
    lettre = titled.lettre
    named = f"{titled.titre} du {numeric_date(lettre.jour)}"
    return Evenement(
        lettre.jour,
        None,
        PAPIERS,
        "fiche",
        titled.titre,
        joined((author(dossier, lettre.membre), lettre.destinataire)),
        route=_paper_route(lettre.patient, lettre.id),
        action="Voir cette lettre",
        cible=Target("lettre", lettre.id, named, may_cancel(me, lettre.membre)),
        icone="mail",
    )


def _paper_route(patient: PatientId, paper: str) -> Route:
    return Route("dossier", patient_id=patient, onglet=DOCUMENTS, papier=paper)


def _said(parole: Declaration, dossier: Dossier) -> Evenement:
    """Before whom is told by the card of rights alone."""
    titre = _SAID[parole.objet][0 if parole.oppose else 1]
    return _mark(parole.jour, titre, author(dossier, parole.recueillie_par), "shield")


def _informed(dossier: Dossier) -> Iterator[Evenement]:
    patient = dossier.patient
    if patient.information_remise is not None:
        by = author(dossier, patient.information_par) if patient.information_par else ""
        yield _mark(patient.information_remise, "Information remise", by, "info")


def _missed(rendez_vous: RendezVous, dossier: Dossier, me: Membre) -> Evenement:
    membre = dossier.membres.get(rendez_vous.membre)
    return Evenement(
        rendez_vous.jour,
        rendez_vous.heure,
        SEANCES,
        membre.role.value if membre is not None else "equipe",
        "Rendez-vous",
        joined((author(dossier, rendez_vous.membre), duration(rendez_vous.duree))),
        tags=(NOT_NOTED,),
        cible=appointment_target(rendez_vous, me),
    )


def _revised(plan: Plan, dossier: Dossier) -> Iterator[Evenement]:
    """One for each later day and person, however many times they saved."""
    if not plan.versions:
        return
    first = plan.versions[0].at.astimezone().date()
    moved: dict[tuple[date, str], dict[str, Objectif]] = {}
    for version in plan.versions:
        jour = version.at.astimezone().date()
        if jour > first and version.changements:
            by = version.auteur.nom_affiche if version.auteur is not None else ""
            goals = moved.setdefault((jour, by), {})
            goals |= {goal.texte: goal for goal in version.changements}
    for (jour, by), goals in moved.items():
        yield Evenement(
            jour,
            None,
            FICHES,
            "fiche",
            "Plan de soins revu",
            by,
            "\n".join(goal_line(goal) for goal in goals.values()),
            route=Route("dossier", patient_id=dossier.patient.id, onglet=PLAN),
            action="Ouvrir le plan de soins",
            icone="target",
        )


def goal_line(goal: Objectif) -> str:
    """« Dormir toute la nuit : atteint »."""
    return f"{goal.texte}{NBSP}: {inside(goal.etat_mots)}" if goal.etat_mots else goal.texte
