"""What people take or do, how, and their substitution treatment (A08, A09, A10)."""

from collections.abc import Iterable, Mapping
from datetime import date

from microstructure_desktop.domain.ids import PatientId

from .dernieres import (
    Nom,
    de_la_periode,
    derniers,
    file_active,
    groupe,
    groupes_dits,
    origine,
    premier,
    serie,
)
from .faits import Faits, Periode
from .lecture import soir
from .produits import PRODUIT, PRODUITS, SANS_PRODUIT, TABAC, USAGES, produits, recents
from .reponses import Reponses
from .valeur import Resultat, Valeur, part, personnes

RANG_1, TOUS, ORIGINE = "rang1_", "tous_", "origine_"
POLYCONSOMMATION = "polyconsommation"
VOIE, TSO, PRESCRIPTEUR, EVENEMENT = "VOIE_IV", "CL20", "CL20_PRESCRIPTEUR", "TSO_EVENT"
VIE, JOURS_30 = "vie", "30j"
AVEC_TSO, INITIES, MG_MS = "avec_tso", "inities", "prescrit_mg_ms"
TRAITEMENT, INITIATION, MEDECIN = "traitement", "initiation", "medecin_ms"
_DEUX = 2


def a08(faits: Faits, periode: Periode) -> Resultat:
    """Products of the file active of the year (A01): first, any in 30 days, that of the request.

    Each from the most recent fiche of the year whose answer is known. First: the first row that is
    known, « none » being an answer. Any: every row of that fiche, less those whose frequency is
    none in 30 days; somebody counts under each. Of the request: the product that brought them.
    Polyconsommation: two products or more in 30 days, tobacco and behaviours without a product set
    aside, of the people whose products are known.
    """
    seen = file_active(faits, periode)
    answers = de_la_periode(faits, periode, seen)
    last = derniers(answers, lambda une: produits(faits, une))
    firsts = {p: rows[0].code for p, rows in last.items()}
    taken = {p: recents(faits, rows) for p, rows in last.items()}
    asked = derniers(answers, premier(faits, Nom.PRODUIT_ORIGINE, PRODUITS))
    several = (p for p, rows in taken.items() if _produits_hors_tabac(faits, rows) >= _DEUX)
    nr = len(seen - last.keys())
    return Resultat(
        "A08",
        (
            *serie(faits, RANG_1, PRODUITS, firsts, seen),
            *_tous(faits, taken, nr),
            part(POLYCONSOMMATION, several, last, nr=nr),
            *serie(faits, ORIGINE, PRODUITS, asked, seen),
        ),
    )


def a09(faits: Faits, periode: Periode) -> Resultat:
    """Use of the first product, injection, sharing, in the file active of the year (A01).

    Each from the most recent answer of the year that is known; the use is that of the first product
    of the most recent fiche that names one. Ever: in the past or these 30 days. Sharing is asked of
    people who inject or did: the others are neither in its base nor in `nr`.
    """
    seen = file_active(faits, periode)
    answers = de_la_periode(faits, periode, seen)
    last = derniers(answers, lambda une: produits(faits, une))
    usages = {p: rows[0].usage for p, rows in last.items() if rows[0].usage}
    iv = derniers(answers, premier(faits, Nom.VOIE_IV, VOIE))
    injecting = _jamais_exclu(faits, iv)
    shared = derniers(answers, premier(faits, Nom.PARTAGE, VOIE))
    return Resultat(
        "A09",
        (
            *serie(faits, "usage_", USAGES, usages, seen),
            *_voie(faits, "iv", iv, seen),
            *_voie(faits, "partage", shared, injecting),
        ),
    )


def a10(faits: Faits, periode: Periode) -> Resultat:
    """Substitution treatments of the file active of the year (A01).

    By medicine: the most recent answer of the year that is known, « none » among them. Begun in the
    year: people for whom a fiche or a kept session of the year says that it was begun, or whose
    treatment is dated of the year. Prescribed by the microstructure's doctor: of the people with a
    treatment whose prescriber is known, as last said in the year.
    """
    seen = file_active(faits, periode)
    answers = de_la_periode(faits, periode, seen)
    last = derniers(answers, premier(faits, Nom.TSO, TSO))
    treated = frozenset(p for p, code in last.items() if groupe(faits, TSO, code) == TRAITEMENT)
    by = derniers(answers, premier(faits, Nom.TSO_PRESCRIPTEUR, PRESCRIPTEUR))
    known = treated & by.keys()
    here = (p for p, code in by.items() if groupe(faits, PRESCRIPTEUR, code) == MEDECIN)
    return Resultat(
        "A10",
        (
            part(AVEC_TSO, treated, last, nr=len(seen - last.keys())),
            *serie(faits, "tso_", TSO, last, seen),
            personnes(INITIES, _inities(faits, periode, answers)),
            part(MG_MS, here, known, nr=len(treated - known)),
        ),
    )


def _tous(faits: Faits, taken: Mapping[PatientId, frozenset[str]], nr: int) -> tuple[Valeur, ...]:
    listed = [
        c for c in faits.lexique.codes.get(PRODUITS, ()) if _se_prend(groupe(faits, PRODUITS, c))
    ]
    others = sorted({code for rows in taken.values() for code in rows})
    return tuple(
        part(f"{TOUS}{code}", (p for p, rows in taken.items() if code in rows), taken, nr=nr)
        for code in dict.fromkeys((*listed, *others))
    )


def _se_prend(nom: str) -> bool:
    return nom in (PRODUIT, TABAC, SANS_PRODUIT)


def _produits_hors_tabac(faits: Faits, rows: Iterable[str]) -> int:
    return sum(groupe(faits, PRODUITS, code) == PRODUIT for code in rows)


def _voie(
    faits: Faits, cle: str, dits: Mapping[PatientId, str], parmi: frozenset[PatientId]
) -> tuple[Valeur, Valeur]:
    known = dits.keys() & parmi
    nr = len(parmi - known)
    now = (p for p, code in dits.items() if groupe(faits, VOIE, code) == JOURS_30)
    return (
        part(f"{cle}_{VIE}", _jamais_exclu(faits, dits), known, nr=nr),
        part(f"{cle}_{JOURS_30}", now, known, nr=nr),
    )


def _jamais_exclu(faits: Faits, dits: Mapping[PatientId, str]) -> frozenset[PatientId]:
    """Whoever did, in the past or now."""
    return frozenset(p for p, code in dits.items() if groupe(faits, VOIE, code) in (VIE, JOURS_30))


def _inities(faits: Faits, periode: Periode, answers: Iterable[Reponses]) -> frozenset[PatientId]:
    day = origine(faits, Nom.TSO_DEBUT)
    return frozenset(
        une.patient
        for une in answers
        if INITIATION in groupes_dits(faits, une, Nom.TSO_EVENEMENT, EVENEMENT)
        or any(_dans(periode, soir(faits, periode), value) for value in day.dites(une))
    )


def _dans(periode: Periode, au: date, value: object) -> bool:
    day = _jour(value)
    return day is not None and periode.premier <= day <= au


def _jour(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
