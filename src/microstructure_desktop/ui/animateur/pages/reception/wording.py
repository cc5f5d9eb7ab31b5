"""What the reception says of each file: a tag, what happened, what to do."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from microstructure_desktop.ui.animateur import words
from microstructure_desktop.ui.texts import NBSP, count, plain_date

from .acts import ACCEPTE, DOUBLON, ILLISIBLE, REFUSE, Attente, Ligne

_HERS = frozenset({"destinataire", "scelle", "version", "structure", "signature", "adresse"})
"""Refusals whose way out is the animator's own."""
_TAGS = {
    ACCEPTE: ("Accepté", "ok", "circle-check"),
    DOUBLON: ("Doublon", "info", "copy"),
    REFUSE: ("Refusé", "danger", "circle-alert"),
    ILLISIBLE: ("Non lu", "warn", "triangle-alert"),
}


@dataclass(frozen=True, slots=True)
class Dite:
    """A line as it is shown. `suite`: what to do, empty when there is nothing to do."""

    titre: str
    tag: str
    genre: str
    signe: str
    detail: str
    suite: str = ""
    fichier: str = ""


def line(ligne: Ligne) -> Dite:
    tag, kind, sign = _TAGS[ligne.etat]
    title = words.titled(ligne.nom, ligne.periode) or ligne.fichier or "Feuilles scannées"
    said, way_out = ligne.phrase
    if ligne.etat == ACCEPTE:
        said = _accepted(ligne)
    elif ligne.etat == DOUBLON:
        said = f"Déjà reçu{NBSP}: rien n’est compté deux fois. L’accusé est fait de nouveau."
    fichier = ligne.fichier if title != ligne.fichier else ""
    return Dite(title, tag, kind, sign, said, advice(ligne.motif, way_out), fichier)


def waiting(attente: Attente, today: date) -> Dite:
    """A refusal that lies in quarantine."""
    refus = attente.refus
    said, way_out = refus.phrase
    title = words.titled(attente.nom, refus.periode) or refus.nom
    came = "aujourd’hui" if refus.recu_le == today else f"le {plain_date(refus.recu_le)}"
    detail = f"{said} Reçu {came}."
    fichier = refus.nom if title != refus.nom else ""
    return Dite(
        title, "Refusé", "danger", "circle-alert", detail, advice(refus.motif, way_out), fichier
    )


def advice(motif: str, way_out: str) -> str:
    """What the animator does, or has the cabinet do."""
    if not motif or motif in _HERS:
        return way_out
    return f"À dire au cabinet{NBSP}: «{NBSP}{way_out}{NBSP}»"


def summary(lignes: Iterable[Ligne]) -> tuple[str, str, str]:
    """(kind, title, text): « 12 paquets lus », « 10 acceptés, 1 doublon, 1 refusé »."""
    lignes = tuple(lignes)
    numbers = {etat: sum(each.etat == etat for each in lignes) for etat in _TAGS}
    parts = [
        count(numbers[ACCEPTE], "accepté") if numbers[ACCEPTE] else "",
        count(numbers[DOUBLON], "doublon") if numbers[DOUBLON] else "",
        count(numbers[REFUSE], "refusé") if numbers[REFUSE] else "",
        f"{numbers[ILLISIBLE]} à revoir" if numbers[ILLISIBLE] else "",
    ]
    good = not numbers[REFUSE] and not numbers[ILLISIBLE]
    return (
        "ok" if good else "warn",
        count(len(lignes) - numbers[ILLISIBLE], "paquet lu"),
        ", ".join(part for part in parts if part) + ".",
    )


def _accepted(ligne: Ligne) -> str:
    said = "Compté, et accusé signé."
    if ligne.corrige:
        said = f"Correction comptée{NBSP}: elle remplace l’envoi d’avant. Accusé signé."
    if ligne.reprises:
        again = count(ligne.reprises, "paquet attendait", "paquets attendaient")
        too = "accepté" if ligne.reprises == 1 else "acceptés"
        said += f" {again} celui-ci en quarantaine{NBSP}: {too} aussi."
    return said
