"""The directory of the cabinet: found as people type, never lost while somebody refers to it."""

from dataclasses import replace

import pytest

from microstructure_desktop.domain.document import Lettre
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import annuaire, intervenants
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.annuaire import PartenaireSaisi
from tests.cabinet import TODAY
from tests.services.cases import write

PHARMACIE = PartenaireSaisi("Pharmacie du Port", "PHARMACIE", "05 61 00 11 22", adresse="Sète")
CSAPA = PartenaireSaisi("Élan", "CSAPA", messagerie="accueil@elan.mssante.fr")


@pytest.fixture
def office(team):
    return team.travailleur_social


def names(found):
    return [p.nom for p in found]


def test_that_partners_are_found_as_people_type(office):
    for saisi in (PHARMACIE, CSAPA, PartenaireSaisi("Maison du port", "LOGEMENT")):
        annuaire.add(office, saisi)
    assert names(annuaire.annuaire(office)) == ["Élan", "Maison du port", "Pharmacie du Port"]
    for typed, found in {
        "port": ["Maison du port", "Pharmacie du Port"],
        "pharmacie": ["Pharmacie du Port"],
        "PORT sete": ["Pharmacie du Port"],
        "elan": ["Élan"],
        "csapa": ["Élan"],
        "0561001": ["Pharmacie du Port"],
        "05.61.00": ["Pharmacie du Port"],
        "+33 5 61": ["Pharmacie du Port"],
        "gare": [],
    }.items():
        assert names(annuaire.chercher(office, typed)) == found, typed


def test_that_a_name_that_begins_so_comes_first(office):
    annuaire.add(office, PartenaireSaisi("Association Portail", "ASSOCIATION"))
    annuaire.add(office, PartenaireSaisi("Portail santé", "AUTRE"))
    assert names(annuaire.chercher(office, "portail")) == ["Portail santé", "Association Portail"]


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("nom", "  ", "Entrez le nom"),
        ("nom", "x" * 121, "120 caractères"),
        ("type", "", "Choisissez"),
        ("type", "AUCUN", "Choisissez"),
        ("telephone", "à demander", "en chiffres"),
        ("messagerie", "accueil", "mssante.fr"),
        ("messagerie", "a b@c.fr", "mssante.fr"),
        ("precision", "x" * 301, "300 caractères"),
    ],
)
def test_that_a_bad_field_is_said(office, field, typed, said):
    saisi = replace(PHARMACIE, **{field: typed})
    assert said in annuaire.problems(saisi, office.reference)[field]
    with pytest.raises(annuaire.PartnerUnusable):
        annuaire.add(office, saisi)
    assert annuaire.annuaire(office) == ()


def test_that_one_partner_has_one_line(office):
    annuaire.add(office, PHARMACIE)
    with pytest.raises(annuaire.PartnerKnown):
        annuaire.add(office, replace(PHARMACIE, nom="pharmacie  du PORT"))
    other = annuaire.add(office, replace(PHARMACIE, type="AUTRE"))
    with pytest.raises(annuaire.PartnerKnown):
        annuaire.edit(office, other.id, PHARMACIE)
    assert annuaire.edit(office, other.id, replace(PHARMACIE, nom="Du quai")).nom == "Du quai"


def test_that_one_nobody_names_is_taken_out(office):
    made = annuaire.add(office, PHARMACIE)
    assert annuaire.retire(office, made.id) is False
    assert annuaire.annuaire(office) == ()


def test_that_one_that_follows_somebody_stays(team, office):
    made = annuaire.add(office, PHARMACIE)
    sophie = team.patient()
    intervenants.add(office, sophie.id, made.id)
    assert annuaire.retire(office, made.id) is True
    assert annuaire.chercher(office, "port") == ()
    assert [p.actif for p in annuaire.annuaire(office)] == [False]
    assert [a.partenaire.nom for a in intervenants.autour(office, sophie.id)] == [made.nom]
    assert annuaire.reprendre(office, made.id).actif


def test_that_one_that_was_written_to_stays(team, office):
    made = annuaire.add(office, PHARMACIE)
    sent = Lettre(
        "l",
        team.patient().id,
        "orientation",
        TODAY,
        office.membre.id,
        "Objet",
        "Corps",
        partenaire=made.id,
    )
    write(team, "lettres", sent)
    assert annuaire.retire(office, made.id) is True


def test_that_a_name_taken_meanwhile_is_not_offered_twice(team, office):
    made = annuaire.add(office, PHARMACIE)
    intervenants.add(office, team.patient().id, made.id)
    annuaire.retire(office, made.id)
    annuaire.add(office, PHARMACIE)
    with pytest.raises(annuaire.PartnerKnown):
        annuaire.reprendre(office, made.id)


def test_that_the_psychiatrist_reads_it_only(team, office):
    made = annuaire.add(office, PHARMACIE)
    psychiatre = team[Role.PSYCHIATRE]
    assert annuaire.annuaire(psychiatre) == (made,)
    for act in (
        lambda: annuaire.add(psychiatre, CSAPA),
        lambda: annuaire.edit(psychiatre, made.id, CSAPA),
        lambda: annuaire.retire(psychiatre, made.id),
        lambda: annuaire.reprendre(psychiatre, made.id),
    ):
        with pytest.raises(AccessDenied):
            act()
