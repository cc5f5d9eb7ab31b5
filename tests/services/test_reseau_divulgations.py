"""What the network was told is in the ledger, and months counted together there stay so."""

from dataclasses import replace
from datetime import date

from microstructure_desktop.domain.divulgation import Canal
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.domain.reunion import Chiffre, Point, TypeReunion
from microstructure_desktop.services import (
    autres_reunions,
    envois,
    envois_divulgations,
    indicateurs_reseau,
    rapport_registre,
)
from tests.cabinet import TODAY

from .mois import agreed, crowded

SEPTEMBRE, OCTOBRE = Mois(2026, 9), Mois(2026, 10)


def met(team, chiffres):
    """A quarterly meeting at which these figures were shown."""
    office = team.medecin
    made = autres_reunions.creer(office, TypeReunion.TRIMESTRIELLE)
    found = autres_reunions.ouvrir(office, made.id)
    said = replace(found.reunion, jour=TODAY, points=(Point("Divers", "Dit."),), chiffres=chiffres)
    return autres_reunions.close(office, said, found.based_on)


def entries(team):
    with team.medecin.store.read() as work:
        return {(d.variable, d.periode): d for d in work.divulgations.all()}


def test_that_each_period_told_is_entered_as_it_was_told(team):
    met(
        team,
        (
            Chiffre("file_active", "2026-10", 12),
            Chiffre("reunions", "2026-10", 1),
            Chiffre("file_active", "2026-09"),
            Chiffre("actes_psychologue", "2026-09/2026-10", 31),
            Chiffre("activite", "2026-08"),
        ),
    )
    found = entries(team)
    assert set(found) == {
        ("reseau_mois", "2026-10"),
        ("reseau_mois", "2026-09"),
        ("reseau_actes", "2026-09/2026-10"),
        ("reseau_actes", "2026-08"),
    }
    octobre = found["reseau_mois", "2026-10"]
    assert (octobre.canal, octobre.jour, octobre.niveau) == (Canal.STATISTIQUE, TODAY, 1)
    assert octobre.tableau.lignes == (
        ("Personnes vues dans le mois", "12"),
        ("Réunions de synthèse", "1"),
    )
    withheld = found["reseau_mois", "2026-09"]
    assert (withheld.niveau, withheld.tableau) == (None, None)
    assert found["reseau_actes", "2026-08"].tableau is None
    assert {d.periode for d in rapport_registre.departs(team.medecin)} >= {"2026-10", "2026-09"}


def test_that_the_same_figures_told_twice_are_entered_once(team):
    figures = (Chiffre("file_active", "2026-10", 12),)
    met(team, figures)
    met(team, figures)
    with team.medecin.store.read() as work:
        assert len(work.divulgations.all()) == 1


def test_that_a_meeting_without_figures_enters_nothing(team):
    met(team, ())
    assert entries(team) == {}


def test_that_months_told_together_leave_together(team):
    """September alone had too few people: told with October, it is never sealed without it."""
    crowded(team, SEPTEMBRE, count=3)
    crowded(team, OCTOBRE, first=3)
    agreed(team)
    met(team, indicateurs_reseau.chiffres(team.medecin, TODAY))
    with team.medecin.store.read() as work:
        assert envois_divulgations.parties(work) == ((SEPTEMBRE, OCTOBRE),)
    late = team.patient("Tardive")
    for jour in (date(2026, 9, 20), date(2026, 9, 21)):
        team.seance(late.id, jour)
    team.seance(team.patient("Tardif").id, date(2026, 9, 22))
    assert not envois.depart(team.medecin, SEPTEMBRE).contenu.activite
    (row,) = envois.depart(team.medecin, OCTOBRE).contenu.activite
    assert (row.mois, row.nombre) == ("2026-09/2026-10", 12)
