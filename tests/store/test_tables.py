"""What is listed of each record is in a table of that shape, and only there."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from microstructure_desktop.domain.patient import Identite
from microstructure_desktop.store import tables
from tests import factories as make


@pytest.mark.parametrize("kind", tables.KINDS, ids=lambda k: k.name)
def test_that_a_kind_names_the_columns_of_its_table(store, kind):
    columns = [row[1] for row in store._raw.execute(f"pragma table_info({kind.name})")]
    assert sorted(columns) == sorted((*kind.key, "id", "head", *kind.others))


@pytest.mark.parametrize("kind", tables.KINDS, ids=lambda k: k.name)
def test_that_a_table_is_clustered_in_the_order_it_is_read(store, kind):
    info = store._raw.execute(f"pragma table_info({kind.name})").fetchall()
    place = [name for _, name in sorted((row[5], row[1]) for row in info if row[5])]
    assert place == [*kind.key, "id"]


def test_that_a_patient_is_found_by_all_that_identifies_them():
    patient = make.a_patient(numero=7)
    tri, *_, recherche, sons, _ = tables.PATIENT.values(patient)
    assert tri == "garnier eloise"
    assert recherche == " garnier | eloise | | | 0007 07/03/1984 07031984 1984 0611223344 "
    assert sons == " garni | elois | | "


def test_that_the_birth_name_finds_the_person_too():
    identite = Identite("Besançon | née", "Éloïse Marie")
    *_, recherche, sons, _ = tables.PATIENT.values(make.a_patient(identite=identite))
    assert recherche.startswith(" garnier | eloise | besancon nee | eloise marie | ")
    assert sons == " garni | elois | besankon ne | elois mari "


def test_that_the_numbers_of_the_records_joined_to_it_find_a_record():
    *_, recherche, _, _ = tables.PATIENT.values(make.a_patient(numero=7, anciens_numeros=(42,)))
    assert " 0007 0042 " in recherche


def test_that_questions_are_sorted_by_instant_whatever_the_zone():
    paris = timezone(timedelta(hours=2))
    first = make.a_question(posee_le=datetime(2026, 6, 1, 12, 0, tzinfo=paris))
    second = make.a_question(posee_le=datetime(2026, 6, 1, 11, 0, tzinfo=UTC))
    values = [tables.QUESTION.values(q) for q in (second, first)]
    assert sorted(values) == values[::-1]


def test_that_the_activity_of_a_period_is_read_from_an_index_alone(store):
    plan = store._raw.execute(
        "explain query plan select jour, patient, role, type, lieu, issue, duree "
        "from consultation where jour between '2026-01-01' and '2026-01-31' order by jour"
    ).fetchall()
    assert "COVERING INDEX consultation_activity" in plan[0][3]
    assert len(plan) == 1


@pytest.mark.parametrize("kind", [tables.CONSULTATION, tables.FICHE, tables.INCLUSION])
def test_that_the_records_of_a_patient_are_read_in_place(store, kind):
    plan = store._raw.execute(f"explain query plan {kind.of_patient}", ("x",)).fetchall()
    assert "PRIMARY KEY (patient=?)" in plan[0][3]
    assert not [step for step in plan if "B-TREE" in step[3]]


def test_that_a_record_without_an_id_of_its_own_is_the_cabinet():
    assert tables.CABINETS.row(make.a_cabinet(), 3) == ("cabinet", 3)
    assert tables.CABINETS.patient(make.a_cabinet()) is None


def test_that_a_moved_record_changes_place():
    consultation = make.a_consultation(jour=date(2026, 1, 2))
    assert tables.CONSULTATION.place(consultation) == (
        make.PATIENT,
        "2026-01-02",
        "14:30:00",
        consultation.id,
    )
