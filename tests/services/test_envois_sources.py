"""What a month is counted from: the threshold that was agreed, and the months that left."""

from dataclasses import replace

from microstructure_desktop.services import envois, envois_sources

from .cases import write
from .mois import OCTOBRE, agreed, crowded


def sources(team):
    with team.medecin.store.read() as work:
        return envois_sources.sources_of(work, team.medecin, OCTOBRE)


def test_that_the_threshold_is_ours_then_that_of_the_convention(team):
    crowded(team)
    assert sources(team).k_activite == team.medecin.reference.seuils.k_activite == 5
    assert envois_sources.contenu_of(sources(team), OCTOBRE).activite
    agreed(team, k_activite=7)
    assert sources(team).k_activite == 7
    contenu = envois_sources.contenu_of(sources(team), OCTOBRE)
    assert (contenu.activite, contenu.k_activite) == ((), 7)


def test_that_the_months_that_left_are_in_it(team):
    crowded(team)
    agreed(team)
    assert sources(team).parties == ()
    envois.sceller(team.medecin, OCTOBRE)
    assert sources(team).parties == ((OCTOBRE, OCTOBRE),)


def test_that_no_forfait_is_billed_for_who_became_an_alias(team):
    someone = crowded(team)[0]
    write(team, "patients", replace(someone, anonyme=True, prenom=""))
    contenu = envois_sources.contenu_of(sources(team), OCTOBRE)
    assert contenu.forfaits[0].en_cours == 5
    assert contenu.file_active[0].file_active == 6
