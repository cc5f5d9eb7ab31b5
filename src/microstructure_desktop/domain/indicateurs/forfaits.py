"""Forfaits: begun, in progress, complete or ended short, and their amounts (M11, M12, A22)."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from fractions import Fraction

from microstructure_desktop.domain.consultation import Acte
from microstructure_desktop.domain.cycles import tous_les_cycles
from microstructure_desktop.domain.decompte import Decompte, EtatForfait, tous_les_forfaits
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.forfait import imputable
from microstructure_desktop.domain.patient import Inclusion

from .faits import Faits, Periode
from .lecture import en_cours, patients, soir
from .valeur import DIXIEMES, Nature, Resultat, Valeur, arrondi, moyenne, nombre, personnes

Forfaits = Sequence[Decompte[Acte]]

OUVERTS, EN_COURS, COMPLETS, INCOMPLETS = "ouverts", "en_cours", "complets", "clos_incomplets"
TERMINES, FAITS, INCLUS = "termines", "faits", "inclus"
MONTANT_OUVERTS, MONTANT_TERMINES = "montant_ouverts", "montant_termines"
MONTANT_PRORATA = "montant_prorata"
SUIVIS, MINIMUM, MAXIMUM = "suivis", "capacite_minimum", "capacite_maximum"
COMPTES = (Role.MEDECIN, Role.PSYCHOLOGUE, Role.TRAVAILLEUR_SOCIAL)
_CENT = 100
_JOUR = timedelta(days=1)


def m11(faits: Faits, periode: Periode) -> Resultat:
    """Forfaits of a month, then by programme: begun, in progress, complete, ended short, amounts.

    Begun: first day in the month, the anniversary of an inclusion included (or 1 January, as the
    cabinet counts its years). In progress in the evening of the last day: one that ends that day
    is ended. Complete: the day when the last act that was missing was kept is in the month; when
    nothing published says how many acts there are, the term completes it, if the person was ever
    met and did not leave before. Ended short: ended in the month, by its term or an exit, without
    being complete. Amounts in theory: of those begun, of those ended, and of the latter for the
    days followed. Acts beyond, relatives and exclusions: domain.decompte. Billing changes nothing.
    """
    found = _forfaits(faits, periode)
    values = (_mois(cle, each, faits, periode) for cle, each in _par_programme(faits, found))
    return Resultat("M11", tuple(value for each in values for value in each))


def m12(faits: Faits, periode: Periode) -> Resultat:
    """How far the forfaits in progress in the evening of the last day are, by profession.

    Mean, over the forfaits that count acts of that profession, of acts done / acts included, at
    most 1, in per cent; then the sums of both: acts done beyond what is included are in neither.
    """
    le = soir(faits, periode)
    going_on = [d for d in _forfaits(faits, periode) if d.cycle.fin > le]
    values = (_avancement(role, going_on) for role in COMPTES)
    return Resultat("M12", tuple(value for each in values for value in each))


def a22(faits: Faits, periode: Periode) -> Resultat:
    """Forfaits of a year, then by programme: begun, ended, complete among these, acts, amounts.

    Complete: among those ended in the year (M11), each once. Mean acts: counted by those ended in
    the year, acts beyond included, over the forfaits that count acts of that profession. People
    followed in the evening of the last day (M02), beside the capacity published, for the
    programmes that have one.
    """
    found = _forfaits(faits, periode)
    values = (_annee(cle, each, faits, periode) for cle, each in _par_programme(faits, found))
    return Resultat("A22", (*(v for each in values for v in each), *_capacites(faits, periode)))


def _forfaits(faits: Faits, periode: Periode) -> Forfaits:
    """Those with a day in the period, counted up to its evening; none under an alias."""
    le, rythme, people = soir(faits, periode), faits.cabinet.cycle_forfait, faits.personnes()
    theirs = [i for i in faits.inclusions() if i.patient in people]
    named = [i for i in theirs if not people[i.patient].anonyme]
    lasting = [i for i in named if i.fin is None or i.fin >= periode.premier]
    begun = tous_les_cycles(lasting, faits.programmes, le, rythme)
    first = min((c.debut for c in begun if c.fin >= periode.premier), default=None)
    if first is None:
        return ()
    still = [i for i in named if i.fin is None or i.fin >= first]
    counted = tous_les_forfaits(
        still, faits.programmes, faits.actes(first, le), le=le, rythme=rythme
    )
    return tuple(d for d in counted if d.cycle.fin >= periode.premier)


def _par_programme(faits: Faits, found: Forfaits) -> Iterable[tuple[str, Forfaits]]:
    """All together, then those of each programme that opens forfaits."""
    yield "", found
    for code, programme in faits.programmes.items():
        if any(version.forfaitaire for version in programme.versions):
            yield f"{code}_", [d for d in found if d.cycle.programme.code == code]


def _mois(cle: str, found: Forfaits, faits: Faits, periode: Periode) -> tuple[Valeur, ...]:
    le = soir(faits, periode)
    begun, ended = _commences(found, periode), _termines(found, periode, le)
    dated = [(d, complet_le(d)) for d in found]
    complete = [d for d, day in dated if day is not None and periode.premier <= day <= le]
    return (
        _compte(f"{cle}{OUVERTS}", begun),
        _compte(f"{cle}{EN_COURS}", [d for d in found if d.cycle.fin > le]),
        _compte(f"{cle}{COMPLETS}", complete),
        _compte(f"{cle}{INCOMPLETS}", [d for d in ended if complet_le(d) is None]),
        *_montants(cle, begun, ended),
    )


def _annee(cle: str, found: Forfaits, faits: Faits, periode: Periode) -> tuple[Valeur, ...]:
    begun, ended = _commences(found, periode), _termines(found, periode, soir(faits, periode))
    complete = [d for d in ended if complet_le(d) is not None]
    people = patients(d.cycle.inclusion for d in complete)
    return (
        _compte(f"{cle}{OUVERTS}", begun),
        _compte(f"{cle}{TERMINES}", ended),
        Valeur(f"{cle}{COMPLETS}", Nature.PART, len(complete), len(ended), qui=people),
        *(moyenne(f"{cle}{role}", (done for done, _ in _comptes(role, ended))) for role in COMPTES),
        *_montants(cle, begun, ended),
    )


def complet_le(decompte: Decompte[Acte]) -> date | None:
    """The day that completed a forfait; None as long as it is not, or was not when it ended."""
    fin = decompte.cycle.fin
    if not decompte.compte:
        return fin if decompte.etat(fin + _JOUR) is EtatForfait.COMPLET else None
    if not decompte.forfait.complet:
        return None
    cycle = decompte.cycle
    return max(
        [a.jour for a in decompte.imputes if imputable(a, line, cycle.programme)][line.nombre - 1]
        for line in cycle.version.prestations
    )


def _commences(found: Forfaits, periode: Periode) -> Forfaits:
    return [d for d in found if d.cycle.debut in periode]


def _termines(found: Forfaits, periode: Periode, le: date) -> Forfaits:
    return [d for d in found if periode.premier <= d.cycle.fin <= le]


def _compte(cle: str, found: Forfaits) -> Valeur:
    """So many forfaits; somebody who has two of them is counted twice, and shown once."""
    return Valeur(cle, Nature.NOMBRE, len(found), qui=patients(d.cycle.inclusion for d in found))


def _montants(cle: str, begun: Forfaits, ended: Forfaits) -> tuple[Valeur, ...]:
    owed = [d.du() for d in ended]
    sums = (
        (MONTANT_OUVERTS, sum(d.forfait.montant_centimes for d in begun)),
        (MONTANT_TERMINES, sum(du.entier for du in owed)),
        (MONTANT_PRORATA, sum(du.prorata for du in owed)),
    )
    return tuple(Valeur(f"{cle}{what}", Nature.CENTIMES, total) for what, total in sums)


def _comptes(role: Role, found: Forfaits) -> list[tuple[int, int]]:
    """Acts done and included of each forfait that counts those of a profession."""
    counters = (d.forfait.compteur(role) for d in found)
    return [(c.faits, c.inclus) for c in counters if c is not None and c.inclus]


def _avancement(role: Role, going_on: Forfaits) -> tuple[Valeur, ...]:
    counted = [(min(done, target), target) for done, target in _comptes(role, going_on)]
    shares = sum((Fraction(done, target) for done, target in counted), Fraction())
    mean = shares * DIXIEMES * _CENT / (len(counted) or 1)
    rounded = arrondi(mean.numerator, mean.denominator) if counted else None
    people = patients(d.cycle.inclusion for d in going_on if d.forfait.compteur(role))
    return (
        Valeur(role.value, Nature.MOYENNE, rounded, len(counted), qui=people),
        nombre(f"{role}_{FAITS}", sum(done for done, _ in counted)),
        nombre(f"{role}_{INCLUS}", sum(target for _, target in counted)),
    )


def _capacites(faits: Faits, periode: Periode) -> Iterable[Valeur]:
    followed = en_cours(faits, soir(faits, periode))
    for code, programme in faits.programmes.items():
        if programme.capacite is not None:
            inside: list[Inclusion] = [i for i in followed if i.programme == code]
            yield personnes(f"{code}_{SUIVIS}", patients(inside))
            yield nombre(f"{code}_{MINIMUM}", programme.capacite.minimum)
            yield nombre(f"{code}_{MAXIMUM}", programme.capacite.maximum)
