"""How the page of the day greets, names the state of an appointment and what is left to do."""

from collections.abc import Sequence
from datetime import date, time

from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.services import drafts
from microstructure_desktop.services.accueil import GenreTache, Tache
from microstructure_desktop.services.envois_attendus import Attendu, Quoi
from microstructure_desktop.services.journee import RendezVousLigne
from microstructure_desktop.services.presences import EtatRendezVous
from microstructure_desktop.ui.discretion import Discretion
from microstructure_desktop.ui.texts import (
    agreed,
    clock,
    count,
    day_and_month,
    month_and_year,
    near_date,
    numeric_date,
    ordinal,
    plain_date,
    weekday,
)

_EVENING = 18
_VOWELS = ("a", "o")
_DRAFTS = {
    drafts.SEANCE: "Séance à terminer",
    drafts.FICHE: "Fiche commencée",
    drafts.SYNTHESE: "Réunion en cours",
    drafts.PATIENT: "Nouveau dossier",
}
_STARTED = {drafts.PATIENT: "commencé", drafts.SYNTHESE: "commencée"}


def title(day: date, *, receives: bool) -> str:
    """« Permanence du jeudi 19 novembre » for somebody who receives that day."""
    named = f"{weekday(day)} {day_and_month(day)}"
    return f"Permanence du {named}" if receives else named.capitalize()


def greeting(first_name: str, at: time, lines: Sequence[RendezVousLigne]) -> str:
    """« Bonjour Claire — 5 rendez-vous, de 14:00 à 17:00 »."""
    hello = f"{'Bonsoir' if at.hour >= _EVENING else 'Bonjour'} {first_name}".strip()
    if not lines:
        return hello
    planned = [x.rendez_vous for x in lines]
    first = min(r.heure for r in planned)
    last = max(_end(r.heure, r.duree) for r in planned)
    many = count(len(planned), "rendez-vous", "rendez-vous")
    return f"{hello} — {many}, de {clock(first)} à {clock(last)}"


def state(line: RendezVousLigne) -> tuple[str, str]:
    """The tag of an appointment: (text, kind)."""
    sexe = line.patient.sexe
    return {
        EtatRendezVous.ATTENDU: (agreed("Attendu", sexe), "mute"),
        EtatRendezVous.ARRIVE: (_arrived(line), "info"),
        EtatRendezVous.EN_COURS: ("En cours", "info"),
        EtatRendezVous.FAIT: (agreed("Présent", sexe), "ok"),
        EtatRendezVous.EXCUSE: (agreed("Excusé", sexe), "warn"),
        EtatRendezVous.ABSENT: (agreed("Absent", sexe), "danger"),
        EtatRendezVous.ANNULE: ("Annulé", "warn"),
        EtatRendezVous.REPORTE: ("Reporté", "warn"),
    }[line.etat]


def about(line: RendezVousLigne, *, own: bool) -> str:
    """« Séance · 5ᵉ sur 6 »; for the reception, with whom."""
    rdv = line.rendez_vous
    first = rank(line) if own else f"Avec {line.membre.nom_affiche}"
    if rdv.entourage:
        first = f"{first} · entourage" if not own else "Entourage"
    return " · ".join(part for part in (first, rdv.precision) if part)


def rank(line: RendezVousLigne) -> str:
    """« Séance · 5ᵉ sur 6 »."""
    if line.rang is None or line.inclus is None:
        return "Séance"
    if line.rang > line.inclus:
        return f"Séance · {ordinal(line.rang)}, hors forfait"
    return f"Séance · {ordinal(line.rang)} sur {line.inclus}"


def task(tache: Tache, today: date, discretion: Discretion) -> tuple[str, str]:
    """What is to be completed: the person or the subject, then why."""
    who = discretion.name(tache.patient) if tache.patient is not None else ""
    when = near_date(tache.jour, today) if tache.jour is not None else ""
    match tache.genre:
        case GenreTache.FICHE_DUE:
            return who, f"Fiche de suivi · due le {_short(tache.jour, today)}"
        case GenreTache.SANS_NOUVELLES:
            return who, f"Sans nouvelles · {count(tache.jours or 0, 'jour')}"
        case GenreTache.BROUILLON:
            what = _DRAFTS[tache.genre_brouillon]
            if who:
                return who, f"{what} · {when}"
            return what, f"{_STARTED[tache.genre_brouillon]} {when}"


def meeting_distance(day: date, today: date) -> str:
    """« dans 7 jours », beside the title of the meeting."""
    days = (day - today).days
    if days < 0:
        return "à reprendre"
    return {0: "aujourd’hui", 1: "demain"}.get(days, f"dans {count(days, 'jour')}")


def export_title(mois: Mois) -> str:
    """« Export d’octobre »."""
    name = month_and_year(mois.premier).split("\u00a0")[0]
    return f"Export d’{name}" if name.startswith(_VOWELS) else f"Export de {name}"


def export_words(attendu: Attendu, today: date) -> tuple[str, str, str]:
    """Tag, tone and sentence of what waits about a month that leaves."""
    if attendu.quoi is Quoi.REFUSE:
        return "Refusé", "danger", "L’animateur a refusé cet envoi. La page dit pourquoi."
    if attendu.quoi is Quoi.SANS_REPONSE:
        return "Sans réponse", "warn", "L’animateur n’a pas répondu depuis quinze jours."
    if attendu.limite is None:
        return "À vérifier", "mute", "Données agrégées, sans identité. Rien ne part sans accord."
    said = f"L’animateur l’attend pour le {plain_date(attendu.limite)}."
    late = today > attendu.limite
    return ("En retard", "warn", said) if late else ("À envoyer", "info", said)


def _arrived(line: RendezVousLigne) -> str:
    """« Arrivée à 13:55 »."""
    word = agreed("Arrivé", line.patient.sexe)
    since = line.rendez_vous.arrivee
    return f"{word} à {clock(since)}" if since is not None else word


def _short(day: date | None, today: date) -> str:
    """« 04/06 », with its year when it is another one."""
    if day is None:
        return ""
    return numeric_date(day)[:5] if day.year == today.year else numeric_date(day)


def _end(start: time, minutes: int) -> time:
    end = start.hour * 60 + start.minute + minutes
    return time(*divmod(min(end, 24 * 60 - 1), 60))
