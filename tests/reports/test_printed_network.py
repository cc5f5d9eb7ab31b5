"""Nothing in the documents of the network has a place for somebody followed."""

from dataclasses import fields

import pytest

from microstructure_desktop.reports import printed_network


@pytest.mark.parametrize(
    "content",
    [
        printed_network.ReunionImprimee,
        printed_network.FormationsImprimees,
        printed_network.FormationImprimee,
        printed_network.Tableau,
    ],
)
def test_that_no_field_holds_a_patient(content):
    assert not [f.name for f in fields(content) if "atient" in f"{f.name}{f.type}"]
