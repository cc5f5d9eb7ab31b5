"""Figures of the quarter: those of the export and no others, what is held back said."""

from datetime import date

import pytest

from microstructure_desktop.domain.consultation import Issue
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.domain.reunion import Chiffre
from microstructure_desktop.services import envois, indicateurs_reseau
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.indicateurs_reseau import Tableau, chiffres, retenus, tableaux
from tests.cabinet import TODAY
from tests.services.cases import as_role

NBSP = "\u00a0"
LATER = (
    f"Actes d’octobre{NBSP}2026{NBSP}: trop peu de personnes vues, ils se compteront avec un mois "
    "suivant."
)


def seen(team, count, mois, role=Role.PSYCHOLOGUE, start=0):
    people = [team.patient(f"Figurant{start + n}") for n in range(count)]
    for patient in people:
        team.seance(patient.id, date(2026, mois, 8), role)
    return people


def told(found):
    return {(c.code, c.periode): c.valeur for c in found}


def test_that_three_whole_months_are_shown(team):
    seen(team, 6, 9)
    found = told(chiffres(team.psychologue, TODAY))
    assert {periode for _, periode in found} >= {"2026-08", "2026-09", "2026-10"}
    assert "2026-11" not in {periode for _, periode in found}
    assert found["file_active", "2026-09"] == 6
    assert found["forfaits_en_cours", "2026-10"] == 6
    assert found["actes_psychologue", "2026-09"] == 6


def test_that_a_meeting_still_to_come_shows_what_is_over(team):
    assert chiffres(team.psychologue, date(2027, 3, 1)) == chiffres(team.psychologue, TODAY)


@pytest.mark.parametrize(
    ("jour", "le", "other"),
    [
        (TODAY, TODAY, False),
        (date(2026, 11, 30), TODAY, False),
        (date(2026, 10, 31), TODAY, True),
        (date(2026, 12, 10), TODAY, False),
        (date(2026, 12, 10), date(2026, 12, 1), True),
    ],
)
def test_that_figures_inserted_for_another_day_are_known(team, jour, le, other):
    seen(team, 6, 9)
    inserted = chiffres(team.psychologue, TODAY)
    assert indicateurs_reseau.d_un_autre_jour(inserted, jour, le) is other
    assert not indicateurs_reseau.d_un_autre_jour((), jour, le)


def test_that_fewer_than_five_people_are_held_back_and_said(team):
    (first, *_) = seen(team, 4, 9)
    team.seance(first.id, date(2026, 9, 15), issue=Issue.ABSENT_NON_EXCUSE)
    found = chiffres(team.psychologue, TODAY)
    assert told(found)["file_active", "2026-09"] is None
    assert told(found)["cumul_annee", "2026-10"] is None
    assert not [c for c in found if c.code in indicateurs_reseau.ACTES]
    assert f"septembre{NBSP}2026" in retenus(found)[0]
    assert retenus(found)[-1].startswith(f"Actes d’octobre{NBSP}2026{NBSP}:")


def test_that_acts_held_back_come_with_a_later_month(team):
    seen(team, 4, 9)
    seen(team, 2, 10, Role.TRAVAILLEUR_SOCIAL, start=4)
    found = chiffres(team.psychologue, TODAY)
    assert told(found)["actes_psychologue", "2026-09/2026-10"] == 4
    assert told(found)["actes_travailleur_social", "2026-09/2026-10"] == 2
    assert [c.periode for c in found if c.code == "activite"] == ["2026-08"]


def test_that_nothing_is_shown_that_the_export_does_not_hold(team):
    people = seen(team, 5, 9) + seen(team, 3, 10, Role.MEDECIN, start=5)
    team.seance(people[0].id, date(2026, 10, 9), issue=Issue.ABSENT_EXCUSE)
    exported = [envois.depart(team.medecin, Mois(2026, n)).contenu for n in (8, 9, 10)]
    found = chiffres(team.psychologue, TODAY)
    shown = sum(c.valeur for c in found if c.code in indicateurs_reseau.ACTES)
    assert shown == sum(x.nombre for c in exported for x in c.activite)
    vus = [c.valeur for c in found if c.code == "file_active"]
    assert vus == [x.file_active for c in exported for x in c.file_active]


def test_that_the_tables_are_read_month_by_month():
    found = (
        Chiffre("file_active", "2026-09", 12),
        Chiffre("file_active", "2026-10"),
        Chiffre("reunions", "2026-09", 1),
        Chiffre("actes_psychologue", "2026-08/2026-09", 1200),
    )
    mois = ("septembre\u00a02026", "octobre\u00a02026")
    assert tableaux(found) == (
        Tableau(
            "Le trimestre",
            mois,
            (
                ("Personnes vues dans le mois", "12", "retenu"),
                ("Réunions de synthèse", "1", "0"),
            ),
        ),
        Tableau(
            "Actes",
            ("août\u00a02026 à septembre\u00a02026",),
            (("Entretiens du psychologue", "1\u202f200"),),
        ),
    )
    assert tableaux(()) == ()


def test_that_each_thing_held_back_is_a_sentence():
    found = (
        Chiffre("file_active", "2026-09"),
        Chiffre("cumul_annee", "2026-09"),
        Chiffre("activite", "2026-10"),
    )
    assert retenus(found) == (
        "Trop peu de personnes vues pour donner le nombre\u00a0: septembre\u00a02026.",
        LATER,
    )
    assert retenus((Chiffre("file_active", "2026-09", 0),)) == ()


def test_that_the_coordination_sees_them_and_the_secretariat_does_not(team):
    assert chiffres(as_role(team.medecin, Role.COORDINATION), TODAY)
    with pytest.raises(AccessDenied):
        chiffres(team[Role.SECRETARIAT], TODAY)
