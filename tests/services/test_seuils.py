"""Dated thresholds."""

import pytest

from microstructure_desktop import assets
from microstructure_desktop.domain.equipe import SOIGNANTS, Role
from microstructure_desktop.forms.toml_table import FormError
from microstructure_desktop.services import seuils

SHIPPED = assets.text("seuils.toml")


def test_that_every_clinician_has_a_session_length():
    found = seuils.load(SHIPPED)
    assert {role: found.duree_seance(role) for role in SOIGNANTS} == found.duree_seance_minutes


def test_that_a_role_without_sessions_gets_the_shortest_length():
    assert seuils.load(SHIPPED).duree_seance(Role.SECRETARIAT) == 30


def test_that_the_figures_agreed_for_the_first_release_are_shipped():
    found = seuils.load(SHIPPED)
    assert found.fiche_suivi_mois == 6
    assert found.forfait_echeance_jours == 60
    assert found.reparler_mois == 3
    assert found.k_activite == 5
    assert found.reunion_minutes == 60


def test_that_the_most_recent_version_applies():
    older = SHIPPED.replace("2026-11-01", "2025-01-01").replace("k_activite = 5", "k_activite = 11")
    assert seuils.load(SHIPPED + older).k_activite == 5
    assert seuils.load(older + SHIPPED).k_activite == 5


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("k_activite = 5", ""),
        ("k_activite = 5", "k_activite = 0"),
        ("k_activite = 5", "k_activite = true"),
        ("k_activite = 5", "k_activite = 5\nzut = 1"),
        ("psychologue = 45", ""),
        ("psychologue = 45", "psychologue = 45\nsecretariat = 30"),
        ("[version.duree_seance_minutes]", "[autre]"),
        ("depuis = 2026-11-01", ""),
    ],
)
def test_that_a_mistake_in_the_thresholds_is_refused(old, new):
    with pytest.raises(FormError) as caught:
        seuils.load(SHIPPED.replace(old, new))
    assert caught.value.faults
