"""Who may do what, line by line of the matrix."""

import pytest

from microstructure_desktop.domain.equipe import SOIGNANTS, Role
from microstructure_desktop.services.access import (
    FICHES,
    AccessDenied,
    Lecture,
    Permission,
    allowed,
    check,
    fills,
    lecteurs,
    lecture,
)
from microstructure_desktop.services.droits import matrice
from microstructure_desktop.services.shipped import shipped

LETTERS = {
    Role.MEDECIN: "m",
    Role.PSYCHOLOGUE: "p",
    Role.TRAVAILLEUR_SOCIAL: "t",
    Role.PSYCHIATRE: "y",
    Role.COORDINATION: "c",
    Role.SECRETARIAT: "s",
}
MAY = {
    Permission.IDENTITE: "mptys",
    Permission.ECRIRE_IDENTITE: "mpts",
    Permission.INCLUSION: "mpt",
    Permission.REUNIR_DOSSIERS: "mpt",
    Permission.CLINIQUE: "mpty",
    Permission.LISTE_SEANCES: "mptys",
    Permission.SEANCE: "mpty",
    Permission.AGENDA: "mptys",
    Permission.ECRIRE_AGENDA: "mptys",
    Permission.DOCUMENTS: "mpty",
    Permission.ECRIRE_DOCUMENTS: "mpty",
    Permission.ANNUAIRE: "mptycs",
    Permission.ECRIRE_ANNUAIRE: "mptcs",
    Permission.REUNION: "mpty",
    Permission.TOUTES_REUNIONS: "mpt",
    Permission.RESEAU: "mptyc",
    Permission.ECRIRE_RESEAU: "mptyc",
    Permission.PARTAGE: "mptc",
    Permission.ECRIRE_PARTAGE: "mc",
    Permission.ACTIVITE: "mpty",
    Permission.LISTES_ACTIVITE: "mpt",
    Permission.CLORE_MOIS: "mpt",
    Permission.FORFAITS: "mpt",
    Permission.FACTURER: "mpt",
    Permission.RAPPORT: "mpty",
    Permission.ECRIRE_RAPPORT: "mpt",
    Permission.RAPPORT_DIFFUSABLE: "mptc",
    Permission.DONNEES: "mpt",
    Permission.DONNEES_NOMINATIVES: "m",
    Permission.VOIR_EQUIPE: "mptycs",
    Permission.EQUIPE: "m",
    Permission.SAUVEGARDES: "mptycs",
    Permission.SAUVEGARDER: "mpts",
    Permission.RESTAURER: "m",
    Permission.CONSERVATION: "mpt",
    Permission.DECIDER_CONSERVATION: "m",
    Permission.DEMANDES: "m",
    Permission.REPONDRE_DEMANDES: "m",
    Permission.DOSSIER_LEGAL: "mptycs",
    Permission.ECRIRE_DOSSIER_LEGAL: "m",
    Permission.JOURNAL_TOUT: "m",
    Permission.JOURNAL_SIEN: "mpty",
    Permission.BRIS_DE_GLACE: "m",
}
TOUT, RESUME, RIEN = Lecture.TOUT, Lecture.RESUME, Lecture.RIEN
READ = {
    "medicale_entree": (TOUT, RESUME, RESUME, TOUT),
    "psychologique_suivi": (RESUME, TOUT, RESUME, TOUT),
    "sociale_fin": (RESUME, RESUME, TOUT, RESUME),
    "inclusion": (TOUT, TOUT, TOUT, TOUT),
    "pps": (TOUT, TOUT, TOUT, TOUT),
}
FILLED = {
    "medicale_entree": "m",
    "psychologique_suivi": "p",
    "sociale_fin": "t",
    "inclusion": "mpt",
    "pps": "mpty",
}


def form(form_id):
    return next(f for f in shipped().forms if f.id == form_id)


def test_that_every_permission_is_counted_here():
    assert set(MAY) == set(Permission)


@pytest.mark.parametrize("permission", Permission)
def test_that_a_role_may_do_what_its_cell_says_and_no_more(permission):
    assert {LETTERS[r] for r in Role if allowed(r, permission)} == set(MAY[permission])


@pytest.mark.parametrize("form_id", READ)
def test_that_a_fiche_is_read_as_its_cell_says(form_id):
    assert tuple(lecture(role, form(form_id)) for role in SOIGNANTS) == READ[form_id]
    assert lecture(Role.SECRETARIAT, form(form_id)) is RIEN
    assert lecture(Role.COORDINATION, form(form_id)) is RIEN


@pytest.mark.parametrize("form_id", FILLED)
def test_that_a_fiche_is_filled_in_by_whom_its_cell_says(form_id):
    assert {LETTERS[r] for r in Role if fills(r, form(form_id))} == set(FILLED[form_id])


def test_that_the_doctor_and_the_psychiatrist_read_a_medical_fiche_whole():
    assert lecteurs(Role.MEDECIN) == (Role.MEDECIN, Role.PSYCHIATRE)


def test_that_each_permission_and_each_profession_has_its_line():
    lines = set(matrice().contenus)
    assert {p.split(".")[0] for p in Permission} <= lines
    assert set(FICHES.values()) <= lines


def test_that_a_refusal_says_whom_to_ask(team):
    check(team.medecin, Permission.CLINIQUE)
    with pytest.raises(AccessDenied) as refused:
        check(team[Role.SECRETARIAT], Permission.CLINIQUE)
    assert "rôle" in refused.value.sentence
    assert "équipe" in refused.value.way_out
