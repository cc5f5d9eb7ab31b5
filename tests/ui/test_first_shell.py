"""The window of a cabinet: its sections, who is there, the states under them."""

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.settings import Settings
from microstructure_desktop.ui import first_shell
from microstructure_desktop.ui.context import local_now
from tests.ui.desk import make_desk
from tests.ui.discreet import texts


def test_that_it_says_whose_it_is_and_waits_for_a_page(team, theme, qtbot):
    desk = make_desk(team, theme, Role.PSYCHOLOGUE)
    given = desk.context
    made = first_shell.context(
        desk.office, given.worker, given.events, Settings(), theme, team.clock
    )
    assert made.now() == team.clock()
    assert made.now().tzinfo is not None
    shell = first_shell.made(made)
    qtbot.addWidget(shell)
    assert shell.page() is None
    said = texts(shell)
    assert {"Cabinet des Lilas", "Claire Modèle", "Données chiffrées"} <= set(said)
    qtbot.waitUntil(lambda: "Aucune copie sur clé USB" in texts(shell), timeout=15_000)
    alone = first_shell.context(desk.office, given.worker, given.events, Settings(), theme, None)
    assert alone.now is local_now
