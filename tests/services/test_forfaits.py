"""Everybody's forfaits at a day, counted by hand."""

from datetime import date

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import forfaits
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.forfait_lignes import Groupe
from tests.cabinet import TODAY

from .billing import WHOLE, board, followed
from .cases import oppose


def told(tableau):
    return [x.patient.nom for x in tableau.lignes]


def test_that_the_totals_count_what_is_open_billable_blocked_and_near_its_term(team):
    followed(team, "Albe", done=WHOLE)
    followed(team, "Brun", done=(1, 2, 3), debut=date(2025, 12, 20))
    followed(team, "Cuvier", papers=False)
    found = board(team)
    assert told(found) == ["Albe", "Brun", "Cuvier"]
    assert (found.ouverts.nombre, found.ouverts.centimes) == (3, 248_700)
    assert (found.facturables.nombre, found.facturables.centimes) == (1, 82_900)
    assert found.bloques.nombre == 1
    assert found.a_echeance.nombre == 1
    assert found.disponibles == 8  # 4 sessions and 4 interviews
    assert found.montants == (82_900,)
    assert found.fermes == 0


def test_that_the_capacity_is_counted_by_person(team):
    followed(team, "Albe")
    followed(team, "Brun", programme="MSMA_HORS_FORFAIT")
    (only,) = board(team).capacites
    assert (only.remplissage.inclus, only.remplissage.manque) == (1, 9)
    assert only.remplissage.capacite.maximum == 25


def test_that_a_name_closed_to_the_reader_stays_out_of_the_list_and_in_the_totals(team):
    closed = followed(team, "Albe", done=WHOLE)
    followed(team, "Brun")
    oppose(team, closed)
    doctor = board(team, Role.MEDECIN)
    assert told(doctor) == ["Brun"]
    assert doctor.fermes == 1
    assert doctor.ouverts.nombre == 2
    assert doctor.facturables.nombre == 1
    assert told(board(team)) == ["Albe", "Brun"]


def test_that_nobody_has_a_forfait_under_an_alias(team):
    team.patient("Mistral", "", anonyme=True, programme="MSMA_HORS_FORFAIT")
    assert board(team).lignes == ()


def test_that_what_ended_before_last_year_is_not_looked_at(team):
    followed(team, "Albe", debut=date(2023, 12, 31))
    found = board(team)
    assert [x.decompte.cycle.debut for x in found.lignes] == [
        date(2024, 12, 31),
        date(2025, 12, 31),
    ]
    assert Groupe.CLOS in found.lignes[0].groupes
    assert found.ouverts.nombre == 1


def test_that_it_is_told_as_of_any_day(team):
    followed(team, "Albe", done=(1, 1, 1))
    assert board(team, le=date(2026, 3, 2)).lignes == ()
    (one,) = board(team, le=date(2026, 3, 3)).lignes
    assert [c.faits for c in one.decompte.forfait.compteurs] == [1, 1, 1]


def test_that_the_year_is_forecast_month_by_month(team):
    followed(team, "Albe")  # from 3 March to 2 March
    followed(team, "Brun", debut=date(2025, 6, 10))
    found = forfaits.annee(team.psychologue)
    begun = {m.mois.numero: m.commences for m in found.mois if m.commences}
    ended = {m.mois.numero: m.termines for m in found.mois if m.termines}
    assert (begun, ended) == ({3: 1, 6: 1}, {6: 1})
    assert (found.commences.nombre, found.commences.centimes) == (2, 165_800)
    assert (found.termines.nombre, found.termines.centimes, found.prorata) == (1, 82_900, 82_900)
    later = forfaits.annee(team.psychologue, 2027)
    assert (later.commences.nombre, later.termines.nombre) == (2, 2)
    assert all(m.a_venir for m in later.mois)


def test_that_a_role_without_the_right_reads_nothing(team):
    for role in (Role.PSYCHIATRE, Role.SECRETARIAT):
        with pytest.raises(AccessDenied):
            board(team, role)
        with pytest.raises(AccessDenied):
            forfaits.annee(team[role])


def test_that_it_takes_as_many_queries_for_one_as_for_many(team):
    def queries():
        office, asked = team.psychologue, []
        raw = office.store._raw
        raw.set_trace_callback(asked.append)
        try:
            board(team)
        finally:
            raw.set_trace_callback(None)
        return len(asked)

    followed(team, "Albe", done=(1, 1, 1))
    few = queries()
    for rank in range(12):
        followed(team, f"Brun{rank}", done=WHOLE)
    assert queries() == few
    assert few < 40


def test_that_today_is_the_day_by_default(team):
    assert board(team).le == TODAY
