"""What is missing in the records of random cabinets, looked for again record by record."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from microstructure_desktop.domain.ids import new_id
from microstructure_desktop.domain.indicateurs.qualite import PRINCIPALES
from microstructure_desktop.domain.indicateurs.tous import ANNUELS
from tests import factories as make

from .cabinets import PERIODES_DE_L_ANNEE, cabinets, jours

SANS_ELLE = ["ENTRETIEN_ENTOURAGE", "DEMARCHE_SANS_PATIENT", "AVIS_PSYCHIATRE_EQUIPE"]
ENTREES = {
    "medecin": "medicale_entree",
    "travailleur_social": "sociale_entree",
    "psychologue": "psychologique_entree",
}
JOUR = timedelta(days=1)
REPONSES = st.sampled_from(["NR", "NON_ABORDE", "", "SDF", 0, False, ["NR"], ["ANXIETE", "NR"]])
ANSWERS = {
    **{
        form: st.dictionaries(st.sampled_from(items), REPONSES)
        for form, items in PRINCIPALES.items()
    },
    "medicale_suivi": st.dictionaries(st.sampled_from(["tso", "vih"]), REPONSES),
}


@st.composite
def informed(draw):
    """More entry fiches than chance gives, around the days when they count or not."""
    faits = draw(cabinets(ANSWERS))
    filled = [
        make.a_fiche(
            id=new_id(),
            patient=i.patient,
            form=draw(st.sampled_from(sorted(PRINCIPALES))),
            jour=i.debut + timedelta(days=draw(st.sampled_from([-2, -1, 0, 59, 60, 61]))),
            complete=True,
        )
        for i in faits.les_inclusions
        for _ in range(2)
    ]
    days = {p: draw(st.one_of(st.none(), jours())) for p in faits.les_personnes}
    people = {p: replace(x, information_remise=days[p]) for p, x in faits.les_personnes.items()}
    return replace(faits, les_personnes=people, les_fiches=[*faits.les_fiches, *filled])


def evening(faits, periode):
    return min(faits.le, periode.dernier)


def entries(faits, periode):
    """The follow-ups begun in the year by who was not in another one the day before, nor that day.

    Of two begun the same day, one.
    """
    found = []
    for i in faits.les_inclusions:
        if not periode.premier <= i.debut <= evening(faits, periode):
            continue
        others = [o for o in faits.les_inclusions if o.patient == i.patient and o.id != i.id]
        before = [o for o in others if (o.debut, o.id) < (i.debut, i.id)]
        going_on = [o for o in before if o.fin is None or o.fin >= i.debut - JOUR]
        if not going_on:
            found.append((i, before))
    return found


def in_time(faits, form, inclusion, before):
    return any(
        f.patient == inclusion.patient
        and f.form == form
        and f.complete
        and (f.jour - inclusion.debut).days <= 60
        and all(f.jour > o.fin for o in before)
        for f in faits.les_fiches
    )


@given(informed(), PERIODES_DE_L_ANNEE)
def test_that_entry_fiches_are_looked_for_follow_up_by_follow_up(faits, periode):
    found = ANNUELS["A25"](faits, periode)
    begun = entries(faits, periode)
    over = [(i, before) for i, before in begun if (faits.le - i.debut).days >= 60]
    for cle, form in ENTREES.items():
        good = [i for i, before in over if in_time(faits, form, i, before)]
        value = found.valeur(cle)
        assert (value.valeur, value.base, value.nr) == (
            len(good), len(over), len(begun) - len(over),
        )  # fmt: skip
        assert value.qui == {i.patient for i in good}


@given(informed(), PERIODES_DE_L_ANNEE)
def test_that_information_is_looked_for_person_by_person(faits, periode):
    le, concerned, good = evening(faits, periode), set(), set()
    for patient, personne in faits.les_personnes.items():
        followed = any(
            i.patient == patient and i.debut <= le and (i.fin is None or i.fin >= periode.premier)
            for i in faits.les_inclusions
        )
        met = any(
            a.patient == patient
            and a.issue == "HONORE"
            and a.type not in SANS_ELLE
            and periode.premier <= a.jour <= le
            for a in faits.les_actes
        )
        if followed or met:
            concerned.add(patient)
            if personne.information_remise is not None and personne.information_remise <= le:
                good.add(patient)
    value = ANNUELS["A25"](faits, periode).valeur("information")
    assert (value.valeur, value.base, value.qui) == (len(good), len(concerned), good)


@given(informed(), PERIODES_DE_L_ANNEE)
def test_that_answers_are_looked_for_in_the_latest_entry_fiche_of_each(faits, periode):
    found, le = ANNUELS["A25"](faits, periode), evening(faits, periode)
    for form, items in PRINCIPALES.items():
        latest = {}
        for f in sorted(faits.les_fiches, key=lambda f: (f.jour, f.id)):
            if f.form == form and periode.premier <= f.jour <= le:
                latest[f.patient] = f.answers
        for item in items:
            blank = [
                answers
                for answers in latest.values()
                if item not in answers
                or answers[item] in ("NR", "NON_ABORDE", "")
                or answers[item] == ["NR"]
            ]
            value = found.valeur(f"nr_{item}")
            assert (value.valeur, value.base) == (len(blank), len(latest))
