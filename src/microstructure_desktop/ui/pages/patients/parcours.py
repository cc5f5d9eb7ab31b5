"""Parcours: what happened with somebody and what is planned, as dated events."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

from microstructure_desktop.domain.consultation import Consultation, RendezVous
from microstructure_desktop.domain.equipe import Membre
from microstructure_desktop.domain.ids import MembreId
from microstructure_desktop.domain.synthese import Etat, Situation, Synthese
from microstructure_desktop.services.access import fills
from microstructure_desktop.services.dossiers import Dossier, FicheLigne, Passage, Seance
from microstructure_desktop.services.reference import Reference
from microstructure_desktop.ui.dialogs.record_menu import Target
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.texts import NBSP, count, duration, ordinal

from .answer_lines import answer_lines
from .targets import appointment_target, fiche_target, meeting_target, seance_target
from .words import absence, act_title, joined, place

SEANCES = "seances"
FICHES = "fiches"
REUNIONS = "reunions"
PAPIERS = "papiers"
REPERES = "reperes"
PLANNED = ("Prévu", "mute")


@dataclass(frozen=True, slots=True)
class Evenement:
    """`genre` is the filter it answers to, `role` gives its colour and its icon, unless `icone`
    does; `route` what opens from it, told by `action`; `cible` is what its menu is about.
    """

    jour: date
    heure: time | None
    genre: str
    role: str
    titre: str
    legende: str = ""
    texte: str = ""
    tags: tuple[tuple[str, str], ...] = ()
    route: Route | None = None
    action: str = ""
    cible: Target | None = None
    icone: str = ""


def events_of(
    dossier: Dossier, reference: Reference, me: Membre, others: Iterable[Evenement] = ()
) -> tuple[Evenement, ...]:
    """Latest first; on one day, the last hour first and what has no hour at the end."""
    found = [
        *others,
        *(_planned(r, dossier, me) for r in dossier.rendez_vous),
        *(_held(s, dossier, reference, me) for s in dossier.seances),
        *(_filled(f, dossier, reference, me) for f in dossier.fiches),
        *(_discussed(p) for p in dossier.passages),
    ]
    return tuple(sorted(found, key=lambda e: (e.jour, e.heure or time.min), reverse=True))


def counted(seance: Seance, dossier: Dossier) -> str:
    """« 4ᵉ du forfait »; an act beyond what is included says so."""
    if seance.rang is None:
        return ""
    forfait = dossier.forfait
    compteur = forfait.compteur(seance.consultation.role) if forfait is not None else None
    if compteur is not None and seance.rang > compteur.inclus:
        return f"{ordinal(seance.rang)}, hors forfait"
    return f"{ordinal(seance.rang)} du forfait"


def author(dossier: Dossier, membre: MembreId) -> str:
    auteur = dossier.membres.get(membre)
    return auteur.nom_affiche if auteur is not None else ""


def _planned(rendez_vous: RendezVous, dossier: Dossier, me: Membre) -> Evenement:
    membre = dossier.membres.get(rendez_vous.membre)
    return Evenement(
        rendez_vous.jour,
        rendez_vous.heure,
        SEANCES,
        membre.role.value if membre is not None else "equipe",
        "Rendez-vous",
        joined((author(dossier, rendez_vous.membre), duration(rendez_vous.duree))),
        tags=(PLANNED,),
        cible=appointment_target(rendez_vous, me),
    )


def _held(seance: Seance, dossier: Dossier, reference: Reference, me: Membre) -> Evenement:
    acte = seance.consultation
    own = acte.membre == me.id
    tag = absence(acte.issue, dossier.patient.sexe)
    return Evenement(
        acte.jour,
        acte.heure,
        SEANCES,
        acte.role.value,
        act_title(acte, reference),
        caption_of(seance, dossier, reference),
        _told(seance),
        (tag,) if tag[0] else (),
        amend_route(acte) if own else None,
        "Corriger cette séance" if own else "",
        seance_target(acte, me),
    )


def _told(seance: Seance) -> str:
    """The shared note, then what was answered."""
    acte = seance.consultation
    answers = answer_lines(seance.form, acte.reponses)
    lines = (acte.note_partagee, *(f"{label}{NBSP}: {words}" for label, words in answers))
    return "\n".join(line for line in lines if line)


def caption_of(seance: Seance, dossier: Dossier, reference: Reference) -> str:
    """« C. Morel · 45 min · au cabinet · 4ᵉ du forfait »; an absence has no length."""
    acte = seance.consultation
    kept = (duration(acte.duree), place(acte, reference)) if acte.honoree else ()
    return joined((author(dossier, acte.membre), *kept, counted(seance, dossier)))


def amend_route(acte: Consultation) -> Route:
    return Route("seance", patient_id=acte.patient, consultation_id=acte.id)


def _filled(ligne: FicheLigne, dossier: Dossier, reference: Reference, me: Membre) -> Evenement:
    fiche = ligne.fiche
    form = reference.forms.get(fiche.form, fiche.form_version)
    mine = form is not None and fills(me.role, form)
    return Evenement(
        fiche.jour,
        None,
        FICHES,
        "fiche",
        ligne.titre,
        joined((author(dossier, fiche.redacteur), versions(ligne))),
        tags=(state(ligne),),
        route=fiche_route(ligne) if mine else reading_route(ligne),
        action="Ouvrir cette fiche" if mine else "Lire cette fiche",
        cible=fiche_target(ligne, me),
    )


def versions(ligne: FicheLigne) -> str:
    return count(ligne.revisions, "version") if ligne.revisions > 1 else ""


def state(ligne: FicheLigne) -> tuple[str, str]:
    return ("Complète", "ok") if ligne.fiche.complete else ("En cours", "info")


def fiche_route(ligne: FicheLigne) -> Route:
    return Route("fiche", patient_id=ligne.fiche.patient, fiche_id=ligne.fiche.id)


def reading_route(ligne: FicheLigne) -> Route:
    """Another profession's fiche is read in the record, never opened to be filled."""
    patient = ligne.fiche.patient
    return Route("dossier", patient_id=patient, onglet=FICHES, fiche_id=ligne.fiche.id)


def _discussed(passage: Passage) -> Evenement:
    synthese, situation = passage.synthese, passage.situation
    name = "synthese" if synthese.etat is not Etat.PREPAREE else "preparation"
    return Evenement(
        synthese.jour,
        synthese.debut,
        REUNIONS,
        "equipe",
        "Réunion de synthèse",
        _meeting_caption(synthese, situation),
        _meeting_text(synthese, situation),
        _MEETING_TAGS[synthese.etat],
        Route(name, synthese_id=synthese.id),
        "Ouvrir cette réunion",
        meeting_target(synthese, situation),
    )


_MEETING_TAGS: dict[Etat, tuple[tuple[str, str], ...]] = {
    Etat.PREPAREE: (("Prévue", "mute"),),
    Etat.EN_COURS: (("En cours", "info"),),
    Etat.CLOSE: (),
}


def _meeting_caption(synthese: Synthese, situation: Situation) -> str:
    if not synthese.close:
        return "À l’ordre du jour"
    if not situation.vue:
        return "À l’ordre du jour, non évoquée"
    there = count(len(synthese.presents), "participant")
    spent = f"{duration(situation.minutes)} de concertation" if situation.minutes else ""
    return joined((there, spent))


def _meeting_text(synthese: Synthese, situation: Situation) -> str:
    if not synthese.close:
        return situation.question
    lines = [f"Décision : {d.texte}" for d in situation.decisions if d.texte]
    return "\n".join(lines) or situation.question
