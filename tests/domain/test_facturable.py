"""What a forfait lacks before it is billed, counted by hand."""

from dataclasses import replace
from datetime import date

import pytest

from microstructure_desktop.domain.consultation import TypeActe
from microstructure_desktop.domain.decompte import tous_les_forfaits
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.facturable import (
    Manque,
    Piece,
    PieceDemandee,
    Pieces,
    ReglesFacturation,
    SeuilActes,
    en_vigueur,
    facturable,
    manques,
)
from microstructure_desktop.services.reference import load
from tests import factories as make

PROGRAMMES = load().programmes
DEBUT = date(2026, 2, 2)
TERME = date(2027, 2, 1)
AFTER = date(2027, 2, 2)
TYPES = {
    Role.MEDECIN: TypeActe.CONS_MG_LONGUE,
    Role.PSYCHOLOGUE: TypeActe.CONS_PSY,
    Role.TRAVAILLEUR_SOCIAL: TypeActe.ENTRETIEN_TS,
}
ALL = Pieces(informee=True, fiches=("entree",))


def asked(piece, **changes):
    return PieceDemandee(piece, bloque=True, source="s", **changes)


def rules(*pieces, avant_terme=True):
    return ReglesFacturation(DEBUT, "s", avant_terme, prorata=False, pieces=pieces)


def counted(medecin=0, psychologue=0, social=0, programme="COVID_SM", fin=None):
    numbers = (medecin, psychologue, social)
    acts = [
        make.a_consultation(role=role, type=TYPES[role], jour=date(2026, 3, 1 + rank))
        for role, number in zip(TYPES, numbers, strict=True)
        for rank in range(number)
    ]
    episode = make.an_inclusion(debut=DEBUT, programme=programme, fin=fin)
    (found, *_) = tous_les_forfaits([episode], PROGRAMMES, acts, le=DEBUT)
    return found


@pytest.mark.parametrize(
    ("seuil", "done", "missing"),
    [
        (SeuilActes.TOUS, (1, 4, 7), [(Role.PSYCHOLOGUE, 2)]),
        (SeuilActes.TOUS, (1, 6, 7), []),
        (
            SeuilActes.UN_PAR_METIER,
            (0, 4, 0),
            [(Role.MEDECIN, 1), (Role.TRAVAILLEUR_SOCIAL, 1)],
        ),
        (SeuilActes.UN_PAR_METIER, (1, 1, 1), []),
        (SeuilActes.UN, (0, 1, 0), []),
        (SeuilActes.UN, (0, 0, 0), [(None, 1)]),
    ],
)
def test_that_the_acts_missing_are_named_once_it_has_ended(seuil, done, missing):
    regles = rules(asked(Piece.ACTES, seuil=seuil))
    one = counted(*done)
    found = manques(one, regles, ALL, AFTER)
    assert [(m.role, m.nombre) for m in found] == missing
    assert facturable(one, regles, found, AFTER) == (not missing)
    assert manques(one, regles, ALL, TERME) == ()


def test_that_a_forfait_without_numbers_needs_one_meeting():
    regles = rules(asked(Piece.ACTES, seuil=SeuilActes.TOUS))
    nobody, met = counted(programme="EQUIPADDICT"), counted(0, 1, programme="EQUIPADDICT")
    assert manques(nobody, regles, ALL, AFTER) == (Manque(Piece.ACTES, True, "s", nombre=1),)
    assert manques(met, regles, ALL, AFTER) == ()
    assert not facturable(met, regles, (), TERME)
    assert facturable(met, regles, (), AFTER)


def test_that_papers_are_awaited_for_their_time():
    regles = rules(
        asked(Piece.INFORMATION, apres_jours=30),
        asked(Piece.FICHE_ENTREE, apres_jours=60, formulaires=("entree", "autre")),
    )
    nothing, one = Pieces(informee=False), counted()

    def told(pieces, le):
        return [(m.piece, m.formulaire) for m in manques(one, regles, pieces, le)]

    assert told(nothing, date(2026, 3, 3)) == []
    assert told(nothing, date(2026, 3, 4)) == [(Piece.INFORMATION, "")]
    both = [(Piece.FICHE_ENTREE, "entree"), (Piece.FICHE_ENTREE, "autre")]
    assert told(nothing, date(2026, 4, 3)) == [(Piece.INFORMATION, ""), *both]
    assert told(ALL, date(2026, 4, 3)) == both[1:]


def test_that_two_forfaits_on_the_same_days_are_said():
    regles = rules(asked(Piece.CHEVAUCHEMENT))
    found = manques(counted(), regles, replace(ALL, chevauche=True), DEBUT)
    assert [m.piece for m in found] == [Piece.CHEVAUCHEMENT]
    assert manques(counted(), regles, ALL, DEBUT) == ()


def test_that_one_whose_acts_are_all_done_is_billed_before_its_term_if_the_rules_say_so():
    whole, partial = counted(1, 6, 7), counted(1, 6, 6)
    assert facturable(whole, rules(), (), TERME)
    assert not facturable(whole, rules(avant_terme=False), (), TERME)
    assert not facturable(partial, rules(), (), TERME)
    assert facturable(partial, rules(), (), AFTER)


def test_that_what_blocks_blocks_and_the_rest_is_only_said():
    blocks, said = Manque(Piece.INFORMATION, True, ""), Manque(Piece.INFORMATION, False, "")
    assert not facturable(counted(), rules(), (said, blocks), AFTER)
    assert facturable(counted(), rules(), (said,), AFTER)


def test_that_an_exit_ends_it():
    left = counted(1, 1, 1, fin=date(2026, 6, 1))
    assert not facturable(left, rules(), (), date(2026, 6, 1))
    assert facturable(left, rules(), (), date(2026, 6, 2))


def test_that_what_pays_nothing_is_not_billed():
    one = counted()
    free = replace(one, forfait=replace(one.forfait, montant_centimes=0))
    assert not facturable(free, rules(), (), AFTER)


def test_that_the_rules_are_those_of_the_day_it_opened():
    old, new = rules(), replace(rules(), depuis=date(2026, 7, 1))
    assert en_vigueur((new, old), date(2026, 6, 30)) is old
    assert en_vigueur((new, old), date(2026, 7, 1)) is new
    assert en_vigueur((new, old), date(2020, 1, 1)) is old


def test_that_another_forfait_of_the_year_is_told_with_its_day():
    rules = ReglesFacturation(DEBUT, "s", True, False, (asked(Piece.MEME_ANNEE),))
    since = date(2025, 9, 1)
    (said,) = manques(counted(), rules, replace(ALL, precedent=since), AFTER)
    assert (said.piece, said.jour) == (Piece.MEME_ANNEE, since)
    assert manques(counted(), rules, ALL, AFTER) == ()
