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


# --- found ---------------------------------------------------------------------------------


@pytest.fixture
def several(team):
    return [
        team.patient("L’Éveillé", "Zoé", naissance=date(1984, 3, 7), telephone="06 11 22 33 44"),
        team.patient("Garnier-Œuvrard", "Éloïse", naissance=date(1992, 12, 5)),
        team.patient("Bernard", "Luc", naissance=date(1979, 1, 30), sexe=Sexe.H),
    ]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("eloi garn", ["GARNIER-ŒUVRARD Éloïse"]),
        ("GARN éLOI", ["GARNIER-ŒUVRARD Éloïse"]),
        ("oeuv", ["GARNIER-ŒUVRARD Éloïse"]),
        ("l'eveille", ["L’ÉVEILLÉ Zoé"]),
        ("07/03/1984", ["L’ÉVEILLÉ Zoé"]),
        ("05121992", ["GARNIER-ŒUVRARD Éloïse"]),
        ("1979", ["BERNARD Luc"]),
        ("0002", ["GARNIER-ŒUVRARD Éloïse"]),
        ("06112233", ["L’ÉVEILLÉ Zoé"]),
        ("luc 1979", ["BERNARD Luc"]),
        ("luc 1984", []),
        ("e", ["BERNARD Luc", "GARNIER-ŒUVRARD Éloïse", "L’ÉVEILLÉ Zoé"]),
    ],
)
def test_that_fragments_in_any_order_find_people(team, several, typed, found):
    assert len(several) == 3
    assert names(patients.search(team.psychologue, typed)) == found


def test_that_who_left_is_found_and_said_to_have_left(team):
    sophie = team.patient()
    (episode,) = episodes(team, sophie)
    patients.close(team.medecin, episode.id, fin=date(2026, 11, 1), motif="DECES")
    (ligne,) = patients.search(team.medecin, "legende")
    assert not ligne.actif
    assert ligne.drapeau is None


def test_that_a_line_says_age_file_and_last_kept_act(team):
    sophie = team.patient()
    team.seance(sophie.id, date(2026, 11, 12))
    (ligne,) = patients.search(team.medecin, "légende")
    assert (ligne.age, ligne.dossier, ligne.initiales) == (34, "0001", "SL")
    assert ligne.dernier == date(2026, 11, 12)


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


# --- likely duplicates ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("nom", "prenom", "naissance", "raison"),
    [
        ("LEGENDE", "sophie", date(1992, 5, 14), "Même date de naissance, nom proche"),
        ("Legendre", "Sophie", date(1992, 5, 14), "Même date de naissance, nom proche"),
        ("Sophie", "Légende", date(1992, 5, 14), "Même date de naissance, nom proche"),
        ("Légende", "Sofie", date(1992, 5, 14), "Même date de naissance, nom proche"),
        ("légende", "SOPHIE", date(1980, 1, 1), "Même nom et même prénom"),
        ("Légende", "Sophie", None, "Même nom et même prénom"),
        ("Martin", "Paul", date(1992, 5, 14), ""),
        ("Légende", "Marc", date(1980, 1, 1), ""),
    ],
)
def test_that_a_likely_duplicate_is_told_with_its_reason(team, nom, prenom, naissance, raison):
    team.patient()
    found = patients.duplicates(team.medecin, nom, prenom, naissance)
    assert [d.raison for d in found] == ([raison] if raison else [])


def test_that_day_and_month_swapped_are_noticed(team):
    known = team.patient(naissance=date(1992, 5, 4))
    (found,) = patients.duplicates(team.medecin, "Legende", "Sophie", date(1992, 4, 5))
    assert found.ligne.id == known.id
    assert found.raison == "Nom proche, jour et mois de naissance inversés"
    assert patients.duplicates(team.medecin, "Martin", "Paul", date(1992, 4, 5)) == ()


def test_that_nobody_is_their_own_duplicate(team):
    sophie = team.patient()
    args = (sophie.nom, sophie.prenom, sophie.naissance)
    assert patients.duplicates(team.medecin, *args, sauf=sophie.id) == ()


def test_that_different_people_are_rarely_suspected(team):
    people = [
        ("Bernard", "Luc"), ("Martin", "Marie"), ("Petit", "Jeanne"), ("Durand", "Paul"),
        ("Moreau", "Nadia"), ("Simon", "Louise"), ("Laurent", "Karim"), ("Roux", "Emma"),
    ]  # fmt: skip
    for rang, (nom, prenom) in enumerate(people):
        team.patient(nom, prenom, naissance=date(1980 + rang, 6, 6))
    for rang, (nom, prenom) in enumerate(people):
        born = date(1980 + (rang + 1) % len(people), 6, 6)  # the next person's day
        other = patients.duplicates(team.medecin, nom, prenom + "-Anne", born)
        assert other == ()


def test_that_the_reception_sees_who_people_are_not_when_they_came(team):
    patient = team.patient()
    team.seance(patient.id, date(2026, 3, 12))
    (seen,) = patients.list_patients(team[Role.SECRETARIAT]).lignes
    assert (seen.nom_affiche, seen.dernier, seen.drapeau) == ("LÉGENDE Sophie", None, None)
    (found,) = patients.search(team[Role.SECRETARIAT], "legende")
    assert found.dernier is None
    assert patients.list_patients(team.psychologue).lignes[0].dernier == date(2026, 3, 12)
