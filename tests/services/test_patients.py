"""The registry: found, created once, corrected, included, closed."""

from dataclasses import replace
from datetime import date

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.patient import Sexe
from microstructure_desktop.services import drafts, patients
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.patients import (
    Drapeau,
    Filtre,
    Formulaire,
    NotIncludable,
    PatientSaisie,
)
from microstructure_desktop.store.failures import StaleRevision
from tests.cabinet import TODAY

from .cases import filled

SAISIE = PatientSaisie("Légende", "Sophie", date(1992, 5, 14), Sexe.F)


def names(lignes):
    return [ligne.nom_affiche for ligne in lignes]


def episodes(team, patient):
    with team.medecin.store.read() as work:
        return work.inclusions.of(patient.id)


# --- what must be typed --------------------------------------------------------------------


def test_that_three_answers_are_enough():
    assert patients.problems(SAISIE, TODAY) == {}


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"nom": "  "}, "nom"),
        ({"prenom": ""}, "prenom"),
        ({"naissance": None}, "naissance"),
        ({"naissance": date(2026, 11, 20)}, "naissance"),
        ({"naissance": date(1905, 1, 1)}, "naissance"),
        ({"information_remise": date(2026, 11, 20)}, "information_remise"),
        ({"programme": "COVID_SM"}, "debut"),
        ({"programme": "COVID_SM", "debut": date(2026, 11, 20)}, "debut"),
        ({"programme": "COVID_SM", "debut": TODAY, "demande": date(2026, 11, 20)}, "demande"),
    ],
)
def test_that_each_fault_is_said_at_its_field(changes, field):
    assert list(patients.problems(replace(SAISIE, **changes), TODAY)) == [field]


def test_that_an_inclusion_alone_is_checked_the_same_way():
    faults = patients.inclusion_problems(None, None, date(2026, 11, 20), TODAY)
    assert set(faults) == {"programme", "debut", "demande"}
    assert patients.inclusion_problems("COVID_SM", TODAY, TODAY, TODAY) == {}


# --- created, corrected --------------------------------------------------------------------


def test_that_files_are_numbered_from_one_and_names_are_trimmed(team):
    first = patients.create(team.medecin, replace(SAISIE, nom=" Légende "))
    second = patients.create(team.medecin, SAISIE)
    assert (first.numero, first.nom, second.numero) == (1, "Légende", 2)


def test_that_a_programme_makes_an_inclusion_and_none_makes_none(team):
    included = team.patient(demande=date(2026, 2, 20), orienteur="CSAPA")
    (episode,) = episodes(team, included)
    assert (episode.programme, episode.debut) == ("COVID_SM", date(2026, 3, 3))
    assert (episode.demande, episode.orienteur) == (date(2026, 2, 20), "CSAPA")
    assert episodes(team, patients.create(team.medecin, SAISIE)) == []


def test_that_creating_drops_what_was_being_typed(team):
    drafts.save(team.medecin, drafts.PATIENT, drafts.NEW, {"nom": "Lég"})
    patients.create(team.medecin, SAISIE)
    assert drafts.mine(team.medecin) == ()


def test_that_a_minor_is_refused_by_the_programme_and_nothing_is_written(team):
    young = replace(SAISIE, naissance=date(2009, 1, 1), programme="COVID_SM", debut=TODAY)
    with pytest.raises(NotIncludable, match="18 ans"):
        patients.create(team.medecin, young)
    assert patients.list_patients(team.medecin).lignes == ()


def test_that_the_reception_registers_but_may_not_include_later(team):
    reception = team[Role.SECRETARIAT]
    made = patients.create(reception, SAISIE)
    assert patients.identity(reception, made.id).patient == made
    with pytest.raises(AccessDenied):
        patients.include(reception, made.id, programme="COVID_SM", debut=TODAY)


def test_that_an_identity_is_corrected_under_the_same_number(team):
    sophie = team.patient()
    known = patients.identity(team.medecin, sophie.id)
    drafts.save(team.medecin, drafts.PATIENT, Formulaire.IDENTITE.sujet(sophie.id), {"nom": "x"})
    changed = patients.edit(team.medecin, sophie.id, replace(SAISIE, nom="Récit"), known.revision)
    assert (changed.nom, changed.numero) == ("Récit", sophie.numero)
    assert drafts.mine(team.medecin) == ()
    with pytest.raises(StaleRevision):
        patients.edit(team.psychologue, sophie.id, SAISIE, known.revision)


# --- included, closed ----------------------------------------------------------------------


def test_that_one_episode_is_open_at_a_time(team):
    sophie = team.patient()
    with pytest.raises(NotIncludable, match="déjà incluse"):
        patients.include(team.medecin, sophie.id, programme="COVID_SM", debut=TODAY)
    (episode,) = episodes(team, sophie)
    drafts.save(
        team.medecin, drafts.PATIENT, Formulaire.SORTIE.sujet(sophie.id), {"motif": "DECES"}
    )
    closed = patients.close(team.medecin, episode.id, fin=TODAY, motif="DEMENAGEMENT")
    assert (closed.fin, closed.motif_sortie) == (TODAY, "DEMENAGEMENT")
    assert drafts.mine(team.medecin) == ()
    again = patients.include(
        team.medecin, sophie.id, programme="MSMA_HORS_FORFAIT", debut=TODAY, orienteur="CSAPA"
    )
    assert episodes(team, sophie) == [closed, again]


def test_that_an_episode_never_ends_before_it_began(team):
    (episode,) = episodes(team, team.patient())
    with pytest.raises(NotIncludable, match="suivre"):
        patients.close(team.medecin, episode.id, fin=date(2026, 3, 2), motif="DECES")


# --- listed --------------------------------------------------------------------------------


def flag(team, patient):
    lignes = patients.list_patients(team.medecin).lignes
    return next(x.drapeau for x in lignes if x.id == patient.id)


def test_that_the_most_pressing_flag_is_shown(team):
    sophie = team.patient(debut=date(2026, 9, 1))
    assert flag(team, sophie) is Drapeau.NOUVEAU
    team.seance(sophie.id, date(2026, 10, 20))
    assert flag(team, sophie) is Drapeau.SANS_NOUVELLES  # 30 days, 28 allowed
    team.seance(sophie.id, date(2026, 11, 1))
    assert flag(team, sophie) is None
    old = team.patient("Ancien", "Jean", debut=date(2026, 3, 3))
    team.seance(old.id, date(2026, 11, 1))
    assert flag(team, old) is Drapeau.FICHE_A_FAIRE


def test_that_a_used_up_forfait_is_flagged(team):
    sophie = team.patient()
    for rang in range(7):
        if rang < 1:
            team.seance(sophie.id, date(2026, 10, 1), Role.MEDECIN)
        if rang < 6:
            team.seance(sophie.id, date(2026, 10, 1 + rang))
        team.seance(sophie.id, date(2026, 10, 1 + rang), Role.TRAVAILLEUR_SOCIAL)
    assert flag(team, sophie) is Drapeau.FORFAIT_EPUISE


def test_that_each_filter_holds_its_people_and_is_counted(team):
    followed = team.patient("Actif", "Un", debut=date(2026, 10, 1))
    due = team.patient("Due", "Deux")
    left = team.patient("Sorti", "Trois")
    (episode,) = episodes(team, left)
    patients.close(team.medecin, episode.id, fin=date(2026, 11, 1), motif="DECES")
    outside = patients.create(team.medecin, replace(SAISIE, nom="Hors"))
    shown = {f: names(patients.list_patients(team.medecin, f).lignes) for f in Filtre}
    assert shown[Filtre.ACTIFS] == ["ACTIF Un", "DUE Deux", "HORS Sophie"]
    assert shown[Filtre.A_COMPLETER] == [due.nom_affiche]
    assert shown[Filtre.SORTIS] == [left.nom_affiche]
    liste = patients.list_patients(team.medecin)
    assert (liste.actifs, liste.a_completer, liste.sortis) == (3, 1, 1)
    assert followed.numero < outside.numero


def test_that_a_fiche_due_is_counted_even_under_another_flag(team):
    sophie = team.patient()
    assert flag(team, sophie) is Drapeau.NOUVEAU
    assert patients.list_patients(team.psychologue).a_completer == 1
    filled(team, sophie)
    assert patients.list_patients(team.psychologue).a_completer == 0
    assert patients.list_patients(team.medecin).a_completer == 1


def test_that_the_reception_sees_who_people_are_not_when_they_came(team):
    patient = team.patient()
    team.seance(patient.id, date(2026, 3, 12))
    (seen,) = patients.list_patients(team[Role.SECRETARIAT]).lignes
    assert (seen.nom_affiche, seen.dernier, seen.drapeau) == ("LÉGENDE Sophie", None, None)
    assert patients.list_patients(team.psychologue).lignes[0].dernier == date(2026, 3, 12)
