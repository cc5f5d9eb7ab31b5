"""A way to reach the animator keeps its secrets to itself."""

from dataclasses import replace

from microstructure_desktop.domain.canal import EN_LIGNE, Reglage, TypeCanal, ordonnes
from microstructure_desktop.domain.ids import CanalId

NUAGE = Reglage(
    CanalId("c"),
    TypeCanal.NEXTCLOUD,
    "Nuage du réseau",
    "https://nuage.exemple.fr/s/ZQXLIEN",
    "cabinet",
    "ZQXSECRET",
)


def test_that_neither_a_password_nor_a_link_is_shown_by_chance():
    shown = f"{NUAGE!r} {NUAGE} {[NUAGE]}"
    assert "ZQX" not in shown
    assert "Nuage du réseau" in shown


def test_that_a_way_needs_a_hand_or_a_network():
    by_hand = set(TypeCanal) - EN_LIGNE
    assert by_hand == {TypeCanal.DOSSIER, TypeCanal.COURRIEL, TypeCanal.PAPIER}


def test_that_ways_follow_the_rank_then_the_day_they_were_set_up():
    one, two, three = (
        replace(NUAGE, id=CanalId(x), rang=n) for x, n in (("b", 1), ("a", 2), ("a0", 1))
    )
    assert ordonnes([two, one, three]) == (three, one, two)
