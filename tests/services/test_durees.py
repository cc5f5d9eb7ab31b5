"""The durations that are shipped, with what they follow and what nobody verified."""

from datetime import date

import pytest

from microstructure_desktop import assets
from microstructure_desktop.domain.durees import Durees
from microstructure_desktop.forms.toml_table import FormError
from microstructure_desktop.services.durees import load, regles


def test_that_the_shipped_durations_are_dated_and_sourced():
    found = regles()
    assert found.durees == Durees(5, 20, 28, 10)
    assert "2020-081" in found.source
    assert [r.titre for r in found.regles if r.a_verifier] == ["Personne mineure", "Décès"]


def test_that_the_latest_version_applies():
    text = assets.text("conservation.toml")
    older = text.replace("depuis = 2026-11-01", "depuis = 2020-01-01").replace(
        "total_annees = 20", "total_annees = 30"
    )
    assert load(f"{older}\n{text}").depuis == date(2026, 11, 1)
    assert load(f"{older}\n{text}").durees.total == 20


def test_that_a_damaged_file_is_refused():
    text = assets.text("conservation.toml")
    for wrong in (text.replace("20", "0"), text.replace("regle]]", "autre]]"), ""):
        with pytest.raises(FormError):
            load(wrong)
