"""How a session is called and described, for each profession and each person."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from microstructure_desktop.domain.consultation import Issue, TypeActe
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.forfait import Compteur
from microstructure_desktop.domain.patient import Sexe
from microstructure_desktop.ui import texts
from microstructure_desktop.ui.texts import NBSP

_TITRES = {
    Role.MEDECIN: "Consultation médicale",
    Role.PSYCHOLOGUE: "Séance psychologue",
    Role.TRAVAILLEUR_SOCIAL: "Entretien social",
    Role.PSYCHIATRE: "Consultation psychiatre",
}
_ENTRETIEN = "entretien"
_ACTES = {
    Role.MEDECIN: "consultation longue",
    Role.PSYCHOLOGUE: "consultation",
    Role.TRAVAILLEUR_SOCIAL: _ENTRETIEN,
}
_TYPES = {
    TypeActe.CONS_MG_LONGUE: "Consultation longue",
    TypeActe.CONS_MG: "Consultation",
    TypeActe.CONS_PSY: "Consultation",
    TypeActe.ENTRETIEN_TS: "Entretien",
    TypeActe.CONS_PSYCHIATRE: "Consultation",
    TypeActe.AVIS_PSYCHIATRE_EQUIPE: "Avis à l’équipe",
    TypeActe.ENTRETIEN_ENTOURAGE: "Avec l’entourage",
    TypeActe.ENTRETIEN_CONJOINT_PRO: "À deux professionnels",
    TypeActe.VAD: "Visite à domicile",
    TypeActe.ACCOMPAGNEMENT_PHYSIQUE: "Accompagnement",
    TypeActe.TELECONSULTATION: "En visio",
    TypeActe.CONTACT_TEL: "Par téléphone",
    TypeActe.DEMARCHE_SANS_PATIENT: "Démarche sans la personne",
    TypeActe.GROUPE: "Groupe",
    TypeActe.TROD: "Test rapide",
    TypeActe.VACCINATION: "Vaccination",
}
_PERSONNES = {Sexe.F: "la patiente", Sexe.H: "le patient"}

DUREES = (*range(5, 65, 5), 75, 90, 105, 120, 150, 180)
THEMES_HINT = f"Autant que nécessaire{NBSP}; ils ne quittent pas le cabinet"
PERSONNELLE = (
    f"Chiffrée à votre nom{NBSP}: personne d’autre ne peut la lire. "
    "Jamais exportée, jamais montrée en réunion."
)


def title(role: Role) -> str:
    return _TITRES.get(role, "Séance")


def kind(type_: TypeActe) -> str:
    """Short: the title already names the profession."""
    return _TYPES[type_]


def unfolding(rubrics: Iterable[str]) -> str:
    """« Compléter : démarches, accompagnement »."""
    return f"Compléter{NBSP}: {', '.join(rubric[:1].lower() + rubric[1:] for rubric in rubrics)}"


def presences(sexe: Sexe) -> list[tuple[str, str]]:
    """What became of the appointment, as the person wants to be spoken of."""
    absent = texts.agreed("Absent", sexe)
    return [
        (Issue.HONORE, texts.agreed("Présent", sexe)),
        (Issue.ABSENT_EXCUSE, f"{absent} {texts.agreed('excusé', sexe)}"),
        (Issue.ABSENT_NON_EXCUSE, absent),
        (Issue.REPORTE, "Reportée"),
        (Issue.ANNULE_PRO, "Annulée"),
    ]


def evolution(sexe: Sexe) -> str:
    return f"Évolution ressentie par {_PERSONNES.get(sexe, 'la personne')}"


def readers(names: Sequence[str]) -> str:
    """Who can read the shared note, by name."""
    if not names:
        return "Lisible par vous. Jamais exportée."
    others = [name.replace(" ", NBSP) for name in names]
    return f"Lisible par vous, {', '.join(others[:-1])}{_and(others)}{others[-1]}. Jamais exportée."


def _and(others: Sequence[str]) -> str:
    return " et " if len(others) > 1 else ""


def rank(role: Role, compteur: Compteur) -> str:
    """« 5ᵉ consultation sur 6 du forfait », for the session that comes after those counted."""
    number = compteur.faits + 1
    act = _ACTES[role]
    ordinal = texts.ordinal(number, masculine=act == _ENTRETIEN)
    if number > compteur.inclus:
        return f"{ordinal} {act}, le forfait en compte {compteur.inclus}"
    return f"{ordinal} {act} sur {compteur.inclus} du forfait"


def left(role: Role, compteur: Compteur, done: int, until: str) -> str:
    """« Il restera 1 consultation jusqu’au 02/03/2027 »."""
    act = _ACTES[role]
    if done > compteur.inclus:
        return f"{_several(done - compteur.inclus, act)} au-delà du forfait, jusqu’au {until}"
    if done < compteur.inclus:
        return f"Il restera {_several(compteur.inclus - done, act)} jusqu’au {until}"
    none = "aucun" if act == _ENTRETIEN else "aucune"
    return f"Il ne restera {none} {act} jusqu’au {until}"


def _several(number: int, act: str) -> str:
    return texts.count(number, act, " ".join(f"{word}s" for word in act.split()))


def saved(at: datetime, now: datetime) -> str:
    """« Enregistré à 14:32 », with the day when it is not today."""
    local = at.astimezone()
    hour = texts.clock(local.time())
    if local.date() == now.date():
        return f"Enregistré à {hour}"
    return f"Enregistré {texts.near_date(local.date(), now.date())} à {hour}"
