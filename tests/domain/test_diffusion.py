"""What may be published: counted by hand, then against every cabinet that could be behind it."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microstructure_desktop.domain.diffusion import (
    Effectif,
    NonDiffuse,
    Publie,
    Raison,
    Regroupement,
    publier,
)

from .attaquant import failles, regroupement

ABC = regroupement("a b c", "a bc")
QUATRE = regroupement("a b c d", "ab c d", "ab cd")


def publie(niveau: int, **nombres: int) -> Publie:
    return Publie(niveau, tuple(Effectif(*paire) for paire in nombres.items()))


@pytest.mark.parametrize(
    ("comptes", "attendu"),
    [
        ({"a": 11, "b": 11, "c": 11}, publie(1, a=11, b=11, c=11)),
        ({"a": 11, "b": 11, "c": 10}, publie(2, a=11, bc=21)),
        ({"a": 11, "b": 11, "c": 0}, publie(2, a=11, bc=11)),
        ({"a": 11, "b": 11}, publie(2, a=11, bc=11)),
        ({"a": 0, "b": 40, "c": 40}, NonDiffuse(Raison.EFFECTIF)),
        ({"a": 10, "b": 40, "c": 40}, NonDiffuse(Raison.EFFECTIF)),
        ({"a": 99, "b": 5, "c": 6}, publie(2, a=99, bc=11)),
        ({"a": 100, "b": 5, "c": 6}, NonDiffuse(Raison.PART)),
        ({"a": 11, "b": 198, "c": 11}, publie(1, a=11, b=198, c=11)),
        ({"a": 12, "b": 199, "c": 10}, NonDiffuse(Raison.PART)),
        ({}, NonDiffuse(Raison.EFFECTIF)),
    ],
)
def test_that_the_first_level_without_a_small_group_is_published(comptes, attendu):
    # 99 of 110 are 90 %, 100 of 111 more; 209 of 221 are 94.6 %
    assert publier(comptes, ABC, 11) == attendu


def test_that_a_level_in_the_middle_is_published():
    comptes = {"a": 3, "b": 8, "c": 11, "d": 12}
    assert publier(comptes, QUATRE, 11) == publie(2, ab=11, c=11, d=12)


def test_that_a_convention_may_ask_for_five_and_never_for_less():
    comptes = {"a": 5, "b": 5, "c": 5}
    assert publier(comptes, ABC, 5) == publie(1, a=5, b=5, c=5)
    assert publier(comptes, ABC, 11) == NonDiffuse(Raison.EFFECTIF)
    with pytest.raises(ValueError, match="4"):
        publier(comptes, ABC, 4)


@pytest.mark.parametrize("comptes", [{"a": 20, "b": 20, "z": 1}, {"a": 40, "b": 40, "c": -1}])
def test_that_what_cannot_be_counted_is_refused(comptes):
    with pytest.raises(ValueError, match="v"):
        publier(comptes, ABC, 5)


EXHAUSTIF = [
    (regroupement("a b"), 5, 64),
    (ABC, 5, 56),
    (ABC, 11, 36),
    (regroupement("a b c", "ab c"), 5, 30),
    (QUATRE, 5, 24),
    (regroupement("a b c d", "ab c d", "abc d"), 5, 24),
    (regroupement("a b c d e", "ab c de", "abc de"), 5, 18),
    (regroupement("a b c d e", "a bcd e", "abcd e"), 5, 18),
]


@pytest.mark.parametrize(("sur", "k", "jusqua"), EXHAUSTIF)
def test_that_no_published_figure_tells_the_count_of_another_code(sur, k, jusqua):
    assert [f for total in range(jusqua + 1) for f in failles(publier, sur, k, total)] == []


def sans_zeros(comptes: Mapping[str, int], sur: Regroupement, k: int) -> Publie | NonDiffuse:
    """An empty group is let through."""
    for rang, niveau in enumerate(sur.niveaux, start=1):
        nombres = {g.code: sum(comptes[c] for c in g.codes) for g in niveau}
        if all(n == 0 or n >= k for n in nombres.values()):
            return publie(rang, **nombres)
    return NonDiffuse(Raison.EFFECTIF)


def un_de_moins(comptes: Mapping[str, int], sur: Regroupement, k: int) -> Publie | NonDiffuse:
    """One person less is let through."""
    return publier(comptes, sur, k - 1)


@pytest.mark.parametrize(
    ("regle", "sur", "k", "total"),
    [(sans_zeros, ABC, 5, 12), (un_de_moins, ABC, 6, 16), (un_de_moins, QUATRE, 6, 14)],
)
def test_that_a_weaker_rule_is_found_out(regle, sur, k, total):
    assert next(failles(regle, sur, k, total), "")


def test_that_levels_which_are_not_unions_of_the_former_are_found_out():
    # b nobody, a 5 and c 5 would have left at the second level: b is not empty
    assert next(failles(publier, regroupement("a b c", "ab c", "a bc"), 5, 10), "")


def test_that_the_reason_why_nothing_leaves_would_tell_too_much():
    # of 56 people, a has 5 or 51: never nobody
    deux = regroupement("a b")
    assert not list(failles(publier, deux, 5, 56))
    assert next(failles(publier, deux, 5, 56, lambda resultat: resultat), "").endswith("[5, 51]")


@st.composite
def regroupements(draw: st.DrawFn) -> Regroupement:
    """Two to twelve codes, united at random until two groups or more are left."""
    groupes = list("abcdefghijkl"[: draw(st.integers(2, 12))])
    niveaux = [" ".join(groupes)]
    while len(groupes) > 2 and draw(st.booleans()):
        combien = draw(st.integers(2, len(groupes) - 1))
        unis = draw(st.permutations(groupes))[:combien]
        groupes = [*(g for g in groupes if g not in unis), "".join(unis)]
        niveaux.append(" ".join(groupes))
    return regroupement(*niveaux)


@given(regroupements(), st.integers(5, 15), st.data())
def test_that_moving_a_whole_published_group_to_one_of_its_codes_changes_nothing(sur, k, data):
    codes = sorted(sur.codes)
    comptes = {code: data.draw(st.integers(0, 60)) for code in codes}
    resultat = publier(comptes, sur, k)
    niveau = sur.niveaux[resultat.niveau - 1] if isinstance(resultat, Publie) else ()
    for groupe in [g.codes for g in niveau] or [codes]:
        total = sum(comptes[code] for code in groupe)
        if niveau:
            assert total >= k
        for code in groupe:
            ailleurs = comptes | dict.fromkeys(groupe, 0) | {code: total}
            meme = publier(ailleurs, sur, k)
            assert meme == resultat or (isinstance(meme, NonDiffuse) and not niveau)


@given(regroupements(), st.integers(5, 15), st.data())
def test_that_everybody_is_counted_once_and_only_when_no_finer_level_could_leave(sur, k, data):
    comptes = {code: data.draw(st.integers(0, 60)) for code in sorted(sur.codes)}
    total = sum(comptes.values())

    def sort(niveau: int) -> bool:
        nombres = [sum(comptes[c] for c in g.codes) for g in sur.niveaux[niveau - 1]]
        return all(n >= k and n <= 0.9 * total + 1e-9 for n in nombres)

    premiers = [rang for rang in range(1, len(sur.niveaux) + 1) if sort(rang)]
    resultat = publier(comptes, sur, k)
    if isinstance(resultat, Publie):
        assert resultat.niveau == premiers[0]
        assert sum(e.nombre for e in resultat.effectifs) == total
    else:
        assert premiers == []
