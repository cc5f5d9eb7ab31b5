"""Acts, absences and relatives of random cabinets, counted again act by act."""

from datetime import date
from statistics import median

from hypothesis import given

from microstructure_desktop.domain.indicateurs.tous import ANNUELS, MENSUELS
from microstructure_desktop.domain.indicateurs.valeur import arrondi

from .cabinets import PERIODES_DE_L_ANNEE, PERIODES_DU_MOIS, cabinets

METIERS = ["medecin", "psychologue", "travailleur_social", "psychiatre"]
SANS_ELLE = ["ENTRETIEN_ENTOURAGE", "DEMARCHE_SANS_PATIENT", "AVIS_PSYCHIATRE_EQUIPE"]
AU_CABINET = ["CABINET", "MSP", "CSAPA_CAARUD"]


def happened(faits, periode):
    return [
        a
        for a in faits.les_actes
        if periode.premier <= a.jour <= periode.dernier and a.jour <= faits.le
    ]


def kept(faits, periode):
    return [a for a in happened(faits, periode) if a.issue == "HONORE"]


def met(faits, periode):
    return [a for a in kept(faits, periode) if a.type not in SANS_ELLE]


def figures(result):
    return {v.cle: (v.valeur, v.base) for v in result.valeurs}


def place(acte):
    """Home, screen and telephone are said by the act; otherwise by what was noted."""
    if acte.type == "VAD":
        return "DOMICILE"
    if acte.type == "TELECONSULTATION":
        return "VISIO"
    return "TELEPHONE" if acte.type == "CONTACT_TEL" else acte.lieu


def split(acte):
    if acte.type in ("DEMARCHE_SANS_PATIENT", "AVIS_PSYCHIATRE_EQUIPE"):
        return "sans_patient"
    where = place(acte)
    if where in AU_CABINET:
        return "cabinet"
    if where == "DOMICILE":
        return "domicile"
    return "distance" if where in ("VISIO", "TELEPHONE") else "ailleurs"


def time_of(actes):
    total, groups = 0, []
    for a in actes:
        group = (a.jour, a.role, a.lieu, a.duree)
        if a.type != "GROUPE":
            total += a.duree
        elif group not in groups:
            groups.append(group)
            total += a.duree
    return total


def by_profession(actes):
    yield "", actes
    for metier in METIERS:
        yield metier, [a for a in actes if a.role == metier]


@given(cabinets(), PERIODES_DU_MOIS)
def test_that_the_month_is_what_its_acts_say(faits, periode):
    assert MENSUELS["M01"](faits, periode).valeurs[0].qui == {
        a.patient for a in met(faits, periode)
    }
    acts = {}
    for metier, done in by_profession(kept(faits, periode)):
        start = f"{metier}_" if metier else ""
        acts[metier] = (len(done), None)
        acts[f"{start}minutes"] = (time_of(done), None)
        for where in ("cabinet", "domicile", "distance", "ailleurs", "sans_patient"):
            acts[f"{start}{where}"] = (len([a for a in done if split(a) == where]), None)
    assert figures(MENSUELS["M05"](faits, periode)) == acts
    absences = {}
    for metier, all_of in by_profession(happened(faits, periode)):
        awaited = [a for a in all_of if split(a) != "sans_patient"]
        missed = [a for a in awaited if a.issue in ("ABSENT_EXCUSE", "ABSENT_NON_EXCUSE")]
        honoured = [a for a in awaited if a.issue == "HONORE"]
        absences[metier] = (len(missed), len(missed) + len(honoured))
    assert figures(MENSUELS["M06"](faits, periode)) == absences
    talks = [a for a in kept(faits, periode) if a.type == "ENTRETIEN_ENTOURAGE"]
    relatives = {"": (len(talks), None), "personnes": (len({a.patient for a in talks}), None)}
    assert figures(MENSUELS["M07"](faits, periode)) == relatives


@given(cabinets(), PERIODES_DE_L_ANNEE)
def test_that_the_file_active_of_the_year_is_who_was_met(faits, periode):
    seen = {a.patient for a in met(faits, periode)}
    once, new, whole = set(), set(), set()
    professions = {n: set() for n in (1, 2, 3, 4)}
    for p in seen:
        own = [a for a in met(faits, periode) if a.patient == p]
        ever = [a for a in faits.les_actes if a.patient == p and a.type not in SANS_ELLE]
        if len(own) == 1:
            once.add(p)
        if all(a.jour.year >= periode.premier.year for a in ever if a.issue == "HONORE"):
            new.add(p)
        roles = {str(a.role) for a in own}
        professions[len(roles)].add(p)
        if {"medecin", "psychologue", "travailleur_social"} <= roles:
            whole.add(p)

    def people(code):
        return {v.cle: v.qui for v in ANNUELS[code](faits, periode).valeurs}

    assert people("A01") == {"": seen}
    assert people("A02") == {"": once}
    assert people("A03") == {"": new}
    found = people("A05")
    assert found["complete"] == whole
    assert {n: found[f"metiers_{n}"] for n in professions} == professions
    anywhere = set()
    for programme in faits.programmes:
        inside = {p for p in seen if was_in(faits, p, programme, periode)}
        assert found[programme] == inside
        anywhere |= inside
    assert found["sans_programme"] == seen - anywhere


def was_in(faits, patient, programme, periode):
    for i in faits.les_inclusions:
        if (i.patient, i.programme) == (patient, programme):
            last = min(periode.dernier, faits.le)
            if i.debut <= last and (i.fin or date.max) >= periode.premier:
                return True
    return False


@given(cabinets(), PERIODES_DE_L_ANNEE)
def test_that_relatives_of_the_year_are_told_by_person(faits, periode):
    talks = [a for a in faits.les_actes if a.type == "ENTRETIEN_ENTOURAGE" and a.issue == "HONORE"]
    received = {a.patient for a in kept(faits, periode) if a.type == "ENTRETIEN_ENTOURAGE"}
    before = {a.patient for a in talks if a.jour < periode.premier}
    all_, new = ANNUELS["A04"](faits, periode).valeurs
    assert (all_.qui, new.qui) == (received, received - before)
    assert new.base == len(received)


@given(cabinets(), PERIODES_DE_L_ANNEE)
def test_that_the_acts_of_the_year_are_told_by_profession_and_per_person(faits, periode):
    expected = {}
    for metier, done in by_profession(kept(faits, periode)):
        start = f"{metier}_" if metier else ""
        own = [a.patient for a in done if a.type not in SANS_ELLE]
        each = [own.count(p) for p in set(own)]
        mean = arrondi(10 * sum(each), len(each)) if each else None
        middle = int(10 * median(each)) if each else None
        expected[metier] = (len(done), None)
        expected[f"{start}minutes"] = (time_of(done), None)
        expected[f"{start}moyenne"] = (mean, len(each))
        expected[f"{start}mediane"] = (middle, len(each))
    assert figures(ANNUELS["A15"](faits, periode)) == expected


@given(cabinets(), PERIODES_DE_L_ANNEE)
def test_that_visits_calls_and_accompaniments_are_apart(faits, periode):
    lines = {"DOMICILE": "domicile", "TELEPHONE": "telephone", "VISIO": "visio"}
    acts = {name: [] for name in (*lines.values(), "accompagnements")}
    for a in kept(faits, periode):
        if a.type == "ACCOMPAGNEMENT_PHYSIQUE":
            acts["accompagnements"].append(a)
        elif split(a) != "sans_patient" and place(a) in lines:
            acts[lines[place(a)]].append(a)
    found = ANNUELS["A16"](faits, periode)
    for name, done in acts.items():
        assert found.valeur(name).valeur == len(done)
        people = {a.patient for a in done if a.type not in SANS_ELLE}
        assert found.valeur(f"{name}_personnes").qui == people
