"""Lists for screens and reports say what the records say."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from microstructure_desktop.domain.consultation import Issue, TypeActe
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.store.queries import _NAMED, ActRow, PatientRow
from tests import factories as make
from tests.cabinet import TODAY


@pytest.fixture
def three(store):
    with store.begin(make.AUTHOR, make.NOW) as work:
        garnier = work.patients.add(make.a_patient())
        diallo = work.patients.add(
            make.a_patient(nom="Diallo", prenom="Mamadou", naissance=date(1990, 12, 31))
        )
        work.patients.add(make.a_patient(nom="d’Œuvre", prenom="Zoé", telephone=""))
        for debut, fin, programme in [
            (date(2025, 1, 6), date(2025, 6, 30), "MSMA"),
            (date(2026, 2, 2), None, "COVID_SM"),
        ]:
            work.inclusions.save(
                make.an_inclusion(patient=garnier.id, debut=debut, fin=fin, programme=programme)
            )
        for kind in (
            TypeActe.ENTRETIEN_ENTOURAGE,
            TypeActe.DEMARCHE_SANS_PATIENT,
            TypeActe.AVIS_PSYCHIATRE_EQUIPE,
        ):
            work.consultations.save(
                make.a_consultation(patient=garnier.id, jour=date(2026, 11, 2), type=kind)
            )
        for day, issue in [(1, Issue.HONORE), (8, Issue.HONORE), (15, Issue.ABSENT_EXCUSE)]:
            work.consultations.save(
                make.a_consultation(patient=garnier.id, jour=date(2026, 10, day), issue=issue)
            )
    return garnier, diallo


def test_that_a_line_shows_the_latest_inclusion_and_the_last_kept_act(store, three):
    garnier, _ = three
    with store.read() as work:
        rows = {row.id: row for row in work.queries.patients()}
    assert rows[garnier.id] == PatientRow(
        id=garnier.id,
        numero=1,
        nom="Garnier",
        prenom="Éloïse",
        naissance=date(1984, 3, 7),
        sexe="F",
        inclus_le=date(2026, 2, 2),
        sorti_le=None,
        dernier_acte=date(2026, 10, 8),
        programme="COVID_SM",
    )


def test_that_a_patient_never_included_has_empty_dates(store, three):
    _, diallo = three
    with store.read() as work:
        row = next(r for r in work.queries.patients() if r.id == diallo.id)
    assert (row.inclus_le, row.sorti_le, row.dernier_acte, row.programme) == (None,) * 4


def test_that_patients_are_listed_by_name(store, three):
    with store.read() as work:
        names = [row.nom for row in work.queries.patients()]
    assert names == ["d’Œuvre", "Diallo", "Garnier"]


def test_that_activity_lists_every_act_of_the_period(store, three):
    garnier, _ = three
    with store.read() as work:
        rows = work.queries.activity(date(2026, 10, 8), date(2026, 10, 15))
    assert rows == [
        ActRow(
            date(2026, 10, day),
            garnier.id,
            Role.PSYCHOLOGUE,
            TypeActe.CONS_PSY,
            "CABINET",
            issue,
            45,
        )
        for day, issue in [(8, Issue.HONORE), (15, Issue.ABSENT_EXCUSE)]
    ]
    assert [row.honoree for row in rows] == [True, False]
    assert not rows[0].entourage
    assert not rows[0].sans_patient
    with store.read() as work:
        later = work.queries.activity(date(2026, 11, 2), date(2026, 11, 2))
    assert sorted(row.entourage for row in later) == [False, False, True]
    assert all(row.sans_patient for row in later)


def test_that_the_first_act_starts_the_history_of_the_cabinet(store, three):
    with store.read() as work:
        assert work.queries.first_act() == date(2026, 10, 1)


def test_that_a_new_cabinet_has_no_first_act(store):
    with store.read() as work:
        assert work.queries.first_act() is None


def test_that_the_last_kept_act_ignores_absences_and_work_without_them(store, three):
    garnier, _ = three
    with store.read() as work:
        last = work.queries.last_kept_acts_of([p.id for p in three], date.max)
        assert last == {garnier.id: date(2026, 10, 8)}


def test_that_somebody_met_at_home_or_by_telephone_was_met(store, three):
    garnier, diallo = three
    with store.begin(make.AUTHOR, make.NOW) as work:
        for patient, kind in ((garnier, TypeActe.VAD), (diallo, TypeActe.CONTACT_TEL)):
            work.consultations.save(
                make.a_consultation(patient=patient.id, jour=date(2026, 11, 9), type=kind)
            )
    met = dict.fromkeys((garnier.id, diallo.id), date(2026, 11, 9))
    with store.read() as work:
        assert work.queries.last_kept_acts_of(met, date.max) == met
        assert work.queries.people_met(date(2026, 11, 9), date(2026, 11, 9)) == 2


def test_that_people_met_are_counted_once_and_work_without_them_is_not(store, three):
    october, november = (date(2026, 10, 1), date(2026, 10, 31)), (date(2026, 11, 2),) * 2
    with store.read() as work:
        assert work.queries.people_met(*october) == 1
        assert work.queries.people_met(*november) == 0


def test_that_the_first_and_last_days_of_some_people_are_those_they_were_met(store, three):
    garnier, diallo = three
    with store.read() as work:
        both = [garnier.id, diallo.id]
        assert work.queries.first_kept_acts_of(both) == {garnier.id: date(2026, 10, 1)}
        assert work.queries.last_kept_acts_of(both, date(2026, 12, 31)) == {
            garnier.id: date(2026, 10, 8)
        }
        assert work.queries.last_kept_acts_of(both, date(2026, 10, 7)) == {
            garnier.id: date(2026, 10, 1)
        }
        assert work.queries.last_kept_acts_of([], date(2026, 12, 31)) == {}


def test_that_the_first_day_is_that_of_one_profession_or_of_a_relative(store, three):
    garnier, diallo = three
    both = [garnier.id, diallo.id]
    with store.begin(make.AUTHOR, make.NOW) as work:
        for jour, changes in (
            (date(2026, 10, 3), {"role": Role.MEDECIN, "type": TypeActe.CONS_MG}),
            (date(2026, 9, 1), {"role": Role.MEDECIN, "type": TypeActe.ENTRETIEN_ENTOURAGE}),
            (date(2026, 8, 1), {"type": TypeActe.ENTRETIEN_ENTOURAGE, "issue": Issue.REPORTE}),
        ):
            work.consultations.save(make.a_consultation(patient=garnier.id, jour=jour, **changes))
    with store.read() as work:
        asked = work.queries
        assert asked.first_kept_acts_of(both, Role.MEDECIN) == {garnier.id: date(2026, 10, 3)}
        assert asked.first_kept_acts_of(both, Role.PSYCHIATRE) == {}
        assert asked.first_relatives_acts_of(both) == {garnier.id: date(2026, 9, 1)}


def test_that_somebody_is_registered_once_however_often_corrected(store, three):
    garnier, _ = three
    later = make.NOW + timedelta(days=40)
    with store.begin(make.AUTHOR, later) as work:
        work.patients.save(replace(garnier, telephone=""))
    with store.read() as work:
        assert work.queries.registered([garnier.id, "unknown"]) == {garnier.id: make.NOW}


def test_that_acts_are_asked_for_by_profession_or_by_name(store, three):
    with store.begin(make.AUTHOR, make.NOW) as work:
        seen = make.a_consultation(
            role=Role.PSYCHIATRE, type=TypeActe.CONS_PSYCHIATRE, jour=date(2026, 9, 1), duree=30
        )
        gone = make.a_consultation(jour=date(2026, 9, 2))
        for act in (seen, gone):
            work.consultations.save(act)
        work.consultations.void(gone.id, "doublon")
        year = date(2026, 1, 1), date(2026, 12, 31)
        (only,) = work.queries.activity_of(Role.PSYCHIATRE, *year)
        assert only == ActRow(
            date(2026, 9, 1),
            make.PATIENT,
            Role.PSYCHIATRE,
            TypeActe.CONS_PSYCHIATRE,
            "CABINET",
            Issue.HONORE,
            30,
        )
        assert work.queries.acts([seen.id, gone.id]) == {seen.id: only}
        assert work.queries.activity_of(Role.PSYCHIATRE, date(2026, 9, 2), year[1]) == []


def test_that_acts_asked_for_by_name_are_found_where_they_were_moved(store, three):
    garnier, diallo = three
    act = make.a_consultation(patient=garnier.id, jour=date(2026, 9, 1))
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.consultations.save(act)
        work.consultations.save(replace(act, patient=diallo.id, jour=date(2026, 9, 3)))
        found = work.queries.acts([act.id, act.id, "unknown"])
        assert [(a.patient, a.jour) for a in found.values()] == [(diallo.id, date(2026, 9, 3))]
        work.consultations.void(act.id, "doublon")
        assert work.queries.acts([act.id]) == {}


def test_that_asking_for_acts_by_name_reads_no_other(store, three):
    """However many there are: each is a step of an index."""
    with store.read() as work:
        plan = work.revisions.run(f"explain query plan {_NAMED}", "[]")
    assert [line for *_, line in plan if line.startswith("SCAN") and " q " not in line] == []


def test_that_the_acts_of_one_person_are_theirs_alone_in_order(store, three):
    garnier, diallo = three
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.consultations.save(make.a_consultation(patient=diallo.id, jour=date(2026, 10, 2)))
    with store.read() as work:
        found = work.queries.acts_of(garnier.id)
        assert [a.jour for a in found] == [date(2026, 10, d) for d in (1, 8, 15)] + [
            date(2026, 11, 2)
        ] * 3
        assert {a.patient for a in found} == {garnier.id}


def test_that_the_professionals_of_a_period_are_those_of_its_consultations(store):
    with store.begin(make.AUTHOR, make.NOW) as work:
        for membre, jour in (("b", date(2025, 12, 31)), ("a", date(2026, 1, 1)), ("a", TODAY)):
            work.consultations.save(make.a_consultation(membre=membre, jour=jour))
        found = work.queries.professionals(date(2026, 1, 1), date(2026, 12, 31))
    assert found == {"a"}
