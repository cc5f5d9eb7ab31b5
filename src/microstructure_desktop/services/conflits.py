"""What speaks against an appointment: asked as a question with its reason, never refused."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from microstructure_desktop.domain.consultation import RendezVous
from microstructure_desktop.domain.creneaux import Plage
from microstructure_desktop.domain.equipe import Membre
from microstructure_desktop.domain.feries import Ferie, ferie
from microstructure_desktop.domain.ids import MembreId, RendezVousId
from microstructure_desktop.french import clock, day_and_month

from . import presences
from .horaires import Horaires, horaires
from .office import Office

if TYPE_CHECKING:
    from microstructure_desktop.store.work import Work

FERIES = {
    Ferie.JOUR_DE_L_AN: "Jour de l’An",
    Ferie.LUNDI_DE_PAQUES: "Lundi de Pâques",
    Ferie.FETE_DU_TRAVAIL: "Fête du Travail",
    Ferie.VICTOIRE_1945: "Victoire de 1945",
    Ferie.ASCENSION: "Ascension",
    Ferie.LUNDI_DE_PENTECOTE: "Lundi de Pentecôte",
    Ferie.FETE_NATIONALE: "Fête nationale",
    Ferie.ASSOMPTION: "Assomption",
    Ferie.TOUSSAINT: "Toussaint",
    Ferie.ARMISTICE_1918: "Armistice de 1918",
    Ferie.NOEL: "Noël",
}


class GenreConflit(StrEnum):
    FERIE = "ferie"
    ABSENCE = "absence"
    PRIS = "pris"
    PERSONNE = "personne"
    HORS_PERMANENCE = "hors_permanence"


@dataclass(frozen=True, slots=True)
class Conflit:
    """`phrase` says what is found, and names nobody who is followed."""

    genre: GenreConflit
    jour: date
    phrase: str


def conflits(
    office: Office, voulus: Iterable[RendezVous], sauf: RendezVousId | None = None
) -> tuple[Conflit, ...]:
    """What speaks against each appointment, day after day; `sauf` is the one being moved."""
    with office.store.read() as work:
        membres = {m.id: m for m in work.equipe.all()}
        temps = horaires(work)
        return tuple(
            conflit
            for voulu in voulus
            for conflit in (
                *_presence(temps, voulu, membres[voulu.membre]),
                *_pris(work, voulu, membres, sauf),
            )
        )


def _presence(temps: Horaires, voulu: RendezVous, membre: Membre) -> Iterator[Conflit]:
    jour, qui = voulu.jour, membre.nom_affiche
    quand = f"le {day_and_month(jour)}"
    fete = ferie(jour)
    absent = temps.absent(membre.id, jour)
    if fete is not None:
        phrase = f"{quand[0].upper()}{quand[1:]} est férié ({FERIES[fete]})."
        yield Conflit(GenreConflit.FERIE, jour, phrase)
    if absent:
        yield Conflit(GenreConflit.ABSENCE, jour, f"{qui} est noté absent {quand}.")
    if not (fete or absent) and not _tenue(temps, voulu):
        phrase = f"{qui} n’a pas de permanence à cette heure-là {quand}."
        yield Conflit(GenreConflit.HORS_PERMANENCE, jour, phrase)


def _pris(
    work: "Work",
    voulu: RendezVous,
    membres: Mapping[MembreId, Membre],
    sauf: RendezVousId | None,
) -> Iterator[Conflit]:
    """The same professional, or the same person with somebody else, at the same time."""
    jour, plage = voulu.jour, Plage.de(voulu.heure, voulu.duree)
    actes = presences.actes_entre(work, jour, jour)
    for autre in work.rendez_vous.between(jour, jour):
        etat = presences.etat(autre, presences.acte_de(autre, actes))
        libre = autre.id == sauf or etat in presences.LIBERES
        if libre or not plage.chevauche(Plage.de(autre.heure, autre.duree)):
            continue
        qui = membres[autre.membre].nom_affiche
        quand = f"le {day_and_month(jour)} à {clock(autre.heure)}"
        if autre.membre == voulu.membre:
            yield Conflit(GenreConflit.PRIS, jour, f"{qui} reçoit déjà quelqu’un {quand}.")
        elif autre.patient == voulu.patient and not (autre.entourage or voulu.entourage):
            phrase = f"Cette personne a rendez-vous avec {qui} {quand}."
            yield Conflit(GenreConflit.PERSONNE, jour, phrase)


def _tenue(temps: Horaires, voulu: RendezVous) -> bool:
    """Whether a permanence holds it; who has written none down is free at any hour."""
    plage = Plage.de(voulu.heure, voulu.duree)
    return not temps.ecrits(voulu.membre) or any(
        ouverte.contient(plage) for ouverte in temps.prevues(voulu.membre, voulu.jour)
    )
