"""How forfaits are said."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from microstructure_desktop.domain.equipe import CycleForfait
from microstructure_desktop.domain.facturable import Piece
from microstructure_desktop.domain.facturation import EtatFacturation
from microstructure_desktop.services import equipe, facturation
from microstructure_desktop.services.forfait_lignes import Groupe
from microstructure_desktop.ui.pages.forfaits import words
from tests.cabinet import TODAY
from tests.services.billing import WHOLE, board, followed, line, prepared


def test_that_every_group_that_is_filtered_has_a_label():
    codes = {code for code, _ in words.FILTRES}
    assert codes == {words.TOUS, *Groupe} - {Groupe.OUVERT, Groupe.CLOS}
    assert set(words.OUVRIR) == set(Piece)
    assert set(words.ETATS_LOT) == set(EtatFacturation)


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ({"debut": TODAY}, ("Ouvert ce jour", "info")),
        ({"debut": date(2026, 8, 1), "done": (1, 3, 4)}, ("En cours", "mute")),
        ({"debut": date(2026, 8, 1)}, ("Perdrait 14\u00a0actes", "warn")),
        ({"debut": date(2025, 12, 20)}, ("Échéance 30\u00a0j", "warn")),
        ({"done": (1, 1, 1)}, ("Perdrait 11\u00a0actes", "warn")),
        ({"done": WHOLE}, ("Facturable", "ok")),
        ({"papers": False}, ("Information manquante", "warn")),
    ],
)
def test_that_the_tag_says_what_matters_most(team, asked, shown):
    assert words.tag(line(team, followed(team, **asked)), TODAY) == shown


def test_that_a_billed_forfait_says_how_far_it_is(team):
    sophie = followed(team, done=WHOLE)
    lot = prepared(team)
    assert words.tag(line(team, sophie), TODAY) == ("Préparé", "info")
    facturation.transmettre(team.medecin, lot.id)
    assert words.tag(line(team, sophie), TODAY) == ("Transmis", "mute")


def test_that_a_forfait_billed_in_part_says_so(team):
    sophie = followed(team, debut=date(2025, 3, 3), done=WHOLE)
    prepared(team)
    office = team.medecin
    equipe.save_cabinet(office, replace(equipe.cabinet(office), cycle_forfait=CycleForfait.CIVIL))
    assert words.tag(line(team, sophie), TODAY) == ("Facturé en partie", "danger")


def test_that_the_capacity_is_a_mark(team):
    followed(team)
    (found,) = board(team).capacites
    said = "1\u00a0personne suivie, repère publié de 10 à 25, 9 de moins"
    assert words.capacity(found).endswith(said)
    for people, left in (
        (24, "encore 1\u00a0place"),
        (25, "encore 0\u00a0place"),
        (27, "2 de plus"),
    ):
        full = replace(found, remplissage=replace(found.remplissage, inclus=people))
        assert words.capacity(full).endswith(left)


def test_that_the_days_left_are_counted(team):
    found = line(team, followed(team))
    assert words.days(found, TODAY).endswith("02/03/2027, encore 103\u00a0jours")
    assert words.days(found, TODAY + timedelta(days=103)).endswith("encore 0\u00a0jour")


def test_that_nothing_is_said_of_nobody():
    assert words.closed(0) == ""
    assert words.verify(0) == "Vérifier"
    assert words.prepare(2) == "Préparer 2\u00a0forfaits"


def test_that_a_last_day_says_that_it_still_counts(team):
    assert words.last_day(board(team)) == ""
    followed(team, debut=date(2025, 11, 20))
    assert words.last_day(board(team)) == (
        "1\u00a0forfait se termine aujourd’hui\u00a0: compté encore ici jusqu’à ce soir."
    )
