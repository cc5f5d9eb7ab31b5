"""How the agenda speaks: of weeks, days, appointments and free hours."""

from datetime import date, timedelta

from microstructure_desktop.domain.creneaux import Plage, heure
from microstructure_desktop.services.presences import EtatRendezVous
from microstructure_desktop.services.semaine import JourAgenda, RendezVousAgenda, Semaine
from microstructure_desktop.ui.discretion import Discretion
from microstructure_desktop.ui.texts import (
    NBSP,
    agreed,
    clock,
    day_and_month,
    duration,
    plain_date,
    short_weekday,
    weekday,
)

from .stops import Genre, Stop

SIGNS = {
    EtatRendezVous.ARRIVE: ("user-check", "info"),
    EtatRendezVous.EN_COURS: ("pencil", "info"),
    EtatRendezVous.FAIT: ("check", "ok"),
    EtatRendezVous.EXCUSE: ("user-minus", "warn"),
    EtatRendezVous.ABSENT: ("user-x", "danger"),
    EtatRendezVous.ANNULE: ("calendar-x", "warn"),
    EtatRendezVous.REPORTE: ("calendar-arrow-down", "warn"),
}
"""The icon of a state and its colour; somebody only awaited has none."""


def state(found: RendezVousAgenda) -> str:
    """« attendue », « venu », « absente »."""
    sexe = found.patient.sexe
    return {
        EtatRendezVous.ATTENDU: agreed("attendu", sexe),
        EtatRendezVous.ARRIVE: agreed("arrivé", sexe),
        EtatRendezVous.EN_COURS: "séance commencée",
        EtatRendezVous.FAIT: agreed("venu", sexe),
        EtatRendezVous.EXCUSE: f"{agreed('absent', sexe)}, {agreed('excusé', sexe)}",
        EtatRendezVous.ABSENT: f"{agreed('absent', sexe)}, sans prévenir",
        EtatRendezVous.ANNULE: "annulé par le cabinet",
        EtatRendezVous.REPORTE: "reporté",
    }[found.etat]


def hours(plage: Plage) -> str:
    """« 14:00 – 14:45 »."""
    return f"{clock(heure(plage.debut))} – {clock(heure(plage.fin))}"


def free(plage: Plage) -> str:
    """« 14:45 libre »."""
    return f"{clock(heure(plage.debut))} libre"


def person(found: RendezVousAgenda, discretion: Discretion) -> str:
    """« DELMAS Sophie », or « Entourage de DELMAS Sophie »."""
    name = discretion.name(found.patient)
    return f"Entourage de {name}" if found.rendez_vous.entourage else name


def second_line(found: RendezVousAgenda, *, team: bool) -> str:
    """« 14:00 · C. Morel · sa sœur »."""
    rendez_vous = found.rendez_vous
    who = found.membre.nom_affiche if team else ""
    return " · ".join(
        part for part in (clock(rendez_vous.heure), who, rendez_vous.precision) if part
    )


def spoken(stop: Stop, semaine: Semaine, discretion: Discretion) -> str:
    """All that a stop says, for who does not see the grid."""
    jour = semaine.jours[stop.jour].jour
    when = f"{weekday(jour)} {day_and_month(jour)}, {hours(stop.plage)}"
    found = stop.rendez_vous
    if found is not None:
        told = (
            person(found, discretion),
            f"avec {found.membre.nom_affiche}",
            found.rendez_vous.precision,
            state(found),
        )
        return ", ".join((when, *(part for part in told if part)))
    if stop.genre is Genre.REUNION:
        return f"{when}, réunion de synthèse"
    free = "créneau libre" if stop.genre is Genre.LIBRE else "rien de prévu"
    return f"{when}, {free}, {duration(stop.plage.duree)}"


def week(lundi: date) -> str:
    """« Semaine du 16 au 21 novembre 2026 »."""
    samedi = lundi + timedelta(days=5)
    first = str(lundi.day) if lundi.month == samedi.month else day_and_month(lundi)
    first = "1er" if first == "1" else first
    return f"Semaine du {first} au {plain_date(samedi)}"


def heading(jour: JourAgenda) -> str:
    """« lun. 16 »."""
    number = "1er" if jour.jour.day == 1 else str(jour.jour.day)
    return f"{short_weekday(jour.jour)}{NBSP}{number}"


def mention(jour: JourAgenda) -> str:
    """« Férié : Noël », « Absence : C. Morel, N. Haddad »."""
    if jour.ferie:
        return f"Férié : {jour.ferie}"
    if jour.absents:
        return f"Absence : {', '.join(m.nom_affiche for m in jour.absents)}"
    return ""
