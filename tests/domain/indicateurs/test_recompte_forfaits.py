"""Forfaits of random cabinets, counted again day by day."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from math import floor
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from microstructure_desktop.domain.consultation import TypeActe
from microstructure_desktop.domain.equipe import CycleForfait, Role
from microstructure_desktop.domain.indicateurs.faits import Personne
from microstructure_desktop.domain.indicateurs.tous import ANNUELS, MENSUELS
from microstructure_desktop.domain.patient import Sexe
from microstructure_desktop.domain.programme import Capacite, Prestation, Programme, Version
from tests import factories as make

from .cabinets import PERIODES_DE_L_ANNEE, PERIODES_DU_MOIS, PROGRAMMES, cabinets, jours

TROIS = ["medecin", "psychologue", "travailleur_social"]
SANS_ELLE = ["ENTRETIEN_ENTOURAGE", "DEMARCHE_SANS_PATIENT", "AVIS_PSYCHIATRE_EQUIPE"]
JOUR = timedelta(days=1)
# Few enough acts for a random year to complete it; the figures change on 1 May 2026.
PEU = (Prestation(Role.PSYCHOLOGUE, (TypeActe.CONS_PSY, TypeActe.VAD), 2),)
PLUS = (
    Prestation(Role.MEDECIN, (TypeActe.CONS_MG, TypeActe.GROUPE), 1),
    Prestation(Role.PSYCHOLOGUE, (TypeActe.CONS_PSY, TypeActe.GROUPE), 2),
)
SANS = Version(date(2000, 1, 1), None, 0, (), "x")
COMPTE = (
    Version(date(2000, 1, 1), date(2026, 4, 30), 53_700, PEU, "x"),
    Version(date(2026, 5, 1), None, 82_901, PLUS, "x"),
)
DEUX_MONTANTS = (
    Version(date(2000, 1, 1), date(2026, 4, 30), 0, (), "x"),
    Version(date(2026, 5, 1), None, 52_800, (), "x"),
)


OFTEN = (
    (Role.MEDECIN, TypeActe.CONS_MG),
    (Role.PSYCHOLOGUE, TypeActe.CONS_PSY),
    (Role.PSYCHOLOGUE, TypeActe.GROUPE),
)
FINANCES = {"COVID_SM": COMPTE, "EQUIPADDICT": DEUX_MONTANTS}


def rules(code, entourage):
    versions = FINANCES.get(code, (SANS,))
    capacity = Capacite(1, 2, "x") if code == "COVID_SM" else None
    return Programme(code, code, 12, entourage, None, versions, capacite=capacity)


@st.composite
def funded(draw):
    """Two follow-ups of three paid for, one person of four under an alias, and many acts."""
    entourage, rythme = draw(st.booleans()), draw(st.sampled_from(CycleForfait))
    faits = draw(cabinets())
    codes = st.sampled_from([*FINANCES, "MSMA_HORS_FORFAIT"])
    alias = st.sampled_from([True, False, False, False])
    people = {p: replace(x, anonyme=draw(alias)) for p, x in faits.les_personnes.items()}
    begun = jours(date(2025, 2, 1), date(2026, 10, 31))
    more = [make.an_inclusion(patient=f"n{n}", debut=draw(begun)) for n in range(2)]
    people |= {i.patient: Personne(Sexe.F, date(1980, 1, 1)) for i in more}
    inclusions = [replace(i, programme=draw(codes)) for i in [*faits.les_inclusions, *more]]
    often = st.builds(
        lambda patient, what, jour: make.a_consultation(
            patient=patient, role=what[0], type=what[1], jour=jour
        ),
        st.sampled_from([*sorted(people), *(i.patient for i in more * 3)]),
        st.sampled_from(OFTEN),
        jours(date(2025, 6, 1), date(2026, 12, 31)),
    )
    return replace(
        faits,
        programmes={code: rules(code, entourage) for code in PROGRAMMES},
        cabinet=make.a_cabinet(cycle_forfait=rythme),
        les_personnes=people,
        les_inclusions=[i for i in inclusions if i.debut <= faits.le],
        les_actes=[*faits.les_actes, *draw(st.lists(often, min_size=5, max_size=30))],
    )


@dataclass
class Year:
    inclusion: Any
    version: Version
    first: date
    term: date
    actes: list

    @property
    def last(self):
        return min(self.term, self.inclusion.fin or self.term)

    @property
    def patient(self):
        return self.inclusion.patient


def evening(faits, periode):
    return min(faits.le, periode.dernier)


def next_year(inclusion, first, n, civil):
    if civil:
        return date(first.year + 1, 1, 1)
    day = inclusion.debut
    try:
        return date(day.year + n, day.month, day.day)
    except ValueError:
        return date(day.year + n, 2, 28)


def years_of(faits, inclusion, le):
    """Each year of one follow-up that had begun by a day, when it pays or counts anything."""
    civil = faits.cabinet.cycle_forfait is CycleForfait.CIVIL
    first, n = inclusion.debut, 0
    while first <= le and first <= (inclusion.fin or le):
        n += 1
        following = next_year(inclusion, first, n, civil)
        (version,) = (
            v
            for v in faits.programmes[inclusion.programme].versions
            if v.depuis <= first <= (v.jusqua or date.max)
        )
        if version.montant_centimes or version.prestations:
            yield Year(inclusion, version, first, following - JOUR, [])
        first = following


def years(faits, periode):
    le = evening(faits, periode)
    found = [
        year
        for i in faits.les_inclusions
        if not faits.les_personnes[i.patient].anonyme
        for year in years_of(faits, i, le)
    ]
    for a in faits.les_actes:
        open_then = [y for y in found if y.patient == a.patient and y.first <= a.jour <= y.last]
        if a.jour <= le and a.issue == "HONORE" and open_then:
            newest = max(open_then, key=lambda y: (y.first, y.last, y.inclusion.id))
            newest.actes.append(a)
    return found


def counts(faits, year, acte, line):
    if acte.role is not line.role:
        return False
    if acte.type == "ENTRETIEN_ENTOURAGE":
        return faits.programmes[year.inclusion.programme].entourage_imputable
    return acte.type in line.types


def done(faits, year, line, until=date.max):
    return sum(counts(faits, year, a, line) for a in year.actes if a.jour <= until)


def completed(faits, year, le):
    """The first day on which nothing was missing; without published acts, its whole term."""
    if not year.version.prestations:
        whole = year.last == year.term and year.term <= le
        met = any(a.type not in SANS_ELLE for a in year.actes)
        return year.term if whole and met else None
    day = year.first
    while day <= min(year.last, le):
        if all(done(faits, year, p, day) >= p.nombre for p in year.version.prestations):
            return day
        day += JOUR
    return None


def money(found):
    return sum(y.version.montant_centimes for y in found)


def part_of_money(found):
    total = 0
    for y in found:
        followed, whole = (y.last - y.first).days + 1, (y.term - y.first).days + 1
        total += floor(Fraction(y.version.montant_centimes * followed, whole) + Fraction(1, 2))
    return total


def half_up(fraction):
    return floor(fraction + Fraction(1, 2))


def by_programme(faits, found):
    return {
        "": found,
        **{f"{c}_": [y for y in found if y.inclusion.programme == c] for c in FINANCES},
    }


def figures(result):
    return {v.cle: v.valeur for v in result.valeurs}


@given(funded(), PERIODES_DU_MOIS)
def test_that_a_month_of_forfaits_is_what_each_day_says(faits, periode):
    le, expected, people = evening(faits, periode), {}, {}
    for key, found in by_programme(faits, years(faits, periode)).items():
        ended = [y for y in found if periode.premier <= y.last <= le]
        days = [(y, completed(faits, y, le)) for y in found]
        lists = {
            "ouverts": [y for y in found if periode.premier <= y.first <= periode.dernier],
            "en_cours": [y for y in found if y.last >= le + JOUR and y.last >= periode.premier],
            "complets": [y for y, day in days if day and periode.premier <= day <= le],
            "clos_incomplets": [y for y in ended if completed(faits, y, le) is None],
        }
        expected |= {f"{key}{what}": len(some) for what, some in lists.items()}
        people |= {f"{key}{what}": {y.patient for y in some} for what, some in lists.items()}
        expected |= {
            f"{key}montant_ouverts": money(lists["ouverts"]),
            f"{key}montant_termines": money(ended),
            f"{key}montant_prorata": part_of_money(ended),
        }
    result = MENSUELS["M11"](faits, periode)
    assert figures(result) == expected
    assert {cle: set(result.valeur(cle).qui) for cle in people} == people


@given(funded(), PERIODES_DU_MOIS)
def test_that_progress_is_what_is_done_of_what_is_included(faits, periode):
    le, expected = evening(faits, periode), {}
    going_on = [y for y in years(faits, periode) if y.last > le and y.last >= periode.premier]
    for role in TROIS:
        lines = [(y, p) for y in going_on for p in y.version.prestations if p.role == role]
        kept = [min(done(faits, y, p), p.nombre) for y, p in lines]
        ratios = [Fraction(n, p.nombre) for n, (_, p) in zip(kept, lines, strict=True)]
        mean = half_up(1000 * sum(ratios) / len(ratios)) if ratios else None
        expected |= {
            role: mean,
            f"{role}_faits": sum(kept),
            f"{role}_inclus": sum(p.nombre for _, p in lines),
        }
    assert figures(MENSUELS["M12"](faits, periode)) == expected


@given(funded(), PERIODES_DE_L_ANNEE)
def test_that_a_year_of_forfaits_is_what_each_day_says(faits, periode):
    le, expected, bases = evening(faits, periode), {}, {}
    for key, found in by_programme(faits, years(faits, periode)).items():
        begun = [y for y in found if y.first.year == periode.premier.year]
        ended = [y for y in found if y.last.year == periode.premier.year and y.last <= le]
        expected |= {
            f"{key}ouverts": len(begun),
            f"{key}termines": len(ended),
            f"{key}complets": sum(completed(faits, y, le) is not None for y in ended),
            f"{key}montant_ouverts": money(begun),
            f"{key}montant_termines": money(ended),
            f"{key}montant_prorata": part_of_money(ended),
        }
        bases[f"{key}complets"] = len(ended)
        for role in TROIS:
            each = [
                done(faits, y, p) for y in ended for p in y.version.prestations if p.role == role
            ]
            mean = half_up(Fraction(10 * sum(each), len(each))) if each else None
            expected[f"{key}{role}"], bases[f"{key}{role}"] = mean, len(each)
    followed = {
        i.patient
        for i in faits.les_inclusions
        if i.programme == "COVID_SM" and i.debut <= le and not (i.fin and i.fin <= le)
    }
    expected |= {
        "COVID_SM_suivis": len(followed),
        "COVID_SM_capacite_minimum": 1,
        "COVID_SM_capacite_maximum": 2,
    }
    result = ANNUELS["A22"](faits, periode)
    assert figures(result) == expected
    assert {cle: result.valeur(cle).base for cle in bases} == bases
