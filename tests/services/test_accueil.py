"""The day of the person at the keyboard, counted by hand."""

from dataclasses import replace
from datetime import date, time

import pytest

from microstructure_desktop.domain.consultation import Issue, TypeActe
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.domain.synthese import Motif, Situation
from microstructure_desktop.services import accueil, consultations, drafts, syntheses
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.accueil import GenreTache
from microstructure_desktop.services.envois_attendus import Attendu, Quoi
from microstructure_desktop.services.fin_de_journee import GenreReste
from microstructure_desktop.services.nouvelles import GenreNouvelle
from microstructure_desktop.services.presences import EtatRendezVous
from microstructure_desktop.services.rendez_vous import AppointmentOver
from microstructure_desktop.services.suivi import FICHE_DE_SUIVI
from tests.cabinet import TODAY
from tests.factories import a_permanence, a_synthese, an_inclusion

from . import billing
from .cases import as_role, asked, planned, write


@pytest.fixture
def sophie(team):
    return team.patient(debut=date(2026, 10, 1))


def day(team, role=Role.PSYCHOLOGUE):
    return accueil.accueil(team[role])


def tasks(team, role=Role.PSYCHOLOGUE):
    return [(t.genre, t.patient.nom if t.patient else None) for t in day(team, role).taches]


# --- appointments --------------------------------------------------------------------------


def test_that_an_appointment_says_which_act_it_will_be(team, sophie):
    for jour in (5, 12):
        team.seance(sophie.id, date(2026, 11, jour))
    planned(team, sophie, TODAY, heure=time(15, 30))
    (ligne,) = day(team).rendez_vous
    assert (ligne.rang, ligne.inclus, ligne.etat) == (3, 6, EtatRendezVous.ATTENDU)
    assert (ligne.patient, ligne.consultation) == (sophie, None)


def test_that_only_ones_own_appointments_are_shown_in_the_order_of_the_day(team, sophie):
    other = team.patient("Autre", "Jean")
    planned(team, sophie, TODAY, heure=time(16))
    planned(team, other, TODAY, heure=time(14))
    planned(team, sophie, TODAY, Role.MEDECIN, heure=time(9))
    assert [x.patient.nom for x in day(team).rendez_vous] == ["Autre", "Légende"]
    assert [x.patient.nom for x in day(team, Role.MEDECIN).rendez_vous] == ["Légende"]


@pytest.mark.parametrize(
    ("issue", "etat", "rang"),
    [
        (Issue.HONORE, EtatRendezVous.FAIT, 1),
        (Issue.ABSENT_EXCUSE, EtatRendezVous.EXCUSE, 1),
        (Issue.ABSENT_NON_EXCUSE, EtatRendezVous.ABSENT, 1),
    ],
)
def test_that_a_recorded_session_gives_its_appointment_a_state(team, sophie, issue, etat, rang):
    planned(team, sophie, TODAY, heure=time(14))
    made = team.seance(sophie.id, TODAY, issue=issue)
    (ligne,) = day(team).rendez_vous
    assert (ligne.etat, ligne.rang, ligne.consultation) == (etat, rang, made.id)


def test_that_an_errand_of_the_day_leaves_the_appointment_expected(team, sophie):
    social = Role.TRAVAILLEUR_SOCIAL
    planned(team, sophie, TODAY, social, heure=time(16))
    team.seance(sophie.id, TODAY, social, type=TypeActe.DEMARCHE_SANS_PATIENT)
    (ligne,) = day(team, social).rendez_vous
    assert (ligne.etat, ligne.consultation) == (EtatRendezVous.ATTENDU, None)
    assert day(team, social).chiffres.file_active == 0
    made = team.seance(sophie.id, TODAY, social, type=TypeActe.VAD)
    (ligne,) = day(team, social).rendez_vous
    assert (ligne.etat, ligne.consultation) == (EtatRendezVous.FAIT, made.id)
    assert day(team, social).chiffres.file_active == 1


def test_that_a_session_begun_is_under_way(team, sophie):
    planned(team, sophie, TODAY)
    opened = consultations.open_seance(team.psychologue, sophie.id)
    consultations.save_draft(team.psychologue, opened.id, sophie.id, {"note_partagee": "x"})
    assert day(team).rendez_vous[0].etat is EtatRendezVous.EN_COURS


def test_that_an_empty_day_announces_the_next_appointment(team, sophie):
    planned(team, sophie, date(2026, 12, 10))
    planned(team, sophie, date(2026, 12, 3), heure=time(9))
    shown = day(team)
    assert shown.rendez_vous == ()
    assert shown.prochain.rendez_vous.jour == date(2026, 12, 3)
    assert day(team, Role.MEDECIN).prochain is None


@pytest.mark.parametrize(
    ("issue", "etat"),
    [
        (Issue.ABSENT_EXCUSE, EtatRendezVous.EXCUSE),
        (Issue.ABSENT_NON_EXCUSE, EtatRendezVous.ABSENT),
    ],
)
def test_that_an_absence_is_noted_in_one_action(team, sophie, issue, etat):
    rdv = planned(team, sophie, TODAY, heure=time(14))
    planned(team, sophie, date(2026, 12, 3))
    asked(team, sophie, "Reprise ?")
    noted = accueil.note_absence(team.psychologue, rdv.id, issue)
    assert (noted.issue, noted.jour, noted.heure) == (issue, TODAY, time(14))
    shown = day(team)
    assert shown.rendez_vous[0].etat is etat
    assert shown.prochain.rendez_vous.jour == date(2026, 12, 3)
    assert consultations.open_seance(team.psychologue, sophie.id).saisie.question == "Reprise ?"


def test_that_the_reception_notes_no_absence(team, sophie):
    rdv = planned(team, sophie, TODAY)
    with pytest.raises(AccessDenied):
        accueil.note_absence(team[Role.SECRETARIAT], rdv.id, Issue.ABSENT_EXCUSE)
    with pytest.raises(AccessDenied):
        accueil.note_absence(team.medecin, rdv.id, Issue.ABSENT_EXCUSE)


def test_that_an_absence_is_noted_once(team, sophie):
    rdv = planned(team, sophie, TODAY)
    accueil.note_absence(team.psychologue, rdv.id, Issue.ABSENT_EXCUSE)
    with pytest.raises(AppointmentOver):
        accueil.note_absence(team.psychologue, rdv.id, Issue.ABSENT_EXCUSE)


def test_that_the_absence_of_a_relative_is_not_the_person_s_own(team, sophie):
    planned(team, sophie, TODAY, heure=time(10))
    relative = planned(team, sophie, TODAY, heure=time(16), entourage=True)
    noted = accueil.note_absence(team.psychologue, relative.id, Issue.ABSENT_NON_EXCUSE)
    assert (noted.type, noted.heure) == (TypeActe.ENTRETIEN_ENTOURAGE, time(16))
    states = [x.etat for x in day(team).rendez_vous]
    assert states == [EtatRendezVous.ATTENDU, EtatRendezVous.ABSENT]


def test_that_an_absence_leaves_what_is_being_typed(team, sophie):
    rdv = planned(team, sophie, TODAY)
    opened = consultations.open_seance(team.psychologue, sophie.id)
    consultations.save_draft(team.psychologue, opened.id, sophie.id, {"note_partagee": "x"})
    accueil.note_absence(team.psychologue, rdv.id, Issue.ABSENT_EXCUSE)
    again = consultations.open_seance(team.psychologue, sophie.id)
    assert (again.id, again.brouillon["note_partagee"]) == (opened.id, "x")


def test_that_a_session_begun_another_day_is_not_under_way_today(team, sophie):
    team.clock.set(date(2026, 11, 18), time(9))
    opened = consultations.open_seance(team.psychologue, sophie.id)
    consultations.save_draft(team.psychologue, opened.id, sophie.id, {"note_partagee": "x"})
    team.clock.set(TODAY, time(9))
    planned(team, sophie, TODAY)
    assert day(team).rendez_vous[0].etat is EtatRendezVous.ATTENDU


# --- tasks ---------------------------------------------------------------------------------


def test_that_unfinished_texts_come_first_then_silences_then_fiches(team, sophie):
    silent = team.patient("Muet", "Jean", debut=date(2026, 8, 1))
    team.seance(silent.id, date(2026, 10, 1))
    due = team.patient("Due", "Anne", debut=date(2026, 4, 1))
    team.seance(due.id, date(2026, 11, 12))
    drafts.save(team.psychologue, drafts.SEANCE, "s1", {"note": "x"}, sophie.id)
    assert tasks(team) == [
        (GenreTache.BROUILLON, "Légende"),
        (GenreTache.SANS_NOUVELLES, "Muet"),
        (GenreTache.FICHE_DUE, "Due"),
    ]
    assert tasks(team, Role.MEDECIN) == tasks(team)[1:]
    assert tasks(team, Role.PSYCHIATRE) == [(GenreTache.SANS_NOUVELLES, "Muet")]
    silence, fiche = day(team).taches[1:]
    assert (silence.jours, silence.jour) == (49, date(2026, 10, 1))
    assert (fiche.cible, fiche.jour) == (FICHE_DE_SUIVI, date(2026, 10, 1))


def test_that_a_registration_begun_waits_but_an_identity_being_corrected_does_not(team, sophie):
    office = team.psychologue
    drafts.save(office, drafts.PATIENT, drafts.NEW, {"nom": "Nou"})
    drafts.save(office, drafts.PATIENT, f"{sophie.id}/identite", {"nom": "x"}, sophie.id)
    drafts.save(office, "lieu", "route", {"route": "accueil", "params": {}})
    (tache,) = day(team).taches
    assert (tache.genre_brouillon, tache.cible, tache.patient) == (
        drafts.PATIENT, drafts.NEW, None,
    )  # fmt: skip


def test_that_a_fiche_begun_is_opened_by_its_form(team, sophie):
    drafts.save(team.psychologue, drafts.FICHE, "f1", {"form": FICHE_DE_SUIVI}, sophie.id)
    (tache,) = day(team).taches
    assert (tache.genre_brouillon, tache.cible) == (drafts.FICHE, FICHE_DE_SUIVI)


# --- meeting, export, figures --------------------------------------------------------------


def test_that_the_next_meeting_and_its_proposals_are_announced(team, sophie):
    asked(team, sophie, "Reprise ?")
    shown = day(team)
    assert (shown.synthese, shown.prochaine_synthese, shown.propositions) == (None, TODAY, 1)
    prepared = syntheses.prepare(team.medecin).synthese
    situations = (Situation(sophie.id, Motif.QUESTION),)
    planned_day = date(2026, 11, 26)
    saved = syntheses.save(
        team.medecin, replace(prepared, jour=planned_day, situations=situations), None
    )
    shown = day(team)
    assert (shown.synthese.id, shown.synthese.patients) == (saved.synthese.id, 1)
    assert (shown.prochaine_synthese, shown.propositions) == (planned_day, 0)


def test_that_last_month_waits_to_be_handed_over_when_something_happened(team, sophie):
    assert day(team).export is None
    team.seance(sophie.id, date(2026, 10, 20))
    assert day(team).export == Attendu(Mois(2026, 10), Quoi.A_ENVOYER)
    assert day(team, Role.SECRETARIAT).export is None


def test_that_four_figures_count_the_year(team):
    first = team.patient("Un", "A", debut=date(2025, 12, 20))
    second = team.patient("Deux", "B", debut=date(2026, 6, 1))
    outside = team.patient("Trois", "C", programme="MSMA_HORS_FORFAIT")
    left = team.patient("Quatre", "D", programme=None, debut=None)
    team.seance(first.id, date(2025, 12, 22))
    team.seance(first.id, date(2026, 2, 2))
    team.seance(second.id, date(2026, 6, 3))
    team.seance(second.id, date(2026, 6, 3), Role.TRAVAILLEUR_SOCIAL)
    team.seance(second.id, date(2026, 6, 10), issue=Issue.ABSENT_EXCUSE)
    team.seance(outside.id, date(2026, 7, 1))
    gone = an_inclusion(patient=left.id, debut=date(2026, 1, 5), fin=date(2026, 9, 1))
    write(team, "inclusions", gone)
    team.seance(left.id, date(2026, 3, 3))
    chiffres = day(team).chiffres
    assert (chiffres.suivis, chiffres.file_active) == (3, 4)
    assert chiffres.actes[Role.PSYCHOLOGUE] == (3, 12)
    assert chiffres.actes[Role.TRAVAILLEUR_SOCIAL] == (1, 14)
    assert chiffres.actes[Role.MEDECIN] == (0, 2)
    assert chiffres.echeances == 1  # Un: 19 December 2026, 30 days left


def test_that_forfaits_near_their_term_are_those_of_their_page(team):
    """One is complete and loses nothing; two people leave before their term, in 11 days."""
    billing.followed(team, "Fini", "A", debut=date(2025, 12, 1), done=billing.WHOLE)
    for nom in ("Part", "Quitte"):
        left = team.patient(nom, "B", programme=None, debut=None)
        ends = an_inclusion(patient=left.id, debut=date(2026, 9, 1), fin=date(2026, 11, 30))
        write(team, "inclusions", ends)
    assert billing.board(team).a_echeance.nombre == 2
    assert day(team).chiffres.echeances == 2


def test_that_the_reception_sees_everybody_s_appointments_and_no_care(team, sophie):
    team.seance(sophie.id, date(2026, 9, 1))
    planned(team, sophie, TODAY, heure=time(15))
    planned(team, sophie, TODAY, Role.MEDECIN, heure=time(9))
    asked(team, sophie, "x")
    shown = day(team, Role.SECRETARIAT)
    assert [(x.membre.role, x.rang, x.inclus) for x in shown.rendez_vous] == [
        (Role.MEDECIN, None, None), (Role.PSYCHOLOGUE, None, None),
    ]  # fmt: skip
    assert (shown.taches, shown.prochain, shown.fin, shown.attentes) == ((), None, None, ())
    assert shown.nouvelles.lignes == ()
    assert (shown.synthese, shown.prochaine_synthese, shown.propositions) == (None, None, 0)


def test_that_who_prepares_no_meeting_only_knows_its_day(team, sophie):
    planned_day = date(2026, 11, 26)
    write(team, "syntheses", a_synthese(jour=planned_day, situations=()))
    asked(team, sophie, "x")
    for role in (Role.SECRETARIAT, Role.COORDINATION):
        office = as_role(team[Role.SECRETARIAT], role)
        shown = accueil.accueil(office)
        assert (shown.synthese, shown.prochaine_synthese, shown.propositions) == (
            None, planned_day, 0,
        )  # fmt: skip


def test_that_the_coordination_has_no_appointment(team, sophie):
    planned(team, sophie, TODAY)
    shown = accueil.accueil(as_role(team[Role.SECRETARIAT], Role.COORDINATION))
    assert (shown.rendez_vous, shown.permanence, shown.rappels) == ((), None, ())


def test_that_each_part_of_the_day_is_there_for_who_receives(team):
    team.clock.set(date(2026, 11, 1), time(9))
    sophie = team.patient(debut=date(2026, 10, 1))
    write(team, "permanences", a_permanence(membre=team.psychologue.membre.id))
    planned(team, sophie, TODAY, heure=time(14), duree=45)
    team.seance(sophie.id, date(2026, 11, 12))
    team.seance(sophie.id, date(2026, 11, 17), Role.MEDECIN)
    team.clock.set(TODAY, time(14, 5))
    shown = day(team)
    assert shown.permanence.libres == 3
    assert shown.prochaine_permanence[0] == date(2026, 11, 26)
    assert [n.genre for n in shown.nouvelles.lignes] == [GenreNouvelle.SEANCE]
    assert [r.genre for r in shown.fin.restes] == [GenreReste.PRESENCE]
    assert [a.genre for a in day(team, Role.MEDECIN).attentes] == []
