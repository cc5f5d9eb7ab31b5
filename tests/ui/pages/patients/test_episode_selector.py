"""Which follow-up is shown, chosen when there were several."""

from datetime import date

import pytest

from microstructure_desktop.services import dossiers, patients
from microstructure_desktop.services.episodes import episodes
from microstructure_desktop.ui.pages.patients.episode_selector import EpisodeSelector
from microstructure_desktop.ui.texts import NBSP
from tests.ui import a11y


@pytest.fixture
def selector(show, team):
    return show(EpisodeSelector(team.medecin.reference), 500, 40)


def test_that_one_follow_up_is_not_chosen(selector, team, sophie):
    found = episodes(team.medecin, sophie.id)
    selector.show_episodes(found, found[0].inclusion.id)
    assert not selector.isVisible()


def test_that_several_are_chosen_by_name_the_latest_first(qtbot, selector, team, sophie):
    (first,) = dossiers.dossier(team.medecin, sophie.id).inclusions
    patients.close(team.medecin, first.id, fin=date(2026, 5, 4), motif="DEMENAGEMENT")
    now = patients.include(team.medecin, sophie.id, programme="EQUIPADDICT", debut=date(2026, 9, 1))
    selector.show_episodes(episodes(team.medecin, sophie.id), now.id)
    assert selector.isVisible()
    assert selector.text() == "Equip’Addict, depuis le 01/09/2026"
    assert selector.accessibleName() == f"Suivi montré{NBSP}: {selector.text()}. Changer"
    latest, before = selector.menu_.actions()
    assert (latest.isChecked(), before.isChecked()) == (True, False)
    assert before.text().endswith(f"2026, terminé{NBSP}: déménagement")
    assert a11y.problems(selector) == []
    selector.click()
    assert selector.menu_.isVisible()
    with qtbot.waitSignal(selector.episode_chosen) as chosen:
        before.trigger()
    assert chosen.args == [first.id]
    selector.menu_.close()
