"""How a month of the psychiatrist is said: who came, what was given, hours held."""

from datetime import date

from microstructure_desktop.domain.creneaux import heure
from microstructure_desktop.domain.programme import Rythme, TempsAttendu
from microstructure_desktop.domain.reunion import TypeReunion
from microstructure_desktop.services.permanence_psychiatre import (
    Eloignement,
    Passage,
    Permanence,
    Presence,
    QuestionPosee,
    ReunionTenue,
)
from microstructure_desktop.services.presences import EtatRendezVous
from microstructure_desktop.ui.texts import (
    NBSP,
    agreed,
    clock,
    count,
    duration,
    near_date,
    numeric_date,
    short_date,
)

SYNTHESIS = "Réunion de synthèse"
NOT_NOTED = ("Présence non notée", "warn")
_MEETINGS = {
    TypeReunion.CRISE: "Réunion de crise",
    TypeReunion.CONCERTATION: "Concertation",
    TypeReunion.FORMATION: "Formation de l’équipe",
}
_PER = {Rythme.MOIS: "par mois", Rythme.SEMAINE: "par semaine"}


def tag(passage: Passage, today: date) -> tuple[str, str]:
    """The word says it, the colour repeats it."""
    sexe = passage.patient.sexe
    if passage.avis:
        return "Avis à l’équipe", "info"
    waiting = passage.etat in (EtatRendezVous.ATTENDU, EtatRendezVous.ARRIVE)
    if waiting and passage.jour < today:
        return NOT_NOTED
    return {
        EtatRendezVous.ATTENDU: (agreed("Attendu", sexe), "mute"),
        EtatRendezVous.ARRIVE: (agreed("Arrivé", sexe), "info"),
        EtatRendezVous.EN_COURS: ("En cours", "info"),
        EtatRendezVous.FAIT: (agreed("Présent", sexe), "ok"),
        EtatRendezVous.EXCUSE: (agreed("Excusé", sexe), "warn"),
        EtatRendezVous.ABSENT: (agreed("Absent", sexe), "danger"),
        EtatRendezVous.ANNULE: ("Annulé", "warn"),
        EtatRendezVous.REPORTE: ("Reporté", "warn"),
    }[passage.etat]


def what(passage: Passage) -> str:
    """« Consultation psychiatre · 30 min · demandé par : psychologue »."""
    by, asked = passage.demande
    return _joined(
        passage.quoi,
        duration(passage.minutes) if passage.minutes else "",
        f"demandé par{NBSP}: {by[:1].lower()}{by[1:]}" if by else "",
        f"«{NBSP}{asked}{NBSP}»" if asked else "",
    )


def treatment(passage: Passage) -> str:
    """« mar. 3 nov. · traitement changé · à revoir »."""
    said = f"traitement {passage.traitement.lower()}" if passage.traitement else ""
    return _joined(numeric_date(passage.jour), said, "à revoir" if passage.revoir else "")


def certificates(passage: Passage) -> str:
    return _joined(numeric_date(passage.jour), *passage.certificats)


def question(found: QuestionPosee, today: date) -> str:
    """« Hospitaliser ? · C. Modèle · hier »."""
    who = found.auteur.nom_affiche if found.auteur is not None else ""
    return _joined(found.texte or "Situation à évoquer", who, near_date(found.jour, today))


def presence(found: Presence, *, named: bool) -> str:
    """« mar. 24 nov. · 09:00 – 09:30 · 1 rendez-vous »; `named`: there are several of them."""
    span = f"{clock(heure(found.plage.debut))} – {clock(heure(found.plage.fin))}"
    awaited = count(found.attendus, "rendez-vous", "rendez-vous") if found.attendus else ""
    who = found.membre.nom_affiche if named else ""
    return _joined(short_date(found.jour), span, awaited, who)


def absence(found: Eloignement) -> str:
    """« Absence du 16/11/2026 au 20/11/2026 »."""
    if found.du == found.au:
        return f"Absence le {numeric_date(found.du)}"
    return f"Absence du {numeric_date(found.du)} au {numeric_date(found.au)}"


def held(found: Permanence) -> str:
    """« 1 h 50 sur 2 h », or the hours alone when none are expected."""
    temps = found.bilan.temps
    said = duration(temps.tenu)
    return said if temps.du is None else f"{said} sur {duration(temps.du)}"


def expected(found: Permanence) -> str:
    """What this is measured against, and what the days so far would bear."""
    if found.attendu is None:
        return "Le programme du cabinet n’attend pas de temps de psychiatre."
    under_way = found.jour in found.mois and found.jour < found.mois.dernier
    said = f"Repère{NBSP}: {_mark(found.attendu)}."
    if under_way and found.prorata is not None:
        said += f" À ce jour, {duration(found.prorata)} au prorata."
    return said


def parts(found: Permanence) -> tuple[tuple[str, str], ...]:
    """Where the hours come from: acts, then each meeting."""
    seen, given = found.bilan.patients, found.bilan.avis
    told = _joined(
        count(seen, "personne vue", "personnes vues"),
        count(given, "avis à l’équipe", "avis à l’équipe"),
    )
    acts = ("Actes tenus", f"{duration(found.bilan.temps.actes)} · {told}")
    return (acts, *((_meeting(r), duration(r.minutes)) for r in found.reunions))


def held_back(found: Permanence) -> str:
    if not found.retenus:
        return ""
    people = count(found.retenus, "personne n’est pas montrée", "personnes ne sont pas montrées")
    return f"{people}{NBSP}: partage limité à leur demande. Les totaux les comptent."


def _mark(attendu: TempsAttendu) -> str:
    return f"{duration(attendu.minutes)} {_PER[attendu.par]}"


def _meeting(reunion: ReunionTenue) -> str:
    kind = SYNTHESIS if reunion.type is None else _MEETINGS.get(reunion.type, "Autre réunion")
    return f"{kind} du {numeric_date(reunion.jour)}"


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
