"""What was typed of a record is found, as far as who asks may read it."""

import pytest

from microstructure_desktop.domain.synthese import Decision, Motif, Reprise, Situation
from microstructure_desktop.services import fiches
from microstructure_desktop.services.dossier_complet_libres import libres
from microstructure_desktop.services.versions import Reader
from tests import factories as make
from tests.cabinet import TODAY

from .scenes import an_item


@pytest.fixture
def typed(team):
    def tell(record, office=None):
        who = office or team.medecin
        with who.store.read() as work:
            return libres(Reader(who, work, {}), record)

    return tell


def test_that_each_kind_gives_what_was_typed_in_it(typed, team):
    assert typed(make.a_rendez_vous(precision="La mère")) == ("La mère",)
    assert typed(make.a_question(texte="Et après ?")) == ("Et après ?",)
    assert typed(make.a_document(titre="Bilan")) == ("Bilan",)
    letter = make.a_lettre(objet="Objet", corps="Un long corps", destinataire="")
    assert typed(letter) == ("Un long corps", "Objet")
    assert typed(make.a_patient()) == ()


def test_that_a_personal_note_is_given_to_its_author_alone(typed, team):
    doctor = team.medecin
    sealed = doctor.personal.seal("Pour moi.")
    acte = make.a_consultation(
        membre=doctor.membre.id, note_partagee="Dite.", note_personnelle=sealed
    )
    assert set(typed(acte)) == {"Dite.", "Pour moi."}
    assert typed(acte, team.psychologue) == ("Dite.",)


def test_that_a_meeting_gives_every_column_and_decision(typed):
    said = Decision("d", "Appeler", echeance="bientôt")
    situation = Situation("p", Motif.AJOUT, "Q", "M", "P", "S", (said,))
    again = Reprise("p", Decision("e", "Écrire"), TODAY, note="fait hier")
    found = typed(make.a_synthese(situations=(situation,), reprises=(again,)))
    assert set(found) == {"Q", "M", "P", "S", "Appeler", "bientôt", "Écrire", "fait hier"}


def test_that_a_fiche_gives_the_answers_in_ones_own_words(typed, team):
    psy, sophie = team.psychologue, team.patient()
    opened = fiches.start(psy, sophie.id, "psychologique_suivi")
    trade, shared = an_item(opened.form, "metier"), an_item(opened.form, "equipe")
    made = fiches.save(
        psy, opened, jour=TODAY, answers={trade: "Entre nous", shared: "À tous"}, complete=False
    )
    assert set(typed(made, psy)) == {"Entre nous", "À tous"}
    assert typed(made) == ("À tous",)
    assert typed(make.a_fiche(form="disparue")) == ()
