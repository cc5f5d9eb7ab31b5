"""What a month of a structure says: a sign, a short word, a sentence, and what to do."""

from dataclasses import dataclass
from datetime import date

from microstructure_desktop.animateur.completeness import Case, EtatCase, LigneTableau
from microstructure_desktop.animateur.model import EtatPaquet, Paquet, Quarantaine
from microstructure_desktop.animateur.reminders import Relance
from microstructure_desktop.ui.animateur import words
from microstructure_desktop.ui.texts import NBSP, plain_date

from .acts import Lu


@dataclass(frozen=True, slots=True)
class Signe:
    """A shape of its own for each state, so that none is told by its colour."""

    icone: str
    ton: str
    fond: str
    court: str
    long: str


SIGNES = {
    EtatCase.RECU: Signe("check", "ok", "", "Reçu", "Reçu"),
    EtatCase.CORRIGE: Signe("check-check", "ok", "", "Corrigé", "Corrigé, la dernière version"),
    EtatCase.ATTENDU: Signe("clock", "text3", "", "Attendu", "Attendu, pas encore en retard"),
    EtatCase.MANQUANT: Signe("circle-alert", "danger", "danger_bg", "Manque", "Manque, en retard"),
    EtatCase.QUARANTAINE: Signe(
        "triangle-alert", "warn", "warn_bg", "Refusé", "Refusé, en quarantaine"
    ),
    EtatCase.HORS: Signe("minus", "text3", "", "", "Rien n’est attendu"),
}


def short(case: Case) -> str:
    """« Reçu », « v2 »: a version counts from the second."""
    corrected = case.etat is EtatCase.CORRIGE and case.version > 1
    return f"v{case.version}" if corrected else SIGNES[case.etat].court


def spoken(ligne: LigneTableau, case: Case) -> str:
    """A cell for who hears it."""
    said = SIGNES[case.etat].long
    if case.version > 1:
        said += f" (version {case.version})"
    return f"{ligne.structure.nom}, {words.month(case.mois)}{NBSP}: {said}"


def bundle(paquet: Paquet, version: int) -> tuple[str, str]:
    """(what it is, how it came)."""
    counts = "c’est elle qui compte" if paquet.etat is EtatPaquet.RETENU else "remplacée"
    came = f"Reçue le {plain_date(paquet.recu_le)} {words.way(paquet.canal)}".rstrip()
    return f"Version {version}, {counts}", f"{came} · envoi n°{NBSP}{paquet.sequence}"


def refused(refus: Quarantaine) -> tuple[str, str]:
    said, _way_out = refus.phrase
    return "Refusé, en quarantaine", f"{said} Reçu le {plain_date(refus.recu_le)}."


def nothing(case: Case, lu: Lu) -> str:
    """Why no bundle is listed."""
    if case.etat is EtatCase.HORS:
        return "Rien n’est attendu de ce cabinet pour ce mois."
    due = limit(case, lu.jour_limite)
    if case.etat is EtatCase.ATTENDU:
        return f"Rien n’est encore arrivé{NBSP}; attendu jusqu’au {plain_date(due)}."
    return f"Rien n’est arrivé{NBSP}; c’était attendu jusqu’au {plain_date(due)}."


def limit(case: Case, day: int) -> date:
    return case.mois.plus(1).premier.replace(day=day)


def gaps(ligne: LigneTableau) -> str:
    """The numbers that never came; empty when all did."""
    if not ligne.trous:
        return ""
    *firsts, last = map(str, ligne.trous)
    named = f"n°{NBSP}{', '.join(firsts)} et {last}" if firsts else f"n°{NBSP}{last}"
    if firsts:
        return f"Les envois {named} ne sont jamais arrivés. Le cabinet a pu les annuler."
    return f"L’envoi {named} n’est jamais arrivé. Le cabinet a pu l’annuler."


def owed(relance: Relance) -> str:
    """« août 2026, septembre 2026, octobre 2026 (refusé) »."""
    late = ", ".join(words.month(mois) for mois in relance.mois)
    again = ", ".join(f"{words.month(each.mois)} (refusé)" for each in relance.refuses)
    return ", ".join(part for part in (late, again) if part)
