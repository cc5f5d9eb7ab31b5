"""What the program tells of the computer: only what it can see, and from which day it is old."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from microstructure_desktop import settings
from microstructure_desktop.domain.support import Exercice, Support
from microstructure_desktop.paths import Home
from microstructure_desktop.services.dossier_legal_constats import Vu, constats, regarder
from microstructure_desktop.services.dossier_legal_modeles import Observe
from microstructure_desktop.store import keyring
from microstructure_desktop.store.keyring import Secours
from tests.services.cases import write

LE = date(2026, 11, 19)
FINE = Vu(10, lieu_propre=True, copie_le=LE, exercice_le=LE, feuille_le=LE)


def test_that_a_cabinet_well_kept_is_told_so():
    told = constats(FINE, LE)
    assert set(told) == set(Observe)
    assert all(constat.bon for constat in told.values())
    assert told[Observe.VERROU].phrase == "Sur ce poste\u00a0: après 10\u00a0min."


@pytest.mark.parametrize(
    ("vu", "what", "said"),
    [
        (replace(FINE, lieu_propre=False), Observe.LIEU, "recopié ailleurs"),
        (replace(FINE, copie_le=None), Observe.COPIE, "Aucune n’est connue"),
        (replace(FINE, copie_le=date(2026, 11, 11)), Observe.COPIE, "le 11/11/2026, à refaire."),
        (replace(FINE, exercice_le=date(2026, 8, 18)), Observe.EXERCICE, "à refaire"),
        (replace(FINE, feuille_le=None), Observe.FEUILLE, "Aucune n’a été recopiée"),
    ],
)
def test_that_what_is_not_well_is_told(vu, what, said):
    told = constats(vu, LE)
    assert [each for each, constat in told.items() if not constat.bon] == [what]
    assert said in told[what].phrase


def test_that_the_last_day_still_counts():
    week, quarter = date(2026, 11, 12), date(2026, 8, 19)
    old = replace(FINE, copie_le=week, exercice_le=quarter, feuille_le=date(2020, 1, 1))
    assert all(constat.bon for constat in constats(old, LE).values())


def test_that_the_store_and_the_settings_are_looked_at(team):
    office = team.medecin
    settings.save(team.home.settings_file, settings.Settings(verrouillage_minutes=4))
    at = datetime(2026, 11, 12, 11, tzinfo=UTC)
    write(team, "supports", Support("s1", "Clé bleue", at, sauvegarde_le=at))
    later = at.replace(day=15)
    write(team, "supports", Support("s2", "Clé perdue", later, sauvegarde_le=later, retire=True))
    write(team, "exercices", Exercice("e1", at, office.membre.id, at, feuille=True))
    write(team, "exercices", Exercice("e2", later, office.membre.id, at))
    write(team, "exercices", Exercice("e3", at.replace(day=18), office.membre.id, at, probleme="x"))
    with office.store.read() as work:
        seen = regarder(work, office)
        assert seen == Vu(4, True, date(2026, 11, 12), date(2026, 11, 15))
        away = replace(office, home=Home(team.home.root / "OneDrive"))
        away.home.coffre.mkdir(parents=True)
        keyring.save(away.home.coffre, keyring.load(office.home.coffre))
        assert not regarder(work, away).lieu_propre


def test_that_a_recovery_sheet_counts_once_proved_and_until_it_served(team):
    office = team.medecin
    sheet = Secours(b"p" * 32, b"d" * 92, "2026-11-02", office.membre.id, prouvee="2026-11-03")
    for found, day in (
        (sheet, date(2026, 11, 3)),
        (replace(sheet, prouvee=""), None),
        (replace(sheet, utilisee="2026-11-04"), None),
    ):
        ring = keyring.load(office.home.coffre)
        keyring.save(office.home.coffre, replace(ring, secours=(found,)))
        with office.store.read() as work:
            assert regarder(work, office).feuille_le == day
