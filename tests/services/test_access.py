"""Who may do what."""

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services.access import (
    DROITS,
    AccessDenied,
    Permission,
    allowed,
    check,
)


def test_that_every_role_has_its_rights_written_down():
    assert set(DROITS) == set(Role)


@pytest.mark.parametrize("role", [Role.MEDECIN, Role.PSYCHOLOGUE, Role.TRAVAILLEUR_SOCIAL])
def test_that_who_cares_may_do_everything(role):
    assert all(allowed(role, permission) for permission in Permission)


def test_that_the_psychiatrist_does_not_open_accounts():
    assert not allowed(Role.PSYCHIATRE, Permission.EQUIPE)
    assert allowed(Role.PSYCHIATRE, Permission.CLINIQUE)


def test_that_coordination_and_reception_never_read_care():
    assert DROITS[Role.COORDINATION] == {Permission.PARTAGE, Permission.EQUIPE}
    assert DROITS[Role.SECRETARIAT] == {Permission.IDENTITE}


def test_that_a_refusal_says_whom_to_ask(team):
    check(team.medecin, Permission.CLINIQUE)
    with pytest.raises(AccessDenied) as refused:
        check(team[Role.SECRETARIAT], Permission.CLINIQUE)
    assert "rôle" in refused.value.sentence
    assert "équipe" in refused.value.way_out
