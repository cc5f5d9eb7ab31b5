"""Every role has an icon and a colour."""

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.ui import look
from microstructure_desktop.ui.widgets.roles import ROLE_ICONS


def test_that_every_role_of_the_domain_is_drawn():
    assert {role.value for role in Role} <= set(ROLE_ICONS)
    assert set(ROLE_ICONS) <= set(look.current().colours)
