"""What changed since a forfait was billed, one sentence each."""

from dataclasses import replace
from datetime import date

from microstructure_desktop.domain.consultation import Issue, TypeActe
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services.facturation_ecarts import (
    Ecart,
    GenreEcart,
    ecarts,
    phrase,
)
from microstructure_desktop.store.queries import ActRow
from tests import factories as make

BILLED = make.a_facturation()
NOW = ActRow(
    make.DAY, make.PATIENT, Role.PSYCHOLOGUE, TypeActe.CONS_PSY, "CABINET", Issue.HONORE, 45
)


def found(row, **asked):
    return [e.genre for e in ecarts(BILLED, None, {"acte": row} if row else {}, **asked)]


def test_that_an_act_that_says_the_same_is_no_change():
    assert found(NOW) == []


def test_that_any_part_of_a_proof_that_changed_is_told():
    for changes in (
        {"jour": date(2026, 2, 3)},
        {"duree": 30},
        {"lieu": "DOMICILE"},
        {"type": TypeActe.VAD},
        {"role": Role.MEDECIN},
    ):
        assert found(replace(NOW, **changes)) == [GenreEcart.MODIFIEE]


def test_that_an_act_that_is_no_more_is_told():
    assert found(None) == [GenreEcart.ANNULEE]
    assert found(replace(NOW, issue=Issue.ANNULE_PRO)) == [GenreEcart.ANNULEE]


def test_that_nothing_else_is_told_of_an_inclusion_that_is_no_more():
    assert found(None, existe=False) == [GenreEcart.RETIRE]


def test_that_each_is_a_sentence():
    day = date(2026, 11, 12)
    for genre in GenreEcart:
        said = phrase(Ecart(genre, day, jusqu_a=day))
        assert said.endswith(".")
    assert phrase(Ecart(GenreEcart.MODIFIEE, day)) == "La séance du 12/11/2026 a changé depuis."
    assert phrase(Ecart(GenreEcart.AJOUTEES)) == "1\u00a0séance ajoutée depuis, sans preuve ici."
