"""The registry: found, created once, corrected, included, closed."""

from dataclasses import replace
from datetime import date

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.patient import Attribut, Identite, Sexe, StatutIdentite
from microstructure_desktop.services import drafts, patients
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.anonymat import AliasNotFunded, FollowUpFunded
from microstructure_desktop.services.identites import IdentiteSaisie
from microstructure_desktop.services.patients import (
    Drapeau,
    Filtre,
    Formulaire,
    NotIncludable,
    PatientSaisie,
)
from microstructure_desktop.services.reunis import RecordJoined
from microstructure_desktop.store.failures import StaleRevision
from tests.cabinet import TODAY

from .cases import filled
from .merges import joined

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


def test_that_the_identity_under_an_old_number_is_of_the_record_kept(team):
    sophie = team.patient()
    twin = team.patient("Légende", "Sofie", programme=None, debut=None)
    joined(team, sophie, twin)
    reception = team[Role.SECRETARIAT]
    read = patients.identity(reception, twin.id)
    assert read == patients.identity(reception, sophie.id)
    assert read.patient.prenom == "Sophie"


def test_that_an_identity_is_corrected_under_the_same_number(team):
    sophie = team.patient()
    known = patients.identity(team.medecin, sophie.id)
    drafts.save(team.medecin, drafts.PATIENT, Formulaire.IDENTITE.sujet(sophie.id), {"nom": "x"})
    changed = patients.edit(team.medecin, sophie.id, replace(SAISIE, nom="Récit"), known.revision)
    assert (changed.nom, changed.numero) == ("Récit", sophie.numero)
    assert drafts.mine(team.medecin) == ()
    with pytest.raises(StaleRevision):
        patients.edit(team.psychologue, sophie.id, SAISIE, known.revision)


# --- confirmed, told apart, anonymous ------------------------------------------------------

COMPARED = IdentiteSaisie("Légende", "Sophie Marie", "31555", piece="CNI")
ALIAS = PatientSaisie("Mistral", "", date(1990, 1, 1), anonyme=True)


def test_that_the_person_who_compares_a_document_is_remembered(team):
    made = patients.create(team.psychologue, replace(SAISIE, identite=COMPARED))
    assert made.identite.statut is StatutIdentite.VALIDEE
    assert (made.identite.verifiee_par, made.identite.verifiee_le) == (
        team.psychologue.membre.id,
        TODAY,
    )
    quiet = replace(SAISIE, telephone="0600", identite=replace(COMPARED, piece=""))
    kept = patients.edit(team.medecin, made.id, quiet, None)
    assert kept.identite == made.identite
    moved = patients.edit(team.medecin, made.id, replace(quiet, sexe=Sexe.H), None)
    assert moved.identite.statut is StatutIdentite.PROVISOIRE


def test_that_a_document_compared_too_early_is_said_at_its_field():
    early = replace(SAISIE, identite=IdentiteSaisie(piece="CNI", cog="toulouse"))
    assert set(patients.problems(early, TODAY)) == {"piece", "cog"}


def test_that_people_told_apart_are_namesakes_both(team):
    known = team.patient()
    made = patients.create(team.medecin, replace(SAISIE, distincts=(known.id,)))
    assert made.identite.attributs == (Attribut.HOMONYME,)
    seen = patients.identity(team.medecin, known.id)
    assert seen.patient.identite.attributs == (Attribut.HOMONYME,)
    patients.edit(team.medecin, made.id, replace(SAISIE, distincts=(known.id,)), None)
    assert patients.identity(team.medecin, known.id).revision == seen.revision


def test_that_information_is_dated_and_signed(team):
    given = replace(SAISIE, information_remise=TODAY, information_support="ORAL")
    made = patients.create(team.psychologue, given)
    assert (made.information_par, made.information_support) == (
        team.psychologue.membre.id,
        "ORAL",
    )
    other = replace(given, information_par=team.medecin.membre.id)
    assert patients.edit(team.psychologue, made.id, other, None).information_par == (
        team.medecin.membre.id
    )
    never = patients.edit(team.psychologue, made.id, replace(other, information_remise=None), None)
    assert (never.information_par, never.information_support) == (None, "")


def test_that_the_reception_leaves_the_information_as_it_is(team):
    made = patients.create(team.psychologue, replace(SAISIE, information_remise=TODAY))
    kept = patients.edit(team[Role.SECRETARIAT], made.id, replace(SAISIE, nom="Récit"), None)
    assert (kept.nom, kept.information_remise) == ("Récit", TODAY)


def test_that_an_alias_and_a_year_are_enough(team):
    assert patients.problems(ALIAS, TODAY) == {}
    assert list(patients.problems(replace(ALIAS, naissance=None), TODAY)) == ["naissance"]
    typed = replace(
        ALIAS, prenom="Sophie", naissance=date(1990, 6, 3), telephone="0600", identite=COMPARED
    )
    made = patients.create(team.medecin, replace(typed, information_remise=TODAY))
    assert (made.nom_affiche, made.naissance, made.telephone) == ("MISTRAL", date(1990, 1, 1), "")
    assert made.identite == Identite()
    assert made.information_remise == TODAY
    (ligne,) = patients.list_patients(team.medecin).lignes
    assert ligne.anonyme


def test_that_an_alias_is_never_in_a_forfait(team):
    funded = replace(ALIAS, programme="COVID_SM", debut=TODAY)
    with pytest.raises(AliasNotFunded):
        patients.create(team.medecin, funded)
    made = patients.create(team.medecin, replace(funded, programme="MSMA_HORS_FORFAIT"))
    assert [e.programme for e in episodes(team, made)] == ["MSMA_HORS_FORFAIT"]
    patients.close(team.medecin, episodes(team, made)[0].id, fin=TODAY, motif="DECES")
    with pytest.raises(AliasNotFunded):
        patients.include(team.medecin, made.id, programme="COVID_SM", debut=TODAY)


def test_that_anonymity_waits_for_the_end_of_a_funded_follow_up(team):
    sophie = team.patient()
    with pytest.raises(FollowUpFunded):
        patients.edit(team.medecin, sophie.id, ALIAS, None)
    patients.close(team.medecin, episodes(team, sophie)[0].id, fin=TODAY, motif="DECES")
    assert patients.edit(team.medecin, sophie.id, ALIAS, None).anonyme
    lifted = patients.edit(team.medecin, sophie.id, SAISIE, None)
    assert (lifted.anonyme, lifted.nom_affiche) == (False, "LÉGENDE Sophie")


def test_that_a_record_joined_to_another_is_neither_edited_nor_included(team):
    kept, gone = team.patient(), team.patient("Autre", programme=None, debut=None)
    office = team.medecin
    with office.store.begin(office.membre.id, office.now()) as work:
        work.patients.save(replace(gone, absorbe_par=kept.id))
    with pytest.raises(RecordJoined):
        patients.edit(office, gone.id, SAISIE, None)
    with pytest.raises(RecordJoined):
        patients.include(office, gone.id, programme="COVID_SM", debut=TODAY)


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


def test_that_an_episode_ends_once_and_not_in_the_future(team):
    (episode,) = episodes(team, team.patient())
    with pytest.raises(NotIncludable, match="avant"):
        patients.close(team.medecin, episode.id, fin=date(2026, 11, 20), motif="DECES")
    patients.close(team.medecin, episode.id, fin=TODAY, motif="DECES")
    with pytest.raises(NotIncludable, match="terminé"):
        patients.close(team.medecin, episode.id, fin=TODAY, motif="DECES")


def test_that_an_episode_begins_once_the_former_one_has_ended(team):
    sophie = team.patient()
    (episode,) = episodes(team, sophie)
    patients.close(team.medecin, episode.id, fin=date(2026, 11, 2), motif="DECES")
    for debut in (date(2026, 11, 1), date(2026, 3, 3), date(2025, 1, 1)):
        with pytest.raises(NotIncludable, match="couvre"):
            patients.include(team.medecin, sophie.id, programme="COVID_SM", debut=debut)
    patients.include(team.medecin, sophie.id, programme="COVID_SM", debut=date(2026, 11, 2))
    assert len(episodes(team, sophie)) == 2


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


@pytest.mark.parametrize(
    ("programme", "said"),
    [("PCR", "Parcours coordonné renforcé » est réservé"), ("ESSAI", "n’est plus décrit")],
)
def test_that_nobody_enters_a_programme_reserved_or_gone(team, programme, said):
    with pytest.raises(NotIncludable, match=said):
        team.patient(programme=programme)
