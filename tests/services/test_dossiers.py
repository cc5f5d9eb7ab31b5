"""One record at a glance, counted by hand."""

from dataclasses import replace
from datetime import date, time

import pytest

from microstructure_desktop.domain.consultation import Issue, TypeActe
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.synthese import Etat, Motif, Situation
from microstructure_desktop.forms.catalogue import Catalogue
from microstructure_desktop.services import dossiers, drafts, fiches, patients, syntheses
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.dossiers import GenreAlerte
from microstructure_desktop.services.fiche_forms import UnknownForm
from microstructure_desktop.services.patients import Formulaire
from microstructure_desktop.services.suivi import FICHE_DE_SUIVI
from tests.cabinet import TODAY
from tests.factories import a_fiche, a_synthese

from .cases import asked, filled, planned, write


@pytest.fixture
def sophie(team):
    return team.patient()


def opened(team, patient, role=Role.PSYCHOLOGUE):
    return dossiers.dossier(team[role], patient.id)


def alerts(team, patient, role=Role.PSYCHOLOGUE):
    return [a.genre for a in opened(team, patient, role).alertes]


def meet(team, patient, jour, *, minutes=0, vue=True, others=(), **changes):
    situation = Situation(patient.id, Motif.QUESTION, vue=vue, minutes=minutes)
    situations = (situation, *others)
    synthese = a_synthese(jour=jour, situations=situations, etat=Etat.CLOSE, **changes)
    return write(team, "syntheses", replace(synthese, close_le=team.clock()))


# --- sessions and their rank ---------------------------------------------------------------


def test_that_a_session_is_the_fourth_of_its_forfait(team, sophie):
    days = [date(2026, 3, 10), date(2026, 5, 12), date(2026, 9, 8), date(2026, 11, 12)]
    for jour in days:
        team.seance(sophie.id, jour)
    team.seance(sophie.id, date(2026, 10, 1), issue=Issue.ABSENT_NON_EXCUSE)
    team.seance(sophie.id, date(2026, 10, 8), type=TypeActe.ENTRETIEN_ENTOURAGE)
    team.seance(sophie.id, date(2026, 11, 9), Role.TRAVAILLEUR_SOCIAL)
    team.seance(sophie.id, date(2026, 11, 10), Role.PSYCHIATRE)
    ranks = [(s.consultation.jour, s.rang) for s in opened(team, sophie).seances]
    assert ranks == [
        (date(2026, 11, 12), 4),
        (date(2026, 11, 10), None),
        (date(2026, 11, 9), 1),
        (date(2026, 10, 8), None),
        (date(2026, 10, 1), None),
        (date(2026, 9, 8), 3),
        (date(2026, 5, 12), 2),
        (date(2026, 3, 10), 1),
    ]


def test_that_a_session_is_read_with_the_answers_shared_with_the_reader(team, sophie):
    said = {"seance_psychologue": {"rud_change": False, "craving": 7}}
    team.seance(sophie.id, date(2026, 11, 12), reponses=said)
    team.seance(sophie.id, date(2026, 11, 13))
    plain, answered = opened(team, sophie).seances
    assert (plain.form, plain.consultation.reponses) == (None, {})
    assert answered.form.id == "seance_psychologue"
    assert answered.consultation.reponses == {"rud_change": False, "craving": 7}
    _, by_the_doctor = opened(team, sophie, Role.MEDECIN).seances
    assert by_the_doctor.consultation.reponses == {"rud_change": False}


def test_that_ranks_start_again_with_each_cycle_and_go_beyond_what_is_included(team):
    sophie = team.patient(debut=date(2025, 11, 1))
    team.seance(sophie.id, date(2025, 11, 3))
    for jour in range(2, 9):
        team.seance(sophie.id, date(2026, 11, jour))
    ranks = [s.rang for s in opened(team, sophie).seances]
    assert ranks == [7, 6, 5, 4, 3, 2, 1, 1]


def test_that_an_act_before_the_inclusion_counts_nowhere(team, sophie):
    team.seance(sophie.id, date(2026, 3, 2))
    assert [s.rang for s in opened(team, sophie).seances] == [None]


# --- what is planned, asked, filled, discussed ---------------------------------------------


def test_that_an_appointment_is_shown_until_its_session_is_recorded(team, sophie):
    planned(team, sophie, date(2026, 11, 18))
    planned(team, sophie, TODAY, heure=time(14))
    planned(team, sophie, date(2026, 12, 2))
    team.seance(sophie.id, TODAY, type=TypeActe.DEMARCHE_SANS_PATIENT)
    days = [r.jour for r in opened(team, sophie).rendez_vous]
    assert days == [TODAY, date(2026, 12, 2)]
    assert opened(team, sophie).suivi.dernier_acte is None
    team.seance(sophie.id, TODAY)
    dossier = opened(team, sophie)
    assert TODAY not in [r.jour for r in dossier.rendez_vous]


def test_that_a_question_stays_open_until_a_meeting_discusses_it(team, sophie):
    asked(team, sophie, "Reprise du travail ?")
    assert [q.texte for q in opened(team, sophie).questions] == ["Reprise du travail ?"]
    meet(team, sophie, TODAY)
    assert opened(team, sophie).questions == ()


def test_that_minutes_are_those_of_the_current_forfait(team):
    sophie = team.patient(debut=date(2025, 3, 3))
    meet(team, sophie, date(2026, 2, 26), minutes=9)
    meet(team, sophie, date(2026, 10, 29), minutes=5)
    meet(team, sophie, date(2026, 11, 12), minutes=8)
    meet(team, sophie, date(2026, 11, 13), minutes=20, vue=False)
    team.seance(sophie.id, date(2026, 2, 1), Role.PSYCHIATRE)
    team.seance(sophie.id, date(2026, 4, 1), Role.PSYCHIATRE, duree=40)
    team.seance(sophie.id, date(2026, 5, 1), Role.PSYCHIATRE, issue=Issue.ABSENT_EXCUSE)
    dossier = opened(team, sophie)
    assert (dossier.concertation_minutes, dossier.psychiatre_minutes) == (13, 40)
    assert [p.synthese.jour for p in dossier.passages] == [
        date(2026, 11, 13), date(2026, 11, 12), date(2026, 10, 29), date(2026, 2, 26),
    ]  # fmt: skip


def test_that_who_was_not_there_reads_nothing_of_a_meeting_but_its_minutes_count(team, sophie):
    """The psychiatrist reads the meetings where she is; the time is a figure of the record."""
    here = team[Role.PSYCHIATRE].membre.id
    meet(team, sophie, date(2026, 10, 29), minutes=5)
    there = meet(team, sophie, date(2026, 11, 12), minutes=8, presents=(here,))
    dossier = opened(team, sophie, Role.PSYCHIATRE)
    assert [p.synthese.id for p in dossier.passages] == [there.id]
    assert dossier.concertation_minutes == 13
    assert len(opened(team, sophie).passages) == 2


def test_that_a_record_says_nothing_of_who_else_a_meeting_discussed(team, sophie):
    other = Situation("autre", Motif.QUESTION, psychologique="Ce qui se dit d’autrui", vue=True)
    meet(team, sophie, date(2026, 11, 12), others=(other,), organisation="Le local")
    said = repr(opened(team, sophie).passages)
    assert sophie.id in said
    assert "autre" not in said
    assert "autrui" not in said
    assert "Le local" not in said


def test_that_a_meeting_being_prepared_is_shown_but_spends_no_time(team, sophie):
    prepared = syntheses.prepare(team.medecin).synthese
    situation = Situation(sophie.id, Motif.AJOUT, minutes=6)
    syntheses.save(team.medecin, replace(prepared, situations=(situation,)), None)
    dossier = opened(team, sophie)
    assert [p.situation for p in dossier.passages] == [situation]
    assert dossier.concertation_minutes == 0


def test_that_fiches_are_listed_with_their_title_and_versions(team, sophie):
    fiche = filled(team, sophie)
    again = fiches.open_fiche(team.psychologue, fiche.id)
    fiches.save(team.psychologue, again, jour=TODAY, answers=again.answers, complete=True)
    (ligne,) = opened(team, sophie).fiches
    assert (ligne.titre, ligne.revisions) == ("Fiche psychologique de suivi", 2)


def test_that_a_fiche_whose_form_left_is_listed_under_the_title_it_had(team, sophie):
    filled(team, sophie)
    office = team.psychologue
    bare = replace(office, reference=replace(office.reference, forms=Catalogue()))
    (ligne,) = dossiers.dossier(bare, sophie.id).fiches
    assert ligne.titre == "Fiche psychologique de suivi"


def test_that_a_fiche_is_read_by_another_profession_within_what_it_shares(team, sophie):
    fiche = filled(team, sophie)
    mine = dossiers.read_fiche(team.psychologue, fiche.id)
    theirs = dossiers.read_fiche(team.medecin, fiche.id)
    assert mine.form.id == theirs.form.id == FICHE_DE_SUIVI
    assert set(theirs.answers) < set(mine.answers)
    with pytest.raises(AccessDenied):
        dossiers.read_fiche(team[Role.SECRETARIAT], fiche.id)


def test_that_a_fiche_of_a_form_nobody_knows_is_listed_and_says_so_when_read(team, sophie):
    fiche = write(team, "fiches", a_fiche(patient=sophie.id, form="ancienne"))
    (ligne,) = opened(team, sophie).fiches
    assert ligne.titre == "ancienne"
    with pytest.raises(UnknownForm):
        dossiers.read_fiche(team.psychologue, fiche.id)


# --- alerts --------------------------------------------------------------------------------


def test_that_somebody_outside_any_programme_is_told(team):
    sophie = team.patient(programme=None, debut=None)
    dossier = opened(team, sophie)
    assert [a.genre for a in dossier.alertes] == [GenreAlerte.NON_INCLUS]
    assert (dossier.inclusion, dossier.forfait, dossier.programme) == (None, None, None)


def test_that_only_ones_own_unfinished_texts_are_told(team, sophie):
    office = team.psychologue
    drafts.save(office, drafts.SEANCE, "s1", {"note": "x"}, sophie.id)
    drafts.save(office, drafts.FICHE, "f1", {"form": FICHE_DE_SUIVI}, sophie.id)
    subject = Formulaire.IDENTITE.sujet(sophie.id)
    drafts.save(office, drafts.PATIENT, subject, {"nom": "x"}, sophie.id)
    told = {(a.cible, a.sujet) for a in opened(team, sophie).alertes if a.cible != FICHE_DE_SUIVI}
    assert told == {
        (drafts.SEANCE, "s1"),
        (drafts.FICHE, FICHE_DE_SUIVI),
        (drafts.PATIENT, subject),
    }
    assert alerts(team, sophie, Role.MEDECIN) == [GenreAlerte.FICHE_DUE]


def test_that_a_due_fiche_a_silence_and_a_used_up_forfait_are_told(team, sophie):
    team.seance(sophie.id, date(2026, 3, 10), Role.MEDECIN)
    for jour in range(1, 7):
        team.seance(sophie.id, date(2026, 9, jour))
    for jour in range(1, 8):
        team.seance(sophie.id, date(2026, 10, jour), Role.TRAVAILLEUR_SOCIAL)
    due, used, silent = opened(team, sophie).alertes
    assert (due.genre, due.jour, due.cible) == (
        GenreAlerte.FICHE_DUE, date(2026, 9, 3), FICHE_DE_SUIVI,
    )  # fmt: skip
    assert (used.genre, used.jour) == (GenreAlerte.FORFAIT_EPUISE, date(2027, 3, 2))
    assert (silent.genre, silent.jours) == (GenreAlerte.SANS_NOUVELLES, 43)
    assert silent.jour == date(2026, 10, 7)


def test_that_who_left_asks_for_nothing(team, sophie):
    (episode,) = opened(team, sophie).inclusions
    patients.close(team.medecin, episode.id, fin=date(2026, 11, 1), motif="DECES")
    assert alerts(team, sophie) == []


def test_that_a_record_is_for_those_who_care(team, sophie):
    for role in (Role.SECRETARIAT,):
        with pytest.raises(AccessDenied):
            opened(team, sophie, role)
    dossier = opened(team, sophie, Role.PSYCHIATRE)
    assert (dossier.age, dossier.patient, dossier.programme.code) == (34, sophie, "COVID_SM")
    assert team.psychologue.membre.id in dossier.membres
