"""What a version said is told in words, empty answers left out."""

from datetime import date

import pytest

from microstructure_desktop.domain.formation import Formation
from microstructure_desktop.services.versions import Champ, Reader, rubriques
from tests import factories as make


@pytest.fixture
def told(team):
    office = team.psychologue

    def tell(record):
        with office.store.read() as work:
            reader = Reader(office, work, {office.membre.id: office.membre.nom_affiche})
            return rubriques(reader, record)

    return tell


def test_that_an_episode_says_how_it_ended(told):
    (rubrique,) = told(make.an_inclusion(fin=date(2026, 10, 1), motif_sortie="DECES"))
    labels = [champ.label for champ in rubrique.champs]
    assert Champ("Date de sortie", "01/10/2026") in rubrique.champs
    assert "Date de la demande" not in labels
    assert "Motif de sortie" in labels


def test_that_an_absent_professional_and_an_unknown_form_stop_nothing(told):
    (rubrique,) = told(make.a_fiche(form="disparue"))
    assert [c.label for c in rubrique.champs] == ["Date", "État"]
    (rubrique,) = told(make.a_rendez_vous(entourage=True, precision="La mère"))
    assert Champ("Avec l’entourage", "Oui") in rubrique.champs
    assert Champ("Précision", "La mère") in rubrique.champs


def test_that_a_session_says_its_facts_and_its_answers(told, team):
    (rubrique,) = told(make.a_consultation(evolution=6, membre=team.medecin.membre.id))
    assert Champ("Évolution ressentie", "6 sur 10") in rubrique.champs
    assert Champ("Thèmes abordés", "Anxiété, Sommeil") in rubrique.champs
    assert "Note personnelle" not in [c.label for c in rubrique.champs]


def test_that_a_document_and_a_letter_say_what_they_are(told, team):
    me = team.psychologue.membre
    (rubrique,) = told(make.a_document(ajoute_par=me.id))
    assert Champ("Catégorie", "Résultat d’analyse") in rubrique.champs
    assert Champ("Ajouté par", me.nom_affiche) in rubrique.champs
    (rubrique,) = told(make.a_lettre(accord=date(2026, 11, 17), membre=me.id))
    assert Champ("Accord de la personne le", "17/11/2026") in rubrique.champs
    assert Champ("Texte", "Merci de votre accueil.", identifie=True) in rubrique.champs


def test_that_a_training_says_who_followed_what(told, team):
    me = team.psychologue.membre
    made = Formation("f", me.id, "ADDICTOLOGIE", "Premiers pas", date(2026, 5, 14), heures=7)
    (rubrique,) = told(made)
    assert [(c.label, c.texte) for c in rubrique.champs] == [
        ("Suivie par", me.nom_affiche),
        ("Thème", "Addictologie"),
        ("Intitulé", "Premiers pas"),
        ("Du", "14/05/2026"),
        ("Heures", "7"),
    ]


def test_that_other_kinds_have_nothing_to_show(told):
    assert told(make.a_membre()) == ()
