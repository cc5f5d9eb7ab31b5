"""The regions of the first start are those that programmes name."""

from microstructure_desktop.services import programmes
from microstructure_desktop.services.regions import REGIONS


def test_that_every_region_is_one_where_a_programme_runs():
    named = {r for p in programmes.livres().values() for v in p.versions for r in v.regions}
    assert named == set(REGIONS)
    assert REGIONS["OCC"] == "Occitanie"
