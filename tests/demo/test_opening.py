"""Trying the software never touches the person's own cabinet."""

from microstructure_desktop.demo.opening import open_demonstration
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.paths import Home
from microstructure_desktop.services import unlock


def test_that_the_demonstration_has_a_folder_of_its_own_and_is_made_once(tmp_path, cost):
    home = Home(tmp_path / "Microstructure")
    heard = []
    office = open_demonstration(home, lambda share, sentence: heard.append(sentence), cost)
    assert office.membre.role is Role.PSYCHOLOGUE
    assert office.home.root.parent == home.root
    assert not unlock.exists(home)
    assert heard
    unlock.close(office)
    heard.clear()
    unlock.close(open_demonstration(home, lambda share, sentence: heard.append(sentence), cost))
    assert heard == []
