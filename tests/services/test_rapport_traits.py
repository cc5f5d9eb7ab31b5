"""Traits of a year's people: by groups large enough, entered once, the same for ever."""

from datetime import date

import pytest

from microstructure_desktop.domain.diffusion import Effectif, Population
from microstructure_desktop.domain.divulgation import Canal, Divulgation
from microstructure_desktop.domain.ids import new_id
from microstructure_desktop.domain.patient import Sexe
from microstructure_desktop.services import rapport_sorties, rapport_traits
from microstructure_desktop.services.faits import FaitsDuCabinet
from tests.cabinet import TODAY
from tests.reports.reading import plain

from .cases import write
from .rapport_foule import corrected, crowd
from .rapport_scene import objects


def found(team, annee=2025):
    office = team.medecin
    with office.store.read() as work:
        return rapport_traits.sorties(work, office, FaitsDuCabinet(work, office), annee)


def entered(team):
    office = team.medecin
    with office.store.begin(office.membre.id, team.clock()) as work:
        faits = FaitsDuCabinet(work, office)
        rapport_sorties.entrer(work, rapport_traits.sorties(work, office, faits, 2025).values())


def test_that_groups_large_enough_are_told_and_the_rest_is_not(team):
    crowd(team)
    sexe = found(team)["sexe"]
    assert sexe.nouvelle
    # Nobody of another sex: the finest levels have an empty group.
    assert sexe.divulgation.niveau == 3
    assert sexe.divulgation.valeurs == (Effectif("F", 12), Effectif("H_AUTRE_NR", 12))
    table = rapport_traits.tableau(sexe, TODAY)
    assert table.colonnes == ("Personnes entrées en 2025",)
    assert table.lignes == (("Femme", "12"), ("Homme, autre ou non renseigné", "12"))
    logement = found(team)["logement"]
    assert (logement.divulgation.niveau, logement.divulgation.valeurs) == (None, ())
    assert rapport_traits.tableau(logement, TODAY) is None
    assert plain(rapport_traits.libelle(logement)).endswith("(personnes entrées)")


def test_that_ten_women_are_too_few(team):
    crowd(team, women=10, men=14)
    assert found(team)["sexe"].divulgation.niveau is None


def test_that_who_objects_to_being_counted_is_not_there(team):
    people = crowd(team)
    objects(team, people[0])
    objects(team, people[12])
    assert found(team)["sexe"].divulgation.valeurs == (
        Effectif("F", 11),
        Effectif("H_AUTRE_NR", 11),
    )


def test_that_what_left_leaves_again_as_it_was(team):
    people = crowd(team)
    entered(team)
    corrected(team, people[0], Sexe.H)
    again = found(team)["sexe"]
    assert not again.nouvelle
    assert again.divulgation.valeurs == (Effectif("F", 12), Effectif("H_AUTRE_NR", 12))


def test_that_smaller_groups_told_to_the_animator_are_told_to_nobody_else(team):
    """Its convention lets it read groups of five; the report is for everybody."""
    crowd(team, women=6, men=18)
    groups = (Effectif("F", 6), Effectif("H_AUTRE_NR", 18))
    said = Divulgation(
        new_id(), TODAY, Canal.EXPORT, Population.ENTRANTS, "2025", "sexe", 3, groups, "ab" * 32
    )
    write(team, "divulgations", said)
    assert "sexe" not in found(team)


def test_that_what_was_told_as_not_given_out_binds_too(team):
    people = crowd(team, women=10, men=14)
    entered(team)
    corrected(team, people[-1], Sexe.F)
    corrected(team, people[-2], Sexe.F)
    assert found(team)["sexe"].divulgation.niveau is None


def test_that_everything_is_entered_once(team):
    crowd(team)
    entered(team)
    entered(team)
    with team.medecin.store.read() as work:
        kept = work.divulgations.all()
    assert {d.variable for d in kept} == set(found(team))
    assert len(kept) == len(found(team))
    assert {d.canal for d in kept} == {Canal.RAPPORT}


def test_that_a_trait_told_of_the_others_is_not_even_named(team):
    crowd(team)
    told = Divulgation(
        new_id(), date(2024, 2, 1), Canal.EXPORT, Population.SORTANTS, "2023", "sexe", None, ()
    )
    write(team, "divulgations", told)
    assert "sexe" not in found(team)


@pytest.mark.parametrize("annee", [2026, 2027])
def test_that_a_year_that_is_not_over_gives_nothing(team, annee):
    assert found(team, annee) == {}
