"""What left is remembered by day, year and way out, without the reason of what did not."""

from dataclasses import replace
from datetime import date

import pytest

from microstructure_desktop.domain.diffusion import Effectif, Population
from microstructure_desktop.domain.divulgation import Canal, Divulgation
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import DivulgationId, new_id
from microstructure_desktop.services import rapport_registre
from microstructure_desktop.services.access import AccessDenied
from tests.services.cases import as_role, write

SEX = Divulgation(
    DivulgationId("x"),
    date(2026, 1, 12),
    Canal.RAPPORT,
    Population.ENTRANTS,
    "2025",
    "sexe",
    1,
    (Effectif("F", 12), Effectif("M", 9)),
)


def leave(team, **changes):
    write(team, "divulgations", replace(SEX, id=DivulgationId(new_id()), **changes))


def test_that_each_day_says_what_was_shown_and_what_was_not(team):
    leave(team)
    leave(team, variable="logement", niveau=None, valeurs=())
    leave(team, jour=date(2026, 2, 3), canal=Canal.EXPORT, periode="2024")
    leave(team, population=Population.ENSEMBLE, variable="forfaits")
    leave(team, population=Population.ENSEMBLE, variable="activite", niveau=None, valeurs=())
    last, first = rapport_registre.departs(team.psychologue)
    assert (last.jour, last.canal, last.periode) == (date(2026, 2, 3), Canal.EXPORT, "2024")
    assert first.diffusees == ("Sexe (personnes entrées)",)
    assert first.tableaux == ("Forfaits",)
    assert first.retenues == ("Logement (personnes entrées)",)


def test_that_who_hands_nothing_out_reads_nothing(team):
    with pytest.raises(AccessDenied):
        rapport_registre.departs(as_role(team.psychologue, Role.PSYCHIATRE))
