"""The last known answers of the people seen in a period, by the names of the questions."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import TypeVar

from microstructure_desktop.domain.ids import PatientId

from .faits import Faits, Periode
from .lecture import patients, rencontres, soir
from .reponses import Origine, Reponses
from .valeur import Valeur, repartition

T = TypeVar("T")
NR = "NR"
SANS_REPONSE = "nr"
"""The group of the codes of a list that say nothing (« not assessed », « not raised »)."""


class Nom(StrEnum):
    """Every question that is counted; which items it is in which forms is data."""

    LOGEMENT = "logement"
    ENTOURAGE = "entourage"
    RESSOURCES = "ressources"
    SITUATION_PRO = "situation_pro"
    COUVERTURE = "couverture"
    NIVEAU_ETUDE = "niveau_etude"
    PRODUIT = "produit"
    FREQUENCE = "frequence"
    USAGE = "usage"
    MODE = "mode"
    PRODUIT_ORIGINE = "produit_origine"
    VOIE_IV = "voie_iv"
    PARTAGE = "partage"
    TSO = "tso"
    TSO_PRESCRIPTEUR = "tso_prescripteur"
    TSO_DEBUT = "tso_debut"
    TSO_EVENEMENT = "tso_evenement"
    SNIFF = "sniff"
    VHC = "vhc"
    VHC_ETAPE = "vhc_etape"
    VHB = "vhb"
    VIH = "vih"
    DEPISTAGE = "depistage"
    TROD_VHC = "trod_vhc"
    TROD_VIH = "trod_vih"
    TROUBLES = "troubles"
    RUD = "rud"
    EVOLUTION_MED = "evolution_med"
    EVOLUTION_SOC = "evolution_soc"
    EVOLUTION_PSY = "evolution_psy"
    HOSPITALISATIONS = "hospitalisations"
    URGENCES = "urgences"
    DEMARCHE = "demarche"
    DEMARCHE_ETAT = "demarche_etat"


def file_active(faits: Faits, periode: Periode) -> frozenset[PatientId]:
    """A01: whoever was met in the period."""
    return patients(rencontres(faits, periode))


def de_la_periode(faits: Faits, periode: Periode, qui: frozenset[PatientId]) -> list[Reponses]:
    """What these people answered in the period, oldest first."""
    return [
        une for une in faits.reponses(periode.premier, soir(faits, periode)) if une.patient in qui
    ]


def jusqu_au(faits: Faits, qui: Iterable[PatientId], le: date) -> list[Reponses]:
    """All that these people ever answered up to a day, oldest first."""
    return [une for une in faits.reponses_de(qui) if une.jour <= le]


def origine(faits: Faits, nom: Nom) -> Origine:
    return faits.lexique.origines.get(nom, _NULLE_PART)


_NULLE_PART = Origine()


def groupe(faits: Faits, liste: str, code: str) -> str:
    """What a code is counted with; nothing when it is in no group."""
    return faits.groupes.get(liste, {}).get(code, "")


def connu(faits: Faits, liste: str, code: object) -> bool:
    """Whether a code says something."""
    return (
        isinstance(code, str)
        and code not in ("", NR)
        and groupe(faits, liste, code) != SANS_REPONSE
    )


def codes(faits: Faits, une: Reponses, nom: Nom, liste: str) -> tuple[str, ...]:
    """The codes known of one question."""
    return tuple(c for c in origine(faits, nom).dites(une) if connu(faits, liste, c))


def groupes_dits(faits: Faits, une: Reponses, nom: Nom, liste: str) -> frozenset[str]:
    """The groups of the codes of one question, « no answer » among them."""
    said = origine(faits, nom).dites(une)
    return frozenset(groupe(faits, liste, c) for c in said if isinstance(c, str))


def premier(faits: Faits, nom: Nom, liste: str) -> Callable[[Reponses], str | None]:
    """How to read the code of a question that has one answer."""
    return lambda une: next(iter(codes(faits, une, nom, liste)), None)


def oui_non(faits: Faits, nom: Nom) -> Callable[[Reponses], bool | None]:
    asked = origine(faits, nom)
    return lambda une: next((v for v in asked.dites(une) if isinstance(v, bool)), None)


def entier(faits: Faits, nom: Nom) -> Callable[[Reponses], int | None]:
    """A bool is an int, but no figure."""
    asked = origine(faits, nom)
    return lambda une: next((v for v in asked.dites(une) if type(v) is int), None)


def derniers(
    reponses: Iterable[Reponses], lire: Callable[[Reponses], T | None]
) -> dict[PatientId, T]:
    """By person, what is read in the most recent answers where it is known."""
    found: dict[PatientId, T] = {}
    for une in reponses:
        read = lire(une)
        if read is not None:
            found[une.patient] = read
    return found


def serie(
    faits: Faits,
    prefixe: str,
    liste: str,
    connus: Mapping[PatientId, str],
    parmi: Iterable[PatientId],
) -> tuple[Valeur, ...]:
    """The share of each code of a list, then of those that another list had, each key prefixed."""
    listed = (c for c in faits.lexique.codes.get(liste, ()) if connu(faits, liste, c))
    known = dict.fromkeys((*listed, *sorted(set(connus.values()))))
    return tuple(
        replace(value, cle=f"{prefixe}{value.cle}") for value in repartition(connus, parmi, known)
    )
