"""What others keep is counted and named by its author, never opened."""

import pytest

from microstructure_desktop.services import fiches
from microstructure_desktop.services.dossier_complet_lecture import Sources
from microstructure_desktop.services.dossier_complet_reserve import (
    TITRE,
    NoteScellee,
    ReponsesReservees,
    chapitre,
    reserves,
)
from microstructure_desktop.services.versions import Reader
from tests import factories as make
from tests.cabinet import TODAY

from .cases import write
from .scenes import FORM, an_item


@pytest.fixture
def kept(team):
    def tell(patient, office):
        names = {o.membre.id: o.membre.nom_affiche for o in team.offices.values()}
        with office.store.read() as work:
            return reserves(Sources(Reader(office, work, names), patient, frozenset({patient.id})))

    return tell


def test_that_the_notes_and_answers_of_others_are_named(kept, team):
    sophie, psy = team.patient(), team.psychologue
    team.seance(sophie.id, TODAY, note_personnelle="secret")
    opened = fiches.start(psy, sophie.id, FORM)
    answers = {an_item(opened.form, "metier"): "entre nous", "note_privee": "secret"}
    fiches.save(psy, opened, jour=TODAY, answers=answers, complete=False)
    where = "fiche du 19/11/2026"
    assert kept(sophie, team.medecin) == (
        NoteScellee("C. Modèle", "séance du 19/11/2026"),
        NoteScellee("C. Modèle", where),
        ReponsesReservees("C. Modèle", where, 1),
    )
    assert kept(sophie, psy) == ()


def test_that_a_form_that_is_nowhere_says_how_much_it_keeps(kept, team):
    sophie = team.patient()
    lost = make.a_fiche(patient=sophie.id, form="disparue", answers={"a": "x", "b": "y"})
    write(team, "fiches", lost)
    (found,) = kept(sophie, team.medecin)
    assert found.nombre == 2
    assert "questionnaire disparu" in found.phrase


def test_that_the_last_chapter_says_each_kind_and_what_was_taken_out():
    found = [NoteScellee("A", "séance"), ReponsesReservees("B", "fiche", 3)]
    made = chapitre(found, ["2 passages retirés"])
    assert made.titre == TITRE
    assert [e.titre for e in made.entrees] == [
        "Notes personnelles", "Réponses réservées", "Passages retirés",
    ]  # fmt: skip
    assert (
        "3\xa0réponses réservées à la profession de B" in made.entrees[1].parties[0].lignes[0].texte
    )
    (alone,) = chapitre([], []).entrees
    assert alone.titre == ""
