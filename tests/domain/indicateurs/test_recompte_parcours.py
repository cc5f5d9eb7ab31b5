"""Entries, exits, delays and retention of random cabinets, counted again day by day."""

from collections import Counter
from datetime import date, timedelta
from statistics import median

from hypothesis import given

from microstructure_desktop.domain.indicateurs.tous import ANNUELS, MENSUELS
from microstructure_desktop.services.shipped import shipped

from .cabinets import PERIODES_DE_L_ANNEE, PERIODES_DU_MOIS, cabinets

SANS_ELLE = ["ENTRETIEN_ENTOURAGE", "DEMARCHE_SANS_PATIENT", "AVIS_PSYCHIATRE_EQUIPE"]
REUSSI = {"OBJECTIFS_ATTEINTS", "RELAIS_MG_SEUL"}
RUPTURE = {"PERDU_DE_VUE", "ARRET_DEMANDE_PATIENT", "OPPOSITION_RETRAIT_CONSENTEMENT"}


def evening(faits, periode):
    return min(faits.le, periode.dernier)


def within(faits, periode, day):
    return day is not None and periode.premier <= day <= evening(faits, periode)


def followed(faits, day):
    """Whoever is still there on the day after."""
    morrow = day + timedelta(days=1)
    return [i for i in faits.les_inclusions if i.debut < morrow and not (i.fin and i.fin < morrow)]


def begun_then_ended(i):
    return str(i.debut), str(i.fin or "9999"), i.id


def met(faits, patient):
    """The days they were met, past ones, with whom."""
    return [
        (a.jour, str(a.role))
        for a in faits.les_actes
        if a.patient == patient and a.issue == "HONORE" and a.type not in SANS_ELLE
    ]


def band(born, le):
    years = sum(1 for year in range(born.year + 1, le.year + 1) if birthday(born, year) <= le)
    for code, last in (("MOINS_18", 17), ("18_24", 24), ("25_29", 29), ("30_39", 39)):
        if years <= last:
            return code
    return "40_49" if years <= 49 else "50_59" if years <= 59 else "60_PLUS"


def birthday(born, year):
    leap = (born.month, born.day) == (2, 29) and (year % 4 or (year % 100 == 0 and year % 400))
    return date(year, 3, 1) if leap else date(year, born.month, born.day)


def months_later(day, months):
    year, month = day.year + (day.month - 1 + months) // 12, (day.month - 1 + months) % 12 + 1
    number = day.day
    while True:
        try:
            return date(year, month, number)
        except ValueError:
            number -= 1


def people(result):
    return {v.cle: v.qui for v in result.valeurs}


def numbers(result):
    return {v.cle: v.valeur for v in result.valeurs if v.valeur}


@given(cabinets(), PERIODES_DU_MOIS)
def test_that_people_followed_are_those_there_the_day_after(faits, periode):
    there = followed(faits, evening(faits, periode))
    found = people(MENSUELS["M02"](faits, periode))
    assert found.pop("") == {i.patient for i in there}
    assert found == {c: {i.patient for i in there if i.programme == c} for c in faits.programmes}


@given(cabinets(), PERIODES_DU_MOIS)
def test_that_entries_and_exits_are_those_dated_of_the_month(faits, periode):
    entries, exits = Counter(), Counter()
    for i in faits.les_inclusions:
        if within(faits, periode, i.debut):
            who = faits.les_personnes[i.patient]
            keys = ("", i.programme, f"sexe_{who.sexe}", f"age_{band(who.naissance, i.debut)}")
            entries.update(keys)
        if within(faits, periode, i.fin):
            exits.update(["", group(i.motif_sortie)])
    assert numbers(MENSUELS["M03"](faits, periode)) == dict(entries)
    assert numbers(MENSUELS["M04"](faits, periode)) == dict(exits)


def group(motif):
    if not motif:
        return "non_renseigne"
    if motif == "DECES":
        return "deces"
    if motif in REUSSI:
        return "reussi"
    if motif.startswith("RELAIS_"):
        return "relais"
    return "rupture" if motif in RUPTURE else "autre"


@given(cabinets(), PERIODES_DE_L_ANNEE)
def test_that_exits_of_the_year_are_told_by_reason(faits, periode):
    gone = [i for i in faits.les_inclusions if within(faits, periode, i.fin)]
    expected = Counter(i.motif_sortie or "NR" for i in gone)
    expected[""] = len(gone)
    result = ANNUELS["A17"](faits, periode)
    mean = result.valeur("duree_moyenne")
    found = numbers(result)
    found.pop("duree_moyenne", None)
    assert found == dict(+expected)
    assert mean.base == len(gone)
    if gone:
        days = sum((i.fin - i.debut).days for i in gone) / len(gone)
        assert abs(mean.valeur - 10 * days) <= 0.5
    dead = {i.patient for i in gone if i.motif_sortie == "DECES"}
    assert people(ANNUELS["A27"](faits, periode)) == {"": dead}


@given(cabinets(), PERIODES_DU_MOIS)
def test_that_a_delay_is_that_of_a_first_act_of_the_month(faits, periode):
    for line in MENSUELS["M13"](faits, periode).valeurs:
        waits, unknown, who = [], 0, set()
        for p in faits.les_personnes:
            days = sorted(day for day, role in met(faits, p) if role == line.cle)
            if not days or not within(faits, periode, days[0]):
                continue
            answered = None
            for i in sorted(faits.les_inclusions, key=begun_then_ended):
                if i.patient == p and (i.demande or i.debut) <= days[0]:
                    answered = i
            if answered is None or answered.demande is None:
                unknown += 1
            else:
                waits.append((days[0] - answered.demande).days)
                who.add(p)
        middle = int(10 * median(waits)) if waits else None
        assert (line.valeur, line.base, line.nr, line.qui) == (middle, len(waits), unknown, who)


@given(cabinets(), PERIODES_DU_MOIS)
def test_that_who_waits_is_known_by_the_request_or_the_registration(faits, periode):
    le = evening(faits, periode)
    there = {i.patient for i in followed(faits, le)}
    waiting = {}
    for p in faits.les_personnes:
        mine = sorted((i for i in faits.les_inclusions if i.patient == p), key=begun_then_ended)
        to_come = [i for i in mine if i.debut > le]
        if p in there:
            continue
        if to_come and to_come[0].demande:
            waiting[p] = to_come[0].demande
        elif len(to_come) == len(mine):
            waiting[p] = faits.les_enregistrements[p]
    waiting = {p: day for p, day in waiting.items() if day <= le}
    long = {p for p, day in waiting.items() if le - day > timedelta(days=30)}
    assert people(MENSUELS["M14"](faits, periode)) == {"": set(waiting), "plus_30": long}


@given(cabinets(), PERIODES_DU_MOIS)
def test_that_silence_is_counted_from_the_last_act(faits, periode):
    le = evening(faits, periode)
    silent = {90: set(), 180: set()}
    there = {i.patient for i in followed(faits, le)}
    for p in there:
        days = [day for day, _ in met(faits, p) if day <= le]
        since = max(days) if days else min(i.debut for i in followed(faits, le) if i.patient == p)
        for limit, them in silent.items():
            if (le - since).days > limit:
                them.add(p)
    found = MENSUELS["M15"](faits, periode)
    assert people(found) == {f"plus_{n}": them for n, them in silent.items()}
    assert {v.base for v in found.valeurs} == {len(there)}


@given(cabinets(), PERIODES_DE_L_ANNEE)
def test_that_remaining_is_an_act_around_the_anniversary(faits, periode):
    begun = [i for i in faits.les_inclusions if i.debut.year == periode.premier.year - 1]
    for line, months in zip(ANNUELS["A18"](faits, periode).valeurs, (6, 12), strict=True):
        alive, over = 0, 0
        for i in begun:
            day = months_later(i.debut, months)
            window = {day + timedelta(days=n) for n in range(-45, 46)}
            if max(window) > faits.le:
                continue
            over += 1
            alive += bool(window & {day for day, _ in met(faits, i.patient)})
        assert (line.valeur, line.base, line.nr) == (alive, over, len(begun) - over)


def test_that_the_groups_of_reasons_are_those_counted_here():
    found = shipped().indicateurs.groupes["CL29"]
    assert found == {motif: group(motif) for motif in found}
