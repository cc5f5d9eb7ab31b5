"""What a person said is read in the order of the days."""

from datetime import date

from microstructure_desktop.domain.declaration import BrisDeGlace, Declaration, Objet
from microstructure_desktop.domain.equipe import Role
from tests import factories as make


def test_that_words_follow_their_days(store):
    later = Declaration("d1", make.PATIENT, Objet.PARTAGE, False, date(2026, 9, 1), make.AUTHOR)
    first = Declaration(
        "d2", make.PATIENT, Objet.PARTAGE, True, date(2026, 3, 1), make.AUTHOR, None, Role.MEDECIN
    )
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.declarations.save(later)
        work.declarations.save(first)
        assert work.declarations.of(make.PATIENT) == [first, later]


def test_that_passing_over_an_objection_leaves_its_reason(store):
    made = BrisDeGlace("b", make.PATIENT, make.AUTHOR, make.NOW, "Urgence vitale")
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.bris_de_glace.save(made)
        assert work.bris_de_glace.of(make.PATIENT) == [made]
