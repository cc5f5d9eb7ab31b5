"""Words: what a meeting of the network is called, when it is held, what state it is in."""

from datetime import date

from microstructure_desktop.domain.reunion import Reunion, TypeReunion
from microstructure_desktop.domain.synthese import Etat
from microstructure_desktop.services.reference import Reference
from microstructure_desktop.ui import texts
from microstructure_desktop.ui.texts import NBSP

STATES = {
    Etat.PREPAREE: ("En préparation", "mute"),
    Etat.EN_COURS: ("En cours", "info"),
    Etat.CLOSE: ("Close", "ok"),
}
ICONS = {
    TypeReunion.TRIMESTRIELLE: "network",
    TypeReunion.CRISE: "siren",
    TypeReunion.CONCERTATION: "users",
    TypeReunion.FORMATION: "graduation-cap",
    TypeReunion.AUTRE: "users-round",
}
DOUBT = (
    "Un nom semble cité{}. Si c’est celui d’un patient, retirez-le : parlez de la situation sans "
    "nommer la personne."
)


def kind(reference: Reference, nature: TypeReunion) -> str:
    return reference.libelle("TYPE_REUNION", nature.name)


def rank(reunion: Reunion, numero: int) -> str:
    """« n° 2 de 2026 »."""
    return f"n°{NBSP}{numero} de{NBSP}{reunion.jour.year}"


def title_date(jour: date) -> str:
    """« Jeudi 26 novembre 2026 », where a line begins."""
    return texts.long_date(jour).capitalize()


def when(reunion: Reunion) -> str:
    """« Mardi 24 novembre 2026 · de 14:00 à 16:00 · Salle de la mairie »."""
    debut = texts.clock(reunion.debut)
    hours = (
        f"à {debut}" if reunion.fin is None else f"de {debut} à {texts.clock(reunion.fin)}"
    ).replace(" ", NBSP)
    parts = (title_date(reunion.jour), hours, reunion.lieu.strip())
    return " · ".join(part for part in parts if part)


def doubt(words: str | None) -> str:
    """What to do about a text that seems to name somebody; `words` empty when they are not told.

    Said alike to everybody: the words do not tell who is followed.
    """
    if words is None:
        return ""
    return DOUBT.format(f"{NBSP}: « {words} »" if words else "")
