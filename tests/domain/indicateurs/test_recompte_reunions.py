"""Time held, meetings and trainings of random cabinets, counted again one by one."""

from dataclasses import replace
from datetime import time
from fractions import Fraction
from math import floor

from hypothesis import given
from hypothesis import strategies as st

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.formation import Formation
from microstructure_desktop.domain.ids import new_id
from microstructure_desktop.domain.indicateurs.tous import ANNUELS, MENSUELS
from microstructure_desktop.domain.reunion import Reunion, TypeReunion
from microstructure_desktop.domain.synthese import Decision, Etat, Motif, Situation, TypeDecision
from tests import factories as make

from .cabinets import MEMBRES, PERIODES_DE_L_ANNEE, PERIODES_DU_MOIS, cabinets, jours

SANS_ELLE = ["ENTRETIEN_ENTOURAGE", "DEMARCHE_SANS_PATIENT", "AVIS_PSYCHIATRE_EQUIPE"]
SECRETAIRE = make.a_membre(id="accueil", role=Role.SECRETARIAT)
EQUIPE = {**MEMBRES, SECRETAIRE.id: SECRETAIRE}
PRESENTS = st.lists(st.sampled_from([*sorted(EQUIPE), "parti"]), max_size=5).map(tuple)
HEURES = st.sampled_from([None, time(12, 50), time(13, 1), time(14), time(14, 37)])
ETATS = st.sampled_from([Etat.CLOSE, Etat.CLOSE, Etat.CLOSE, Etat.EN_COURS, Etat.PREPAREE])
TYPES = st.sampled_from([None, *TypeDecision])


@st.composite
def situations(draw, patients):
    return tuple(
        Situation(
            patient,
            Motif.AJOUT,
            decisions=tuple(Decision(new_id(), "x", type=t) for t in draw(st.lists(TYPES))),
            vue=draw(st.sampled_from([True, True, False])),
        )
        for patient in draw(st.lists(st.sampled_from(patients), unique=True))
    )


@st.composite
def meeting(draw):
    """Nobody, or people of the cabinet or not: who was discussed may never have been met."""
    return make.a_synthese(
        id=new_id(),
        jour=draw(jours()),
        debut=time(13),
        fin=draw(HEURES),
        pause_secondes=draw(st.sampled_from([0, 0, 29, 30, 600])),
        etat=draw(ETATS),
        presents=draw(PRESENTS),
        situations=draw(situations(["p0", "p1", "p2", "ailleurs"])),
    )


OTHERS = st.builds(
    lambda kind, jour, fin, etat, membres: Reunion(
        new_id(), kind, jour, time(13), fin, "", etat, membres
    ),
    st.sampled_from(TypeReunion), jours(), HEURES, ETATS, PRESENTS,
)  # fmt: skip
TRAININGS = st.builds(
    lambda membre, du, heures: Formation(new_id(), membre, "RPIB", "x", du, heures=heures),
    st.sampled_from(sorted(EQUIPE)), jours(), st.sampled_from([None, 3, 7]),
)  # fmt: skip


@st.composite
def busy(draw):
    return replace(
        draw(cabinets()),
        membres=EQUIPE,
        les_syntheses=draw(st.lists(meeting(), max_size=10)),
        les_reunions=draw(st.lists(OTHERS, max_size=10)),
        les_formations=draw(st.lists(TRAININGS, max_size=8)),
    )


def inside(faits, periode, day):
    return periode.premier <= day <= periode.dernier and day <= faits.le


def held(faits, periode, meetings):
    return [m for m in meetings if m.etat == "close" and inside(faits, periode, m.jour)]


def lasted(meeting):
    """To the minute, half a minute up; a meeting that ends before it began lasted nothing."""
    if meeting.fin is None:
        return 0
    seconds = (meeting.fin.hour - 13) * 3600 + meeting.fin.minute * 60
    seconds -= getattr(meeting, "pause_secondes", 0)
    return max(0, floor(Fraction(seconds, 60) + Fraction(1, 2)))


def kept(faits, periode, role):
    return [
        a
        for a in faits.les_actes
        if a.role == role and a.issue == "HONORE" and inside(faits, periode, a.jour)
    ]


def time_of(actes):
    """A group, noted for each person who was there, once."""
    total, groups = 0, []
    for a in actes:
        group = (a.jour, a.lieu, a.duree)
        if a.type == "GROUPE" and group in groups:
            continue
        groups += [group] if a.type == "GROUPE" else []
        total += a.duree
    return total


def figures(result):
    return {v.cle: v.valeur for v in result.valeurs if v.valeur}


def said(counts):
    return {cle: n for cle, n in counts.items() if n}


def days(periode):
    return (periode.dernier - periode.premier).days + 1


def with_psychiatrist(there):
    """Two of them are there at once: the time is that of the meeting."""
    return any(m in EQUIPE and EQUIPE[m].role == "psychiatre" for m in there)


@given(busy(), PERIODES_DU_MOIS)
def test_that_time_held_is_that_of_each_act_and_meeting(faits, periode):
    """Two hours a month for the psychiatrist, three a week for the others."""
    actes = kept(faits, periode, "psychiatre")
    together = sum(
        lasted(m) * with_psychiatrist(m.presents) for m in held(faits, periode, faits.les_syntheses)
    )
    together += sum(
        lasted(m) * with_psychiatrist(m.membres)
        for m in held(faits, periode, faits.les_reunions)
        if m.type != "trimestrielle"
    )
    met = {a.patient for a in actes if a.type not in SANS_ELLE}
    found = MENSUELS["M08"](faits, periode)
    assert figures(found) == said(
        {
            "": time_of(actes) + together,
            "actes": time_of(actes),
            "reunions": together,
            "attendu": 120,
            "patients": len(met),
            "avis": sum(a.type == "AVIS_PSYCHIATRE_EQUIPE" for a in actes),
        }
    )
    assert found.valeur("patients").qui == met
    expected = floor(Fraction(180 * days(periode), 7) + Fraction(1, 2))
    others = {}
    for role in ("psychologue", "travailleur_social"):
        others[role] = time_of(kept(faits, periode, role))
        others[f"{role}_attendu"] = expected
    assert figures(MENSUELS["M09"](faits, periode)) == said(others)


@given(busy(), PERIODES_DU_MOIS)
def test_that_a_month_of_meetings_is_each_of_them(faits, periode):
    tenues = held(faits, periode, faits.les_syntheses)
    seen = [s for m in tenues for s in m.situations if s.vue]
    said_of = [d.type for s in seen for d in s.decisions]
    dates = sorted(m.jour for m in tenues)
    there = [EQUIPE[p].role for m in tenues for p in set(m.presents) if p in EQUIPE]
    found = MENSUELS["M10"](faits, periode)
    assert figures(found) == said(
        {
            "": len(tenues),
            **{f"jour_{n}": day.day for n, day in enumerate(dates, start=1)},
            "duree": sum(map(lasted, tenues)),
            **{role: there.count(role) for role in set(there)},
            "situations": len({s.patient for s in seen}),
            **{code: said_of.count(code) for code in set(said_of) if code},
            "decisions_sans_code": said_of.count(None),
        }
    )
    assert found.valeur("situations").qui == {s.patient for s in seen}


@given(busy(), PERIODES_DE_L_ANNEE)
def test_that_a_year_of_meetings_is_each_of_them(faits, periode):
    tenues = held(faits, periode, faits.les_syntheses)
    timed = [lasted(m) for m in tenues if lasted(m)]
    by_meeting = [{s.patient for s in m.situations if s.vue} for m in tenues]
    active = {
        a.patient for role in Role for a in kept(faits, periode, role) if a.type not in SANS_ELLE
    }
    discussed = {p for people in by_meeting for p in people} & active
    found = ANNUELS["A23"](faits, periode)
    assert figures(found) == said(
        {
            "": len(tenues),
            "duree": floor(Fraction(sum(timed), len(timed)) + Fraction(1, 2)) if timed else 0,
            "situations_par_reunion": (
                floor(Fraction(10 * sum(map(len, by_meeting)), len(tenues)) + Fraction(1, 2))
                if tenues
                else 0
            ),
            "evoques": len(discussed),
        }
    )
    evoques = found.valeur("evoques")
    assert (evoques.base, evoques.qui) == (len(active), discussed)


@given(busy(), PERIODES_DE_L_ANNEE)
def test_that_a_year_of_other_meetings_and_trainings_is_each_of_them(faits, periode):
    tenues = held(faits, periode, faits.les_reunions)
    followed = [f for f in faits.les_formations if inside(faits, periode, f.du)]
    kinds = [m.type for m in tenues]
    assert figures(ANNUELS["A24"](faits, periode)) == said(
        {
            **{kind: kinds.count(kind) for kind in kinds},
            "duree": sum(map(lasted, tenues)),
            "formations": len(followed),
            "heures": sum(f.heures or 0 for f in followed),
            "formes": len({f.membre for f in followed}),
        }
    )
