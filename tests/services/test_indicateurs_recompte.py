"""Count every indicator from a real store, beside the same records kept as plain lists."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from microstructure_desktop.domain.indicateurs.faits import Periode
from microstructure_desktop.domain.indicateurs.tous import ANNUELS, MENSUELS
from microstructure_desktop.domain.indicateurs.valeur import Resultat
from microstructure_desktop.paths import Home
from microstructure_desktop.services.indicateurs import de_l_annee, du_mois
from tests.cabinet import Team, as_new
from tests.domain.indicateurs.cabinets import ANNEE, MOIS
from tests.domain.indicateurs.faits import FaitsEcrits

from .cabinets_ecrits import attendus, ecrire, plans


@pytest.fixture
def anew(first_team, tmp_path_factory):
    """The small cabinet without anybody, as many times as asked."""
    made: list[Team] = []

    def another() -> Team:
        for former in made:
            former.medecin.store.close()
        made[:] = [as_new(first_team, Home(tmp_path_factory.mktemp("recompte") / "cabinet"))]
        return made[0]

    yield another
    for last in made:
        last.medecin.store.close()


def counted(faits: FaitsEcrits) -> dict[str, Resultat]:
    month, year = Periode.du_mois(MOIS), Periode.de_l_annee(ANNEE)
    monthly = {code: count(faits, month) for code, count in MENSUELS.items()}
    return {**monthly, **{code: count(faits, year) for code, count in ANNUELS.items()}}


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_that_a_store_counts_what_was_recorded(anew, data):
    team = anew()
    office = team.medecin
    plan = data.draw(plans({role: each.membre.id for role, each in team.offices.items()}))
    ecrire(plan, team)
    month, year = du_mois(office, MOIS), de_l_annee(office, ANNEE)
    assert (month.exclus, year.exclus) == (len(plan.exclus()), len(plan.exclus()))
    expected = counted(attendus(plan, team))
    found = {**month.resultats, **year.resultats}
    assert found.keys() == expected.keys()
    for code, result in found.items():
        assert result == expected[code], code
