"""Published figures: each with its population, its year and its source."""

import pytest

from microstructure_desktop import assets
from microstructure_desktop.domain.indicateurs.tous import ANNUELS, MENSUELS
from microstructure_desktop.forms.toml_table import FormError
from microstructure_desktop.services import reference, reperes

SHIPPED = assets.text("reperes.toml")


def test_that_those_shipped_stand_beside_an_indicator_once():
    found = reperes.livres()
    places = [(r.code, r.cle) for r in found]
    assert len(set(places)) == len(places)
    assert all(r.population and r.annee and r.source for r in found)
    assert reperes.existent(["M01", "A03"])
    assert not reperes.existent(MENSUELS)
    assert reperes.existent(ANNUELS)


def test_that_a_mark_says_where_it_comes_from():
    known = reference.load()
    (said,) = reperes.phrases(known, "A03")
    assert said.startswith("Repère publié\u00a0: 49\u00a0% · environ 179\u202f000 personnes")
    assert said.endswith("CSAPA en 2022")
    assert reperes.phrases(known, "A02") == ()
    assert reperes.phrases(known, "Z9") == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [('annee = "2022"', ""), ('code = "A03"', 'code = ""'), ('annee = "2022"', "annee = 2022")],
)
def test_that_a_mark_without_a_source_or_a_year_is_refused(old, new):
    with pytest.raises(FormError):
        reperes.load(SHIPPED.replace(old, new))
