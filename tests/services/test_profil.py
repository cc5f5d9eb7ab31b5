"""A closed year's people, joined once: by groups of the convention, entered as they leave."""

from dataclasses import replace

import pytest

from microstructure_desktop.domain.diffusion import Effectif, Population
from microstructure_desktop.domain.divulgation import Canal
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.patient import Sexe
from microstructure_desktop.exchange import bundle
from microstructure_desktop.exchange import profil as tables
from microstructure_desktop.exchange.contents import LigneProfil
from microstructure_desktop.exchange.manifest import Adresse
from microstructure_desktop.services import enrolement, envois, profil
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.convention_lue import NotEnrolled
from microstructure_desktop.services.envois_depart import Situation
from microstructure_desktop.services.profil import ProfilsNotAgreed, YearStillOpen
from microstructure_desktop.services.shipped import shipped
from tests.exchange.keys import DESTINATAIRES
from tests.exchange.month import march
from tests.services.conventions import enrolled, fichier

from .mois import OCTOBRE, crowded, read, sealed
from .mois import agreed as agreed_with_a_reader
from .rapport_foule import corrected, crowd
from .rapport_scene import objects


def agreed(team, **said) -> None:
    enrolled(team.medecin, fichier(profils=True, **said))


def left(team, annee: int = 2025, paquet: str = "ab" * 32) -> None:
    """What sealing does of it."""
    office = team.medecin
    with office.store.begin(office.membre.id, team.clock()) as work:
        profil.entrer(work, profil.lire(work, office, annee), paquet)


def said_of_sex(team) -> tuple[LigneProfil, ...]:
    found = profil.profil(team.medecin, 2025)
    return tuple(row for row in found.entrants if row.variable == "sexe")


def test_that_the_lists_of_the_bundles_are_those_of_the_cabinet():
    regles = shipped().regles
    assert {v.part_max for v in regles.regroupements.values()} == {tables.PART_MAX}
    assert tables.nomenclature() == {
        f"profil_{population}": {
            variable: tuple(tuple(g.code for g in niveau) for niveau in one.niveaux)
            for variable, one in regles.regroupements.items()
            if one.population is population
        }
        for population in (Population.ENTRANTS, Population.SORTANTS)
    }


def test_that_nothing_is_joined_unless_the_convention_says_so(team):
    crowd(team)
    with pytest.raises(NotEnrolled):
        profil.profil(team.medecin, 2025)
    enrolled(team.medecin)
    with pytest.raises(ProfilsNotAgreed):
        profil.profil(team.medecin, 2025)


def test_that_a_year_that_lasts_says_nothing(team):
    agreed(team)
    with pytest.raises(YearStillOpen):
        profil.profil(team.medecin, 2026)


def test_that_groups_large_enough_are_told_and_the_rest_named_here_alone(team):
    agreed(team)
    crowd(team)
    found = profil.profil(team.medecin, 2025)
    assert said_of_sex(team) == (
        LigneProfil(2025, "sexe", 3, "F", 12),
        LigneProfil(2025, "sexe", 3, "H_AUTRE_NR", 12),
    )
    assert found.sortants == ()
    assert "Logement (personnes entrées)" in found.retenues
    assert ("Sexe (personnes entrées)", (("Femme", 12), ("Homme, autre ou non renseigné", 12))) in (
        found.groupes
    )


@pytest.mark.parametrize(("k", "told"), [(5, True), (6, True), (7, False), (11, False)])
def test_that_the_threshold_is_the_convention_s(team, k, told):
    agreed(team, k=k)
    crowd(team, women=6, men=14)
    assert bool(said_of_sex(team)) is told


def test_that_who_objects_to_being_counted_is_not_there(team):
    agreed(team)
    people = crowd(team)
    objects(team, people[0])
    assert [row.n for row in said_of_sex(team)] == [11, 12]


def test_that_what_left_is_entered_with_its_bundle_and_leaves_again_as_it_was(team):
    agreed(team)
    people = crowd(team)
    left(team)
    with team.medecin.store.read() as work:
        (entered,) = [d for d in work.divulgations.all() if d.variable == "sexe"]
    assert (entered.canal, entered.paquet, entered.periode) == (Canal.EXPORT, "ab" * 32, "2025")
    assert entered.valeurs == (Effectif("F", 12), Effectif("H_AUTRE_NR", 12))
    corrected(team, people[0], Sexe.H)
    assert [row.n for row in said_of_sex(team)] == [12, 12]
    left(team, paquet="cd" * 32)
    with team.medecin.store.read() as work:
        assert len([d for d in work.divulgations.all() if d.variable == "sexe"]) == 1


def test_that_what_was_told_as_not_given_out_binds_too(team):
    agreed(team)
    people = crowd(team, women=10, men=14)
    left(team)
    corrected(team, people[-1], Sexe.F)
    assert said_of_sex(team) == ()


def test_that_what_left_under_five_does_not_leave_again_under_eleven(team):
    agreed(team, k=5)
    crowd(team, women=6, men=14)
    left(team)
    enrolement.importer(team.medecin, fichier(2, profils=True, k=11))
    enrolement.confirmer(team.medecin)
    assert said_of_sex(team) == ()


def test_that_a_month_carries_it_whole(team):
    agreed(team)
    crowd(team)
    found = profil.profil(team.medecin, 2025)
    month = replace(march(), mois=march().mois.plus(12))
    moved = {
        name: tuple(replace(x, mois=str(month.mois)) for x in getattr(month, name))
        for name in ("activite", "forfaits", "file_active", "fonctionnement")
    }
    contenu = profil.joint(replace(month, **moved), found)
    made = bundle.build(contenu, Adresse(DESTINATAIRES, "ab" * 32, found.k), sequence=1)
    assert bundle.read(dict(made.files))[1].profil_entrants == found.entrants


def test_that_the_reception_reads_none_of_it(team):
    agreed(team)
    with pytest.raises(AccessDenied):
        profil.profil(team[Role.SECRETARIAT], 2025)
    assert profil.profil(team[Role.PSYCHOLOGUE], 2025).annee == 2025


# --- joined to a month ------------------------------------------------------------------------


@pytest.fixture
def october(team):
    """A month that can be sealed, after a year of which something can be told."""
    crowded(team)
    crowd(team)
    agreed_with_a_reader(team, profils=True)
    return team


def received(team, pli):
    """What the animator reads in it."""
    return read(team, sealed(team, pli.paquet)).contenu


def test_that_nothing_is_joined_that_was_not_chosen(october):
    office = october.medecin
    vu = envois.depart(office, OCTOBRE)
    assert vu.profil is not None
    assert not vu.joint
    pli = envois.sceller(office, OCTOBRE)
    assert received(october, pli).profil_entrants == ()
    with office.store.read() as work:
        assert not [d for d in work.divulgations.all() if d.variable == "sexe"]


def test_that_what_was_chosen_is_sealed_and_entered_at_once(october):
    office = october.medecin
    vu = envois.depart(office, OCTOBRE, profil=True)
    pli = envois.sceller(office, OCTOBRE, profil=True)
    contenu = received(october, pli)
    assert contenu == vu.contenu
    assert [x.n for x in contenu.profil_entrants if x.variable == "sexe"] == [12, 12]
    with office.store.read() as work:
        said = {d.variable: d.paquet for d in work.divulgations.all()}
    assert said["sexe"] == said["mois_profil_entrants"] == pli.paquet
    assert "mois_profil_sortants" not in said


def test_that_the_choice_stays_until_another(october):
    office = october.medecin
    first = envois.sceller(office, OCTOBRE, profil=True)
    again = envois.depart(office, OCTOBRE)
    assert (again.joint, again.situation) == (True, Situation.INCHANGE)
    assert envois.sceller(office, OCTOBRE) == first
    assert envois.depart(office, OCTOBRE, profil=False).situation is Situation.A_CORRIGER
    second = envois.sceller(office, OCTOBRE, profil=False)
    assert received(october, second).profil_entrants == ()
    assert not envois.depart(office, OCTOBRE).joint


def test_that_a_convention_that_asks_no_more_joins_no_more(october):
    office = october.medecin
    envois.sceller(office, OCTOBRE, profil=True)
    enrolement.importer(office, fichier(2))
    enrolement.confirmer(office)
    vu = envois.depart(office, OCTOBRE, profil=True)
    assert (vu.profil, vu.joint, vu.contenu.profil_entrants) == (None, False, ())
