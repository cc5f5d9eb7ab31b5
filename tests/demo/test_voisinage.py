"""The fictional cabinet knows who works around it, and who follows whom."""

from microstructure_desktop.demo import material, voisinage
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import annuaire, intervenants


def test_that_the_directory_is_written_once_and_complete(told):
    office = told[0].offices[Role.PSYCHOLOGUE]
    known = [p.nom for p in annuaire.annuaire(office)]
    assert sorted(known) == sorted(p["nom"] for p in material.load().network["partenaire"])
    assert len(annuaire.chercher(office, "pharmacie")) == 1


def test_that_one_person_in_three_is_followed_by_somebody_else(told):
    # ten people: ranks 0, 3, 6 and 9, each by the pharmacy and another
    story = told[0]
    office = story.offices[Role.MEDECIN]
    followed = [p.rank for p in story.people if intervenants.autour(office, p.id)]
    assert followed == [0, 3, 6, 9]
    others = set()
    for person in story.people:
        types = {a.partenaire.type for a in intervenants.autour(office, person.id)}
        assert not types or "PHARMACIE" in types
        others |= types
    assert len(others) == 5


def test_that_a_partner_is_found_by_its_type(told):
    known = told[0].partenaires
    assert voisinage.of_type(known, "CSAPA").nom.startswith("CSAPA")
