"""What is said of backups: ages, the line of the window, the worst first."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from microstructure_desktop.domain.ids import SupportId
from microstructure_desktop.domain.sauvegarde import Fraicheur, Genre
from microstructure_desktop.domain.support import Support
from microstructure_desktop.services.sauvegardes import EtatSauvegardes, EtatSupport, Sauvegarde
from microstructure_desktop.ui import backup_words
from microstructure_desktop.ui.texts import NBSP

NOW = datetime(2026, 11, 22, 15, tzinfo=UTC)


def state(age=timedelta(hours=2), fraicheur=Fraicheur.OK, away=timedelta(days=1)):
    made = Sauvegarde(Path("x"), NOW - age, Genre.AUTO) if age is not None else None
    keys = ()
    ailleurs = Fraicheur.JAMAIS
    if away is not None:
        ailleurs = Fraicheur.ANCIENNE if away > timedelta(days=8) else Fraicheur.OK
        keys = (EtatSupport(Support(SupportId("s"), "Clé bleue", NOW, NOW - away), ailleurs),)
    return EtatSauvegardes(made, fraicheur, None, ailleurs, "", (), keys, None, True)


@pytest.mark.parametrize(
    ("age", "said"),
    [
        (timedelta(seconds=-30), "à l’instant"),
        (timedelta(minutes=1), "à l’instant"),
        (timedelta(minutes=5), f"il y a 5{NBSP}min"),
        (timedelta(hours=2, minutes=50), f"il y a 2{NBSP}h"),
        (timedelta(hours=47), f"il y a 47{NBSP}h"),
        (timedelta(days=3, hours=5), f"il y a 3{NBSP}jours"),
    ],
)
def test_that_an_age_is_said_in_its_own_unit(age, said):
    assert backup_words.ago(NOW - age, NOW) == said


@pytest.mark.parametrize(
    ("etat", "said", "tone"),
    [
        (state(), f"Sauvegardé il y a 2{NBSP}h, vérifié", "ok"),
        (state(age=None, fraicheur=Fraicheur.JAMAIS), "Aucune sauvegarde", "danger"),
        (
            state(timedelta(days=3), Fraicheur.ANCIENNE, None),
            f"Pas de sauvegarde depuis 3{NBSP}jours",
            "danger",
        ),
        (state(away=None), "Aucune copie sur clé USB", "warn"),
        (
            state(away=timedelta(days=12)),
            f"Pas de copie sur clé depuis 12{NBSP}jours",
            "warn",
        ),
    ],
)
def test_that_the_window_says_the_worst_first(etat, said, tone):
    line = backup_words.line(etat, NOW)
    assert (line.text, line.tone, line.leads) == (said, tone, "sauvegardes")


def test_that_the_page_says_what_is_not_in_it_yet():
    whole = backup_words.sentence(state(), NOW)
    assert "relue et vérifiée" in whole
    assert "Tout ce qui a été saisi y est." in whole
    waiting = replace(state(), attend_depuis=NOW - timedelta(hours=1))
    told = backup_words.sentence(waiting, NOW)
    assert backup_words.moment(NOW - timedelta(hours=1)) in told
    assert backup_words.sentence(state(age=None), NOW).startswith("Il n’y a pas encore")


def test_that_what_restoring_costs_is_said_as_an_age():
    assert f"il y a 20{NBSP}h" in backup_words.missing(NOW - timedelta(hours=20), NOW)


def test_that_every_reason_has_its_words():
    assert set(backup_words.REASONS) == set(Genre)


@pytest.mark.parametrize(
    ("octets", "said"),
    [(640, "640 octets"), (850_000, "850 ko"), (18_400_000, "18 Mo"), (2_100_000_000, "2 Go")],
)
def test_that_sizes_are_short(octets, said):
    assert backup_words.size(octets) == said.replace(" ", NBSP)
