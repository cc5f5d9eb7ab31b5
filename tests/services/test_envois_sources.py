"""What a month is counted from: the threshold that was agreed, and the months that left."""

from dataclasses import replace
from datetime import date

import pytest

from microstructure_desktop.domain.boite_envoi import EtatPli
from microstructure_desktop.domain.declaration import Declaration, Objet
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import DeclarationId, new_id
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.services import envois, envois_sources, rapport_exporte
from microstructure_desktop.services.envois_depart import Situation

from .cases import write
from .mois import OCTOBRE, agreed, crowded

NOVEMBRE = Mois(2026, 11)
LENDEMAIN = date(2026, 11, 7)


def objects(team, patient, jour=date(2026, 11, 6), *, oppose=True):
    """Somebody says that they are not to be counted, or that they may be again."""
    me = team.medecin.membre.id
    said = Declaration(
        DeclarationId(new_id()), patient.id, Objet.STATISTIQUE, oppose, jour, recueillie_par=me
    )
    write(team, "declarations", said)


def left(team, mois=OCTOBRE):
    """The month is sealed, and handed over."""
    pli = envois.sceller(team.medecin, mois)
    with team.medecin.store.begin(team.medecin.membre.id, team.clock()) as work:
        work.outbox.change(replace(pli, etat=EtatPli.DEPOSE))
    return envois.depart(team.medecin, mois).contenu


def talks(contenu):
    return [(x.acteur.value, x.nombre, x.minutes) for x in contenu.activite]


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


@pytest.fixture
def six(team):
    """Six people kept one session; the first one met the social worker too."""
    people = crowded(team)
    team.seance(people[0].id, date(2026, 10, 20), Role.TRAVAILLEUR_SOCIAL, duree=30)
    agreed(team)
    return people


def test_that_a_month_that_left_cannot_be_told_again_without_somebody(team, six):
    told = left(team)
    assert talks(told) == [("psychologue", 6, 270), ("travailleur_social", 1, 30)]
    objects(team, six[0])
    again = envois.depart(team.medecin, OCTOBRE)
    assert (again.contenu, again.situation, again.pret) == (told, Situation.INCHANGE, False)
    # A correction of somebody else's act tells that act, and nothing of who objected.
    team.seance(six[1].id, date(2026, 10, 21), duree=20)
    corrected = envois.depart(team.medecin, OCTOBRE)
    assert talks(corrected.contenu) == [("psychologue", 7, 290), ("travailleur_social", 1, 30)]
    envois.sceller(team.medecin, OCTOBRE)
    assert envois.depart(team.medecin, OCTOBRE).contenu == corrected.contenu


def test_that_who_objects_is_left_out_at_once_of_what_did_not_leave(team, six):
    envois.sceller(team.medecin, OCTOBRE)
    objects(team, six[0])
    changed = envois.depart(team.medecin, OCTOBRE)
    assert changed.situation is Situation.A_CORRIGER
    assert talks(changed.contenu) == [("psychologue", 5, 225)]
    left(team)
    for patient in six:
        team.seance(patient.id, date(2026, 11, 9), duree=45)
    assert talks(envois.depart(team.medecin, NOVEMBRE).contenu) == [("psychologue", 5, 225)]


def test_that_an_objection_lifted_adds_nobody_to_what_left(team, six):
    objects(team, six[0])
    told = left(team)
    objects(team, six[0], LENDEMAIN, oppose=False)
    assert envois.depart(team.medecin, OCTOBRE).contenu == told


def test_that_the_months_of_a_year_add_up_to_what_left(team, six):
    told = left(team)
    objects(team, six[0])
    with team.medecin.store.read() as work:
        year = rapport_exporte.lire(work, team.medecin, 2026)
    assert year.actes == sum(x.nombre for x in told.activite) == 7


def test_that_no_total_goes_down_when_somebody_objects(team, six):
    """The animator would refuse the next month, and no correction of this one is possible."""
    left(team)
    objects(team, six[0])
    for patient in six:
        team.seance(patient.id, date(2026, 11, 9), duree=45)
    contenu = envois.depart(team.medecin, NOVEMBRE).contenu
    assert talks(contenu) == [("psychologue", 5, 225)]
    assert [(x.file_active, x.cumul_annee) for x in contenu.file_active] == [(5, 6)]
    (forfaits,) = contenu.forfaits
    assert (forfaits.ouverts_cumul_annee, forfaits.en_cours, forfaits.clos_cumul_annee) == (6, 5, 1)
    assert forfaits.prest_psy == 5


def test_that_months_held_back_leave_later_without_who_objects(team):
    """Three people in September leave with the six of October, less one who objected."""
    few = crowded(team, Mois(2026, 9), 3)
    crowded(team, first=20)
    agreed(team)
    left(team, Mois(2026, 9))
    objects(team, few[0])
    contenu = left(team)
    assert [(x.mois, x.nombre) for x in contenu.activite] == [("2026-09/2026-10", 8)]
    assert envois.depart(team.medecin, OCTOBRE).situation is Situation.INCHANGE
