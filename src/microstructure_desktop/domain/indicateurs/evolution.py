"""What changed between the entry fiche and the last one, paired people only (A19, A20, A26)."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.domain.periods import mois_plus_tard

from .dernieres import Nom, derniers, entier, file_active, groupe, jusqu_au, premier, serie
from .faits import Faits, Periode
from .lecture import soir
from .produits import AUCUN, FREQUENCES, PRODUITS, USAGES, Produit, produits
from .reponses import ENTREE, Reponses
from .valeur import Resultat, Valeur, nombre, part

EVOLUTION = "CL30"
EVOLUTIONS = (
    (Nom.EVOLUTION_MED, Role.MEDECIN),
    (Nom.EVOLUTION_SOC, Role.TRAVAILLEUR_SOCIAL),
    (Nom.EVOLUTION_PSY, Role.PSYCHOLOGUE),
)
RECUL = timedelta(days=90)
MOIS = 6
"""What fiches ask about hospitals goes back six months: two windows must not overlap."""
AMELIORE, FREQUENCE, USAGE = "ameliore", "frequence", "usage"
AVANT, APRES, PERSONNES = "avant", "apres", "personnes"
SORTES = (Nom.HOSPITALISATIONS, Nom.URGENCES)


@dataclass(frozen=True, slots=True)
class _Paire:
    avant: int
    apres: int


def a19(faits: Faits, periode: Periode) -> Resultat:
    """How people of the file active (A01) evolved, medical, social and psychological side.

    The last evolution of the year that is known, in a follow-up fiche or in the exit one, of the
    people with an entry fiche of that profession of an earlier day, this year or before. The others
    have nothing to be compared with and are nowhere; people with an entry fiche whose evolution was
    not told in the year, or could not be assessed, are in `nr`. An exit fiche compares with the
    entry, a follow-up fiche with the one before it.
    """
    seen = file_active(faits, periode)
    ever = jusqu_au(faits, seen, soir(faits, periode))
    return Resultat(
        "A19",
        tuple(
            value
            for nom, role in EVOLUTIONS
            for value in _evolution(faits, periode, ever, nom, role)
        ),
    )


def a20(faits: Faits, periode: Periode) -> Resultat:
    """People of the file active (A01) whose first product of the entry fiche is less of a burden.

    Between an entry fiche and the last medical fiche of the year at least 90 days later; of several
    entry fiches, the latest such. The product is compared with itself, in whatever row; « none » in
    the last fiche is no use at all; a product that it does not name is not known. Improved: a lower
    frequency (CL18) or a lower use (CL19), of the people for whom one of the two can be compared;
    then by each. `nr`: people with such a pair of fiches in which nothing can be compared.
    """
    seen = file_active(faits, periode)
    ever = jusqu_au(faits, seen, soir(faits, periode))
    pairs = _appariees(faits, periode, ever)
    moved = {p: _mouvements(faits, before, after) for p, (before, after) in pairs.items()}

    def share(cle: str, lire: Callable[[list[bool | None]], bool | None]) -> Valeur:
        told = {p: lire(both) for p, both in moved.items()}
        known = [p for p, better in told.items() if better is not None]
        return part(cle, (p for p in known if told[p]), known, nr=len(told) - len(known))

    return Resultat(
        "A20",
        (
            share(AMELIORE, _l_un_ou_l_autre),
            share(FREQUENCE, lambda both: both[0]),
            share(USAGE, lambda both: both[1]),
        ),
    )


def a26(faits: Faits, periode: Periode) -> Resultat:
    """Stays in hospital and visits to emergencies said for six months, before and after, paired.

    After: the last follow-up or exit fiche of the year that tells a number and has an entry fiche
    at least six months older. Before: the latest such entry fiche that tells one. The same people
    are summed on both sides; they are the third value, of those for whom the year tells a number.
    """
    seen = file_active(faits, periode)
    ever = jusqu_au(faits, seen, soir(faits, periode))
    return Resultat("A26", tuple(v for nom in SORTES for v in _comptes(faits, periode, ever, nom)))


def _evolution(
    faits: Faits, periode: Periode, ever: Iterable[Reponses], nom: Nom, role: Role
) -> tuple[Valeur, ...]:
    entered: dict[PatientId, date] = {}
    for une in ever:
        if une.etape == ENTREE and une.metier is role:
            entered.setdefault(une.patient, une.jour)
    later = [
        une for une in ever if une.jour in periode and une.jour > entered.get(une.patient, date.max)
    ]
    last = derniers(later, premier(faits, nom, EVOLUTION))
    return serie(faits, f"{nom.removeprefix('evolution_')}_", EVOLUTION, last, entered)


def _appariees(
    faits: Faits, periode: Periode, ever: Iterable[Reponses]
) -> Mapping[PatientId, tuple[Produit, tuple[Produit, ...]]]:
    """By person, the first product at entry, and what the last fiche of the year says."""
    entries: dict[PatientId, list[tuple[date, Produit]]] = {}
    found = {}
    for une in ever:
        rows = produits(faits, une)
        if rows is None:
            continue
        before = [p for day, p in entries.get(une.patient, ()) if day + RECUL <= une.jour]
        if une.jour in periode and before and une.etape != ENTREE:
            found[une.patient] = before[-1], rows
        if une.etape == ENTREE and groupe(faits, PRODUITS, rows[0].code) != AUCUN:
            entries.setdefault(une.patient, []).append((une.jour, rows[0]))
    return found


def _mouvements(faits: Faits, avant: Produit, apres: tuple[Produit, ...]) -> list[bool | None]:
    """Whether frequency, then use, are lower; None when they cannot be compared."""
    same = next((p for p in apres if p.code == avant.code), None)
    if same is None and all(groupe(faits, PRODUITS, p.code) == AUCUN for p in apres):
        return [True, None]
    if same is None:
        return [None, None]
    return [
        _moindre(faits, FREQUENCES, avant.frequence, same.frequence),
        _moindre(faits, USAGES, avant.usage, same.usage),
    ]


def _moindre(faits: Faits, liste: str, avant: str, apres: str) -> bool | None:
    order = faits.lexique.ordres.get(liste, ())
    if avant not in order or apres not in order:
        return None
    return order.index(apres) < order.index(avant)


def _l_un_ou_l_autre(both: list[bool | None]) -> bool | None:
    known = [better for better in both if better is not None]
    return any(known) if known else None


def _comptes(
    faits: Faits, periode: Periode, ever: Iterable[Reponses], nom: Nom
) -> tuple[Valeur, ...]:
    pairs, told = _paires(faits, periode, ever, nom)
    return (
        nombre(f"{nom}_{AVANT}", sum(p.avant for p in pairs.values())),
        nombre(f"{nom}_{APRES}", sum(p.apres for p in pairs.values())),
        part(f"{nom}_{PERSONNES}", pairs, told),
    )


def _paires(
    faits: Faits, periode: Periode, ever: Iterable[Reponses], nom: Nom
) -> tuple[dict[PatientId, _Paire], frozenset[PatientId]]:
    """Those with two windows, and all those for whom the year tells a number."""
    lire = entier(faits, nom)
    entries: dict[PatientId, list[tuple[date, int]]] = {}
    pairs: dict[PatientId, _Paire] = {}
    told: set[PatientId] = set()
    for une in ever:
        number = lire(une)
        if number is None:
            continue
        if une.etape == ENTREE:
            entries.setdefault(une.patient, []).append((une.jour, number))
        elif une.jour in periode:
            told.add(une.patient)
            known = entries.get(une.patient, ())
            before = [n for day, n in known if mois_plus_tard(day, MOIS) <= une.jour]
            if before:
                pairs[une.patient] = _Paire(before[-1], number)
    return pairs, frozenset(told)
