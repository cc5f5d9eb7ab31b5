"""Traits of the people who entered or left in a year, each person once for ever, as codes."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from functools import partial

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.domain.patient import Inclusion
from microstructure_desktop.domain.periods import age, mois_plus_tard

from .cohortes import Parcours, entres, sortis
from .dernieres import Nom, codes, connu, groupe, origine
from .faits import Faits, Periode
from .produits import PRODUITS, USAGES
from .psychisme import AUCUN, TROUBLES
from .reponses import ENTREE, FIN, Reponses
from .tranches import tranche_age

NR = "NR"
CLOTURE = timedelta(days=31)
"""What a year publishes is settled on 31 January: nothing dated of later is read."""

QUESTIONS = {
    "tso": (Nom.TSO, "CL20"),
    "vhc_etape": (Nom.VHC_ETAPE, "CL23"),
    "vih": (Nom.VIH, "CL22"),
    "logement": (Nom.LOGEMENT, "CL09"),
    "vit_avec": (Nom.ENTOURAGE, "CL10"),
    "ressources": (Nom.RESSOURCES, "CL11"),
    "situation_professionnelle": (Nom.SITUATION_PRO, "CL12"),
    "couverture": (Nom.COUVERTURE, "CL13"),
    "niveau_etude": (Nom.NIVEAU_ETUDE, "CL14"),
}
EVOLUTIONS = {
    "evolution_medicale": (Nom.EVOLUTION_MED, "CL30"),
    "evolution_sociale": (Nom.EVOLUTION_SOC, "CL30"),
    "evolution_psychologique": (Nom.EVOLUTION_PSY, "CL30"),
}
DELAIS = {
    "delai_psychologue": Role.PSYCHOLOGUE,
    "delai_travailleur_social": Role.TRAVAILLEUR_SOCIAL,
}
ATTENTES = (("JOURS_0_7", 7), ("JOURS_8_14", 14), ("JOURS_15_30", 30))
DUREES = (("MOIS_0_3", 3), ("MOIS_3_6", 6), ("MOIS_6_12", 12), ("AN_1_2", 24))

Comptes = Mapping[str, Counter[str]]


def entrants(faits: Faits, annee: int) -> Comptes:
    """By variable, how many people who entered in the year have each code.

    Entered: their very first follow-up began in the year; whoever comes back is no entrant again,
    so that the cohorts of two years have nobody in common. Sex, age and origin are those of that
    day. Delays: from the request of that follow-up to the first kept act ever of the profession;
    without a request, or when the act came before it, not known. The rest: the first answer given
    in an entry fiche dated of 31 January of the year after at the latest. No answer, or a code that
    no list has, is NR; several disorders are one « yes ».
    """
    first = entres(faits, annee)
    le = _cloture(faits, annee)
    answers = _dites(faits, first, ENTREE, le)
    ranked = _premieres(une for une in answers if _produit(faits, une) != NR)
    people = faits.personnes()
    found = {
        "sexe": {p: people[p].sexe.value for p in first},
        "tranche_age": {
            p: tranche_age(age(people[p].naissance, i.debut)) for p, i in first.items()
        },
        "orienteur": {p: _liste(faits, "CL06", i.orienteur) for p, i in first.items()},
        "produit": _lus(first, ranked, partial(_produit, faits)),
        "usage": _lus(first, ranked, partial(_usage, faits)),
        "trouble_psychique": _lus(first, answers, partial(_trouble, faits)),
        **_questions(faits, QUESTIONS, first, answers),
        **{name: _delais(faits, first, role, le) for name, role in DELAIS.items()},
    }
    return {name: Counter(by_person.values()) for name, by_person in found.items()}


def sortants(faits: Faits, annee: int) -> Comptes:
    """By variable, how many people who left in the year have each code.

    Left: their first exit lies in the year; a change of programme is none, and whoever leaves again
    is no leaver again. The reason is that of this exit, the length goes from the very first day to
    it. Evolution: the last one told in an exit fiche dated from the very first day to 31 January of
    the year after, before they came back. No answer, or a code that no list has, is NR.
    """
    left = sortis(faits, annee)
    answers = _dites(faits, left, FIN, _cloture(faits, annee))
    told = [une for une in reversed(answers) if une.jour in left[une.patient]]
    found = {
        "motif_sortie": {p: _motif(faits, each) for p, each in left.items()},
        "duree_suivi": {p: _duree(each) for p, each in left.items()},
        **_questions(faits, EVOLUTIONS, left, told),
    }
    return {name: Counter(by_person.values()) for name, by_person in found.items()}


def _cloture(faits: Faits, annee: int) -> date:
    return min(Periode.de_l_annee(annee).dernier + CLOTURE, faits.le)


def _dites(faits: Faits, qui: Iterable[PatientId], etape: str, le: date) -> list[Reponses]:
    return [une for une in faits.reponses_de(qui) if une.etape == etape and une.jour <= le]


def _premieres(answers: Iterable[Reponses]) -> list[Reponses]:
    """The first of each person."""
    found: dict[PatientId, Reponses] = {}
    for une in answers:
        found.setdefault(une.patient, une)
    return list(found.values())


def _lus(
    qui: Iterable[PatientId], answers: Iterable[Reponses], lire: Callable[[Reponses], str]
) -> dict[PatientId, str]:
    """The first answer of each person that is one."""
    found: dict[PatientId, str] = {}
    for une in answers:
        code = lire(une)
        if code != NR:
            found.setdefault(une.patient, code)
    return {patient: found.get(patient, NR) for patient in qui}


def _questions(
    faits: Faits,
    asked: Mapping[str, tuple[Nom, str]],
    qui: Iterable[PatientId],
    answers: Iterable[Reponses],
) -> dict[str, dict[PatientId, str]]:
    people, every = tuple(qui), tuple(answers)
    return {
        name: _lus(people, every, partial(_dit, faits, nom, liste))
        for name, (nom, liste) in asked.items()
    }


def _dit(faits: Faits, nom: Nom, liste: str, une: Reponses) -> str:
    said = (_liste(faits, liste, code) for code in origine(faits, nom).dites(une))
    return next((code for code in said if code != NR), NR)


def _liste(faits: Faits, liste: str, code: object) -> str:
    """A code of a list, « not assessed » among them; NR for any other."""
    known = faits.lexique.codes.get(liste, ())
    return code if isinstance(code, str) and code in known else NR


def _produit(faits: Faits, une: Reponses) -> str:
    """The first product that is known; « not raised » when nothing else is said."""
    said = _rangs(faits, une)
    row = _premier_rang(faits, said)
    return said[row] if row is not None else next((c for c in said.values() if c != NR), NR)


def _usage(faits: Faits, une: Reponses) -> str:
    """The use of the first product."""
    row = _premier_rang(faits, _rangs(faits, une))
    return (
        NR if row is None else _liste(faits, USAGES, origine(faits, Nom.USAGE).rangs(une).get(row))
    )


def _rangs(faits: Faits, une: Reponses) -> dict[int, str]:
    rows = origine(faits, Nom.PRODUIT).rangs(une)
    return {row: _liste(faits, PRODUITS, code) for row, code in rows.items()}


def _premier_rang(faits: Faits, said: Mapping[int, str]) -> int | None:
    return next((row for row, code in said.items() if connu(faits, PRODUITS, code)), None)


def _trouble(faits: Faits, une: Reponses) -> str:
    told = codes(faits, une, Nom.TROUBLES, TROUBLES)
    if told:
        return "AUCUN" if all(groupe(faits, TROUBLES, c) == AUCUN for c in told) else "OUI"
    return "NON_EVALUE" if "NON_EVALUE" in origine(faits, Nom.TROUBLES).dites(une) else NR


def _delais(
    faits: Faits, first: Mapping[PatientId, Inclusion], role: Role, le: date
) -> dict[PatientId, str]:
    met = faits.premiers_actes(first, role)
    return {p: _attente(i.demande, met.get(p), le) for p, i in first.items()}


def _attente(demande: date | None, acte: date | None, le: date) -> str:
    if acte is None or acte > le:
        return "PAS_VU"
    if demande is None or acte < demande:
        return NR
    waited = (acte - demande).days
    return next((code for code, most in ATTENTES if waited <= most), "JOURS_31_PLUS")


def _motif(faits: Faits, parcours: Parcours) -> str:
    return _liste(
        faits, "CL29", "" if parcours.derniere is None else parcours.derniere.motif_sortie
    )


def _duree(parcours: Parcours) -> str:
    debut, fin = parcours.premiere.debut, parcours.sortie or parcours.premiere.debut
    return next((c for c, months in DUREES if fin < mois_plus_tard(debut, months)), "AN_2_PLUS")
