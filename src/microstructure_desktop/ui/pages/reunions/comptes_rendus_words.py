"""Words: what closed minutes are called, what was added to them, what is not shown of them."""

from datetime import date

from microstructure_desktop.services.additifs import AdditifImprime
from microstructure_desktop.services.comptes_rendus import CompteRendu, CompteRenduLigne
from microstructure_desktop.ui import texts
from microstructure_desktop.ui.discretion import Discretion
from microstructure_desktop.ui.texts import NBSP


def when(jour: date) -> str:
    """« Octobre 2026 · jeu. 29 »: one month after the other."""
    month = texts.month_and_year(jour).capitalize()
    return f"{month} · {texts.short_weekday(jour)}{NBSP}{jour.day}"


def title(ligne: CompteRenduLigne) -> str:
    return f"Compte rendu n°{NBSP}{ligne.numero}"


def version(ligne: CompteRenduLigne) -> str:
    """« Version 1 », « Version 1 + 2 additifs »."""
    added = f" + {texts.count(ligne.additifs, 'additif')}" if ligne.additifs else ""
    return f"Version{NBSP}1{added}"


def signed(additif: AdditifImprime) -> str:
    """« Additif 1 · C. Morel, le 23/11/2026 à 09:12 »."""
    le = texts.numeric_date(additif.le.date())
    at = texts.clock(additif.le.time())
    return f"Additif{NBSP}{additif.rang} · {additif.auteur.nom_affiche}, le {le} à {at}"


def about(additif: AdditifImprime, found: CompteRendu, discretion: Discretion) -> str:
    """« Au sujet de DELMAS Sophie »."""
    patient = dict(found.patients).get(additif.patient) if additif.patient else None
    return f"Au sujet de {discretion.name(patient)}" if patient else "Au sujet de la réunion"


def held_back(situations: int, additifs: int) -> str:
    """What the reader does not get, as the printed minutes say it; nothing when all is there."""
    parts = [texts.count(situations, "situation")] if situations else []
    parts += [texts.count(additifs, "additif")] if additifs else []
    if not parts:
        return ""
    one = situations + additifs == 1
    feminine = "e" if not additifs else ""
    verb = "n’est" if one else "ne sont"
    said = f"communiqué{feminine}{'' if one else 's'}"
    return f"{' et '.join(parts)} {verb} pas {said} ici, à la demande de la personne."
