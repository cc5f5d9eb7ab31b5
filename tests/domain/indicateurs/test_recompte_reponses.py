"""What random people answered, counted again person by person with the codes written out."""

from datetime import date, timedelta
from statistics import median

from hypothesis import given
from hypothesis import strategies as st

from microstructure_desktop.domain.consultation import Issue, TypeActe
from microstructure_desktop.domain.indicateurs.faits import Personne
from microstructure_desktop.domain.indicateurs.tous import ANNUELS
from microstructure_desktop.domain.patient import Sexe
from microstructure_desktop.services.shipped import shipped
from tests import factories as make

from .cabinets import PERIODES_DE_L_ANNEE
from .faits import FaitsEcrits
from .remplies import vu

LISTES = shipped().listes
PRODUITS = ["ALCOOL", "TABAC", "HEROINE", "JEU_ARGENT", "AUCUN", "NON_ABORDE", "NR"]
PRECAIRES = {
    "logement": [
        "PROVISOIRE_INDEPENDANT", "PROVISOIRE_PROCHES", "PROVISOIRE_INSTITUTION",
        "AUTRE_PROVISOIRE", "SDF",
    ],
    "ressources": ["RSA", "AAH", "AUTRE_PRESTATION", "SANS_RESSOURCES_AUTRE"],
    "couverture": ["REGIME_GENERAL_SANS_COMPLEMENTAIRE", "AME", "SANS_DROITS", "EN_COURS"],
}  # fmt: skip
SOUVENT = ["AUCUNE_30J", "1_SEM_OU_MOINS", "2_3_SEM", "4_6_SEM", "QUOTIDIENNE"]
GRAVE = ["ABSTINENT_STABILISE", "USAGE_SIMPLE", "USAGE_A_RISQUE", "USAGE_NOCIF", "DEPENDANCE"]


DAYS = [
    date(2025, 2, 28), date(2025, 8, 31), date(2025, 12, 31), date(2026, 1, 1), date(2026, 2, 28),
    date(2026, 3, 31), date(2026, 6, 30), date(2026, 8, 31), date(2026, 10, 31), date(2026, 12, 31),
]  # fmt: skip
"""Years, seasons and six months apart, so that their edges are met often."""


def un(liste):
    return st.sampled_from([o.code for o in LISTES[liste].options] + ["NR"])


def phq():
    cotes = st.lists(st.integers(0, 3), min_size=9, max_size=9)
    return cotes.map(
        lambda n: {"version": 1, "cotes": {str(r): c for r, c in enumerate(n, start=1)}}
    )


@st.composite
def remplis(draw, forms, items, seances=()):
    """A few people, often met in 2026, who answer some of these questions again and again."""
    people = ["a", "b"]
    fiches = st.builds(
        lambda p, form, day, said: make.a_fiche(patient=p, form=form, jour=day, answers=said),
        st.sampled_from(people),
        st.sampled_from(forms),
        st.sampled_from(DAYS),
        st.fixed_dictionaries(items),
    )
    acts = st.builds(
        lambda p, day, said, **kind: make.a_consultation(patient=p, jour=day, **kind, **said),
        st.sampled_from(people),
        st.sampled_from(DAYS),
        st.sampled_from([{}, *seances]),
        issue=st.sampled_from([Issue.HONORE, Issue.HONORE, Issue.REPORTE]),
        type=st.sampled_from([TypeActe.CONS_PSY, TypeActe.ENTRETIEN_ENTOURAGE]),
    )
    return FaitsEcrits(
        le=draw(st.sampled_from([date(2026, 8, 30), date(2027, 3, 1)])),
        groupes=shipped().indicateurs.groupes,
        les_personnes=dict.fromkeys(people, Personne(Sexe.F, date(1980, 1, 1))),
        les_actes=[*map(vu, draw(st.sets(st.sampled_from(people)))), *draw(st.lists(acts))],
        les_fiches=draw(st.lists(fiches, min_size=4, max_size=14)),
    )


MEDICALES = ["medicale_entree", "medicale_suivi", "medicale_fin"]
SOCIALES = ["sociale_entree", "sociale_suivi"]
SITUATIONS = remplis(
    SOCIALES,
    {
        "logement": st.one_of(st.just("DURABLE_PROCHES"), un("CL09")),
        "ressources": st.one_of(st.just("EMPLOI"), st.just("NR"), un("CL11")),
        "couverture": st.one_of(st.just("CSS"), un("CL13")),
    },
)
RARE = st.sampled_from(["AUCUNE_30J", "QUOTIDIENNE"])
PRISES = remplis(
    MEDICALES,
    {
        "produit_1": st.one_of(st.just("ALCOOL"), st.sampled_from(PRODUITS)),
        "produit_2": st.one_of(st.just("HEROINE"), st.sampled_from(PRODUITS)),
        "frequence_1": RARE,
        "frequence_2": RARE,
        "usage_1": un("CL19"),
    },
)
ALCOOL = remplis(
    MEDICALES[:2],
    {
        "produit_1": st.sampled_from(["ALCOOL", "ALCOOL", "TABAC", "AUCUN"]),
        "produit_2": st.sampled_from(["ALCOOL", "NR"]),
        "frequence_1": un("CL18"),
        "usage_1": un("CL19"),
        "frequence_2": un("CL18"),
    },
)
RAPIDE = {"form": "seance_test_rapide", "form_version": 1}
TROD = {**RAPIDE, "reponses": {"trod_vhc": "NEGATIF", "trod_vih": "REACTIF"}}
DEPISTAGES = remplis(MEDICALES, {
    "sniff_vie": st.sampled_from([True, False, "NR"]),
    "voie_iv": un("VOIE_IV"),
    "produit_1": st.sampled_from(PRODUITS),
    "mode_1": un("CL17"),
    "vhc": un("CL22"),
    "vhc_etape": un("CL23"),
    "vhb_vaccin": un("CL24"),
    "vih": un("CL22"),
}, [TROD])  # fmt: skip
URGENCE = {"form": "seance_psychologue", "form_version": 1, "reponses": {"rud_urgence": "ELEVE"}}
PSYCHISME = remplis(
    ["psychologique_entree", "psychologique_suivi"],
    {"echelle_phq9": phq(), "rud_risque": un("CL27")},
    [URGENCE],
)
EVOLUTIONS = remplis(
    MEDICALES, {"evolution_somatique": un("CL30"), "evolution_globale_med": un("CL30")}
)
SEJOURS = remplis(MEDICALES[:2], {"hospit_6m": st.sampled_from([0, 1, 2, 3, "NR"])})
RSA = {"demarche_1": "RSA", "demarche_etat_1": "ABOUTIE"}
DEMARCHES = remplis(
    SOCIALES,
    {"demarche_1": st.sampled_from(["RSA", "ALD"]), "demarche_etat_1": un("CL31_ETAT")},
    [{"form": "seance_sociale", "form_version": 1, "reponses": RSA}],
)


class Vus:
    """The people met in the year, and all that each said until its last day, oldest first."""

    def __init__(self, faits, periode):
        self.du, self.au = periode.premier, min(periode.dernier, faits.le)
        without = ("ENTRETIEN_ENTOURAGE", "DEMARCHE_SANS_PATIENT", "AVIS_PSYCHIATRE_EQUIPE")
        kept = [a for a in faits.les_actes if a.issue == "HONORE"]
        here = [a for a in kept if self.du <= a.jour <= self.au and a.type not in without]
        self.gens = sorted({a.patient for a in here})
        every = [(a.jour, 0, "", a.form, a.patient, a.reponses) for a in kept if a.form]
        every += [(f.jour, 1, f.id, f.form, f.patient, f.answers) for f in faits.les_fiches]
        every.sort(key=lambda one: one[:2] if one[1] == 0 else one[:3])
        self.dits = [(d, form, p, r) for d, _, _, form, p, r in every if d <= self.au]

    def de(self, qui, *, cette_annee=False):
        said = [(d, form, r) for d, form, p, r in self.dits if p == qui]
        return [one for one in said if one[0] >= self.du] if cette_annee else said


def lignes(code, faits, periode):
    return {v.cle: (v.valeur, v.base, v.nr) for v in ANNUELS[code](faits, periode).valeurs}


def part_de(answers):
    """Yes, known and unknown, of True, False and None."""
    answers = list(answers)
    return answers.count(True), len(answers) - answers.count(None), answers.count(None)


@given(SITUATIONS, PERIODES_DE_L_ANNEE)
def test_that_precarity_is_what_each_said_last(faits, periode):
    vus, signs = Vus(faits, periode), {}
    for name, codes in PRECAIRES.items():
        signs[name] = []
        for p in vus.gens:
            said = [r[name] for _, _, r in vus.de(p, cette_annee=True) if r.get(name, "NR") != "NR"]
            signs[name].append(said[-1] in codes if said else None)
    found = lignes("A07", faits, periode)
    for name, told in signs.items():
        assert found[name] == part_de(told)
    rows = list(zip(*signs.values(), strict=True))
    one = [True if True in row else None if None in row else False for row in rows]
    assert found["precarite"] == part_de(one)


def products(r):
    """Rows that name something: code, frequency, use."""
    rows = [(r.get(f"produit_{n}"), r.get(f"frequence_{n}"), r.get(f"usage_{n}")) for n in (1, 2)]
    return [row for row in rows if row[0] not in (None, "NON_ABORDE", "NR")]


@given(PRISES, PERIODES_DE_L_ANNEE)
def test_that_products_are_those_of_the_last_fiche_that_names_one(faits, periode):
    vus, firsts, several = Vus(faits, periode), [], []
    for p in vus.gens:
        said = [products(r) for _, _, r in vus.de(p, cette_annee=True) if products(r)]
        firsts.append(said[-1][0][0] if said else None)
        codes = {c for c, often, _ in said[-1] if often != "AUCUNE_30J"} if said else None
        several.append(None if codes is None else len(codes & {"ALCOOL", "HEROINE"}) > 1)
    found = lignes("A08", faits, periode)
    for code in ("ALCOOL", "TABAC", "HEROINE", "JEU_ARGENT", "AUCUN"):
        told = [None if first is None else first == code for first in firsts]
        assert found[f"rang1_{code}"] == part_de(told)
    assert found["polyconsommation"] == part_de(several)


STEPS = {
    "JAMAIS_TESTE": 0, "REFUS": 0, "NON_CONNU": 1, "NEGATIF": 2, "POSITIF": 3,
    "NON_INDIQUE": 0, "A_PROPOSER": 0, "PROPOSE": 0, "TEST_FAIT_NEG": 2, "AC_POS": 3, "ARN_NEG": 4,
    "ARN_POS": 5, "TRAITEMENT_EN_COURS": 6, "GUERI": 7,
}  # fmt: skip


def at_risk(said):
    told = [r["sniff_vie"] for _, _, r in said if r.get("sniff_vie", "NR") != "NR"]
    told += [r["voie_iv"] != "JAMAIS" for _, _, r in said if r.get("voie_iv", "NR") != "NR"]
    told += [
        True
        for _, _, r in said
        if r.get("produit_1") not in (None, "NR", "NON_ABORDE")
        and r.get("mode_1") in ("INJECTE", "SNIFFE")
    ]
    return any(told) if told else None


@given(DEPISTAGES, PERIODES_DE_L_ANNEE)
def test_that_the_cascade_is_the_furthest_step_of_each(faits, periode):
    vus, far = Vus(faits, periode), {}
    for p in vus.gens:
        said = vus.de(p)
        steps = [STEPS[r[k]] for _, _, r in said for k in ("vhc", "vhc_etape") if r.get(k) in STEPS]
        steps += [2 for _, _, r in said if "trod_vhc" in r]
        if at_risk(said):
            far[p] = max(steps, default=None)
    found = lignes("A11", faits, periode)
    assert found["a_risque"] == part_de(at_risk(vus.de(p)) for p in vus.gens)
    assert found["teste"] == part_de(None if s is None else s > 0 for s in far.values())
    known = [s for s in far.values() if s]
    assert found["positif"] == part_de(None if s == 1 else s > 2 for s in known)
    for step, key in enumerate(("arn", "arn_positif", "traite", "gueri"), start=4):
        assert found[key] == part_de(s >= step for s in known if s >= step - 1)


@given(DEPISTAGES, PERIODES_DE_L_ANNEE)
def test_that_vaccines_and_hiv_are_told_by_the_last_known_answer(faits, periode):
    vus, safe, tested, positive = Vus(faits, periode), [], [], []
    for p in vus.gens:
        said = vus.de(p)
        known = [
            r["vhb_vaccin"] for _, _, r in said if r.get("vhb_vaccin", "NR") not in ("NR", "NSP")
        ]
        safe.append(known[-1] in ("COMPLETE", "IMMUNISE") if known else None)
        every = [r.get("vih") or r.get("trod_vih") for _, _, r in said]
        every = [one for one in every if one not in (None, "NR")]
        done = [one for one in every if one not in ("JAMAIS_TESTE", "REFUS")]
        tested.append(bool(done) if every else None)
        results = [one for one in done if one != "NON_CONNU"]
        if done:
            positive.append(results[-1] in ("POSITIF", "REACTIF") if results else None)
    assert lignes("A12", faits, periode)["protege"] == part_de(safe)
    found = lignes("A13", faits, periode)
    assert (found["teste"], found["positif"]) == (part_de(tested), part_de(positive))


@given(PSYCHISME, PERIODES_DE_L_ANNEE)
def test_that_risk_and_scores_are_those_of_each(faits, periode):
    vus, high, moves, alone = Vus(faits, periode), [], [], 0
    for p in vus.gens:
        levels = [
            r[k]
            for _, _, r in vus.de(p, cette_annee=True)
            for k in ("rud_risque", "rud_urgence")
            if r.get(k, "NR") not in ("NR", "NON_EVALUE")
        ]
        high.append("ELEVE" in levels if levels else None)
        scores = [
            (day, sum(r["echelle_phq9"]["cotes"].values()))
            for day, _, r in vus.de(p)
            if "echelle_phq9" in r
        ]
        if scores and scores[-1][0] >= vus.du:
            (first, before), (last, after) = scores[0], scores[-1]
            moves += [after - before] if first < last else []
            alone += first == last
    found = lignes("A14", faits, periode)
    assert found["rud_eleve"] == part_de(high)
    assert found["phq_9"] == (median(moves) * 10 if moves else None, len(moves), alone)


def lower(order, before, after):
    return order.index(after) < order.index(before) if {before, after} <= set(order) else None


def improved(vus, p):
    """None without a pair of fiches; otherwise whether it is better, which may not be known."""
    medical = [(d, form, products(r)) for d, form, r in vus.de(p) if products(r)]
    after = [m for m in medical if m[1] != "medicale_entree" and m[0] >= vus.du]
    for day, _, rows in reversed(after):
        entries = [
            m[2][0]
            for m in medical
            if m[1] == "medicale_entree"
            and m[0] <= day - timedelta(days=90)
            and m[2][0][0] != "AUCUN"
        ]
        if entries:
            code, often, use = entries[-1]
            same = [row for row in rows if row[0] == code]
            if not same:
                return (True if {row[0] for row in rows} == {"AUCUN"} else None,)
            both = lower(SOUVENT, often, same[0][1]), lower(GRAVE, use, same[0][2])
            return (any(both) if set(both) != {None} else None,)
    return None


@given(ALCOOL, PERIODES_DE_L_ANNEE)
def test_that_consumption_is_compared_for_each(faits, periode):
    vus = Vus(faits, periode)
    told = [improved(vus, p) for p in vus.gens]
    assert lignes("A20", faits, periode)["ameliore"] == part_de(t[0] for t in told if t)


@given(EVOLUTIONS, PERIODES_DE_L_ANNEE)
def test_that_evolution_is_the_last_told_after_an_entry_fiche(faits, periode):
    vus, told = Vus(faits, periode), []
    for p in vus.gens:
        entered = [d for d, form, _ in vus.de(p) if form == "medicale_entree"]
        if not entered:
            continue
        said = [
            [r.get("evolution_globale_med"), r.get("evolution_somatique")]
            for d, _, r in vus.de(p, cette_annee=True)
            if d > entered[0]
        ]
        both = [[c for c in one if c not in (None, "NR", "NON_EVALUABLE")] for one in said]
        known = [one[0] for one in both if one]
        told.append(known[-1] if known else None)
    found = lignes("A19", faits, periode)
    for code in ("TRES_DEGRADE", "STABLE", "AMELIORE"):
        assert found[f"med_{code}"] == part_de(None if one is None else one == code for one in told)


def long_before(day, after):
    """Whether six months went by: the same day of the month, or the last of a shorter one."""
    months = (after.year - day.year) * 12 + after.month - day.month
    last = (after.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return months > 6 or (months == 6 and after.day >= min(day.day, last.day))


@given(SEJOURS, PERIODES_DE_L_ANNEE)
def test_that_stays_are_summed_for_the_same_people(faits, periode):
    vus, pairs, told = Vus(faits, periode), [], 0
    for p in vus.gens:
        said = [
            (d, form == "medicale_entree", r["hospit_6m"])
            for d, form, r in vus.de(p)
            if r.get("hospit_6m", "NR") != "NR"
        ]
        later = [(d, n) for d, entry, n in said if not entry and d >= vus.du]
        told += bool(later)
        for day, n in reversed(later):
            before = [m for d, entry, m in said if entry and long_before(d, day)]
            if before:
                pairs.append((before[-1], n))
                break
    found = lignes("A26", faits, periode)
    assert found["hospitalisations_avant"][0] == sum(b for b, _ in pairs)
    assert found["hospitalisations_apres"][0] == sum(a for _, a in pairs)
    assert found["hospitalisations_personnes"] == (len(pairs), told, 0)


@given(DEMARCHES, PERIODES_DE_L_ANNEE)
def test_that_a_step_counts_the_first_day_it_is_said(faits, periode):
    vus, begun, done = Vus(faits, periode), 0, 0
    for p in vus.gens:
        rows = [
            (d, r.get("demarche_etat_1")) for d, _, r in vus.de(p) if r.get("demarche_1") == "RSA"
        ]
        begun += bool(rows) and rows[0][0] >= vus.du
        good = [d for d, state in rows if state == "ABOUTIE"]
        done += bool(good) and good[0] >= vus.du
    found = lignes("A21", faits, periode)
    assert (found["ouvertes_RSA"][0], found["abouties_RSA"][0]) == (begun, done)
