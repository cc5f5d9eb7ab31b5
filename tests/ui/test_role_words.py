"""Every role has its word."""

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.ui.role_words import ROLE_WORDS


def test_that_no_role_is_shown_as_a_code():
    assert set(ROLE_WORDS) == {role.value for role in Role}
