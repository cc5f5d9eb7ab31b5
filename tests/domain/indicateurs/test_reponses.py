"""Answers are read by the questions and the professions that a name stands for."""

from datetime import date

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.indicateurs.reponses import Origine, Reponses

SOCIAL = frozenset({Role.TRAVAILLEUR_SOCIAL})


def dit(metier=Role.TRAVAILLEUR_SOCIAL, **answers):
    return Reponses("a", date(2026, 1, 1), metier, "entree", answers)


def test_that_each_choice_of_several_is_told_apart():
    asked = Origine(("risque", "urgence"), SOCIAL)
    assert asked.dites(dit(urgence=["A", "B"], risque="C", autre="D")) == ["C", "A", "B"]
    assert asked.dites(dit(risque=None)) == []


def test_that_another_profession_asking_the_same_is_not_read():
    asked = Origine(("logement",), SOCIAL)
    assert asked.dites(dit(Role.MEDECIN, logement="SDF")) == []
    assert asked.rangs(dit(None, logement_1="SDF")) == {}
    assert Origine(("logement",), frozenset({None})).dites(dit(None, logement="SDF")) == ["SDF"]


def test_that_rows_are_read_by_their_rank_whatever_their_number():
    asked = Origine(("demarche",), SOCIAL)
    rows = dit(demarche_10="B", demarche_2="A", demarche_etat_2="X", demarche_0="Y", demarche_x="Z")
    assert list(asked.rangs(rows).items()) == [(2, "A"), (10, "B")]
    assert asked.rangs(dit(demarche="A")) == {0: "A"}
