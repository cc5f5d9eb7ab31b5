"""Figures of meetings and trainings, counted by hand, then again slowly on any year."""

from dataclasses import replace
from datetime import date, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from microstructure_desktop.domain.bilan_reunions import A24, M10, a23, a24, m10, minutes
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.formation import Formation
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.domain.reunion import Reunion, TypeReunion
from microstructure_desktop.domain.synthese import Decision, Etat, Motif, Situation, TypeDecision
from tests import factories as make

MEMBRES = {
    "mg": make.a_membre(id="mg", role=Role.MEDECIN),
    "mg2": make.a_membre(id="mg2", role=Role.MEDECIN),
    "psy": make.a_membre(id="psy", role=Role.PSYCHOLOGUE),
}


def situation(patient, *types, vue=True):
    decisions = tuple(Decision(f"d{n}", "Appeler", type=t) for n, t in enumerate(types))
    return Situation(patient, Motif.AJOUT, decisions=decisions, vue=vue)


def held(jour, *situations, presents=("mg", "psy"), fin=time(14), etat=Etat.CLOSE):
    return make.a_synthese(
        jour=jour, debut=time(13), fin=fin, presents=presents, situations=situations, etat=etat
    )


# Two meetings in October: 60 and 45 minutes; one in November that nobody closed; one in 2025.
YEAR = (
    held(date(2025, 10, 2), situation("z")),
    held(
        date(2026, 10, 1),
        situation("a", TypeDecision.VAD, None),
        situation("b"),
        situation("c", TypeDecision.VAD, vue=False),
        presents=("mg", "mg2", "psy", "psy"),
    ),
    held(
        date(2026, 10, 29),
        situation("b", TypeDecision.VAD, TypeDecision.SORTIE),
        fin=time(13, 45),
        presents=("psy",),
    ),
    held(date(2026, 11, 26), situation("d"), etat=Etat.EN_COURS),
)
OCTOBER = Mois(2026, 10)


def test_that_a_month_says_when_how_long_with_whom_about_whom():
    assert m10(YEAR, MEMBRES, OCTOBER) == M10(
        jours=(date(2026, 10, 1), date(2026, 10, 29)),
        minutes=105,
        participants={Role.MEDECIN: 2, Role.PSYCHOLOGUE: 2},
        evoques=frozenset("ab"),
        decisions={TypeDecision.VAD: 2, TypeDecision.SORTIE: 1, None: 1},
    )
    assert m10(YEAR, MEMBRES, OCTOBER).tenue


def test_that_a_meeting_not_closed_was_not_held():
    empty = m10(YEAR, MEMBRES, Mois(2026, 11))
    assert not empty.tenue
    assert (empty.minutes, empty.patients) == (0, 0)


def test_that_a_member_who_is_not_known_any_more_is_not_counted_under_a_profession():
    gone = replace(YEAR[2], presents=("psy", "parti"))
    assert m10([gone], MEMBRES, OCTOBER).participants == {Role.PSYCHOLOGUE: 1}


def test_that_a_year_counts_meetings_their_length_and_who_was_discussed():
    # (60 + 45) / 2 = 52.5 → 53 min; (2 + 1) / 2 = 1.5 people; a and b of a, b, e.
    found = a23(YEAR, frozenset("abe"), 2026)
    assert (found.reunions, found.duree_moyenne, found.patients_dixiemes) == (2, 53, 15)
    assert (found.evoques, found.file_active, found.part) == (2, 3, None)


def test_that_pauses_are_not_counted_in_a_month_nor_in_a_mean():
    # 60 and 45 minutes, less a pause of 10 in the first: 95 in the month, 47.5 → 48 in the mean.
    paused = (replace(YEAR[1], pause_secondes=600), YEAR[2])
    assert m10(paused, MEMBRES, OCTOBER).minutes == 95
    assert a23(paused, frozenset(), 2026).duree_moyenne == 48


def test_that_a_percentage_waits_for_ten_people():
    # 2 of 10 is 20 %; 2 of 16 is 12.5, said 13 %.
    assert a23(YEAR, frozenset("abefghijkl"), 2026).part == 20
    assert a23(YEAR, frozenset("abefghijklmnopqr"), 2026).part == 13


def test_that_a_meeting_without_an_end_has_no_length():
    unknown = replace(YEAR[1], fin=None)
    assert a23([unknown], frozenset(), 2026).duree_moyenne is None
    assert a23([unknown, YEAR[2]], frozenset(), 2026).duree_moyenne == 45


def test_that_a_year_without_a_meeting_has_no_mean():
    found = a23(YEAR, frozenset("ab"), 2024)
    assert (found.reunions, found.duree_moyenne, found.patients_dixiemes) == (0, None, None)
    assert found.evoques == 0


def reunion(kind, jour, fin=time(16), etat=Etat.CLOSE, debut=time(14)):
    return Reunion(f"{kind}{jour}", kind, jour, debut, fin, etat=etat)


def formation(membre, du, heures=None):
    return Formation(f"{membre}{du}", membre, "CONCEPT", "Premiers pas", du, heures=heures)


def test_that_a_year_counts_other_meetings_by_type_and_trainings_by_who_followed_them():
    reunions = (
        reunion(TypeReunion.TRIMESTRIELLE, date(2026, 3, 10)),
        reunion(TypeReunion.TRIMESTRIELLE, date(2026, 6, 9), fin=time(15, 30)),
        reunion(TypeReunion.TRIMESTRIELLE, date(2026, 9, 8), etat=Etat.PREPAREE),
        reunion(TypeReunion.CRISE, date(2026, 9, 9), fin=None),
        reunion(TypeReunion.CRISE, date(2025, 12, 31)),
    )
    formations = (
        formation("mg", date(2026, 1, 1), 7),
        formation("mg", date(2026, 5, 1)),
        formation("psy", date(2026, 1, 1), 7),
        formation("ts", date(2025, 12, 31), 3),
    )
    found = a24(reunions, formations, 2026)
    counted = {TypeReunion.TRIMESTRIELLE: 2, TypeReunion.CRISE: 1}
    assert found == A24(counted, minutes=210, formations=3, heures=14, formes=2)
    assert found.trimestrielles == 2
    assert a24((), (), 2026).trimestrielles == 0


def test_that_a_meeting_may_pass_midnight_but_not_last_a_night():
    late = reunion(TypeReunion.CRISE, date(2026, 1, 1), debut=time(22), fin=time(0, 30))
    assert minutes(late) == 150
    assert minutes(reunion(TypeReunion.AUTRE, date(2026, 1, 1), fin=time(13))) == 0


# --- counted again, one thing after the other ----------------------------------------------

DAYS = st.integers(0, 760).map(lambda n: date(2025, 1, 1) + timedelta(days=n))
PATIENTS = st.sampled_from("abcdefghijklmn")
SITUATIONS = st.lists(st.builds(situation, PATIENTS, vue=st.booleans()), max_size=5)
ENDS = st.none() | st.times(time(12), time(23)).map(lambda t: t.replace(second=0, microsecond=0))


@st.composite
def meetings(draw):
    found = []
    for _ in range(draw(st.integers(0, 6))):
        etat = draw(st.sampled_from(list(Etat)))
        found.append(held(draw(DAYS), *draw(SITUATIONS), fin=draw(ENDS), etat=etat))
    return found


@given(meetings(), st.frozensets(PATIENTS), st.sampled_from([2025, 2026]))
def test_that_a_slow_count_of_a_year_agrees(syntheses, actifs, annee):
    count = people = seen = total = timed = 0
    for s in syntheses:
        if s.etat is not Etat.CLOSE or s.jour.year != annee:
            continue
        count += 1
        people += len({x.patient for x in s.situations if x.vue})
        if s.fin is not None and s.fin > s.debut:
            timed += 1
            total += (s.fin.hour - s.debut.hour) * 60 + s.fin.minute - s.debut.minute
    for p in actifs:
        closed = (s for s in syntheses if s.etat is Etat.CLOSE and s.jour.year == annee)
        seen += any(x.patient == p and x.vue for s in closed for x in s.situations)
    found = a23(syntheses, actifs, annee)
    assert (found.reunions, found.evoques, found.file_active) == (count, seen, len(actifs))
    if timed:
        assert abs(found.duree_moyenne - total / timed) <= 0.5
    if count:
        assert abs(found.patients_dixiemes - 10 * people / count) <= 0.5
    if len(actifs) >= 10:
        assert abs(found.part - 100 * seen / len(actifs)) <= 0.5


@given(meetings(), st.sampled_from([2025, 2026]))
def test_that_the_months_of_a_year_make_the_year(syntheses, annee):
    months = [m10(syntheses, MEMBRES, Mois(annee, n)) for n in range(1, 13)]
    whole = a23(syntheses, frozenset(), annee)
    assert sum(len(m.jours) for m in months) == whole.reunions
    assert sum(m.minutes for m in months) == sum(
        max(0, (s.fin.hour - 13) * 60 + s.fin.minute)
        for s in syntheses
        if s.close and s.jour.year == annee and s.fin
    )
