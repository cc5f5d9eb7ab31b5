"""A meeting from its proposals to its close, counted by hand on a real store."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from microstructure_desktop.domain.activite import duree
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import DecisionId
from microstructure_desktop.domain.synthese import (
    Colonne,
    Decision,
    Etat,
    Motif,
    ProchainPoint,
    Situation,
    Source,
    Suite,
    TypeDecision,
)
from microstructure_desktop.services import documents, patients, syntheses
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.heure_de_fin import FinInconnue
from microstructure_desktop.services.syntheses import (
    MeetingClosed,
    NothingDiscussed,
    SavedMeanwhile,
)
from tests.cabinet import TODAY

OCTOBER = date(2026, 10, 22)


def hold(team, *situations, jour=OCTOBER, reprises=None):
    """Open and close a meeting on its day; the clock comes back."""
    back = team.clock().astimezone()
    team.clock.set(jour, time(12, 30))
    prepared = syntheses.prepare(team.medecin)
    opened = syntheses.begin(
        team.medecin, replace(prepared.synthese, situations=situations), prepared.based_on
    )
    team.clock.set(jour, time(13, 25))
    synthese = opened.synthese
    if reprises is not None:
        synthese = replace(synthese, reprises=reprises)
    closed = syntheses.close(team.medecin, synthese, opened.based_on)
    team.clock.set(back.date(), back.time())
    return closed


def discussed(patient, *decisions, **changes):
    return replace(
        Situation(patient, Motif.AJOUT, decisions=decisions, minutes=6, vue=True), **changes
    )


def decision(text, qui=None, suite=Suite.A_FAIRE):
    return Decision(DecisionId(f"d{text}"), text, qui, suite=suite)


def prepared_with(team, *situations):
    found = syntheses.prepare(team.medecin)
    return syntheses.save(
        team.medecin, replace(found.synthese, situations=situations), found.based_on
    )


# --- preparing -----------------------------------------------------------------------------


def test_that_the_most_pressing_reasons_come_first_then_names(team):
    quiet = team.patient("Zanzibar", "Ève")
    team.seance(quiet.id, date(2026, 8, 3))
    newer = team.patient("Bernard", "Luc", debut=date(2026, 11, 10))
    newest = team.patient("Àbel", "Ana", debut=date(2026, 11, 12))
    asked = team.patient("Légende", "Sophie")
    team.seance(asked.id, date(2026, 11, 17), question="Relais tabac ?")
    calm = team.patient("Calme", "Paul")
    hold(
        team,
        discussed(calm.id, prochain_point=ProchainPoint.SUR_DEMANDE),
        discussed(quiet.id, prochain_point=ProchainPoint.SUR_DEMANDE),
    )
    found = syntheses.prepare(team.psychologue).propositions
    assert [(p.patient, p.motif) for p in found] == [
        (asked.id, Motif.QUESTION),
        (newest.id, Motif.INCLUSION),
        (newer.id, Motif.INCLUSION),
        (quiet.id, Motif.SANS_NOUVELLES),
        (calm.id, Motif.FICHE_DUE),
    ]
    assert found[0].question == "Relais tabac ?"
    assert found[0].auteur == team.psychologue.membre.id
    assert found[3].jours == 108  # from 3 August to 19 November
    assert found[4].jours == 77  # from 3 September, six months after the inclusion


def test_that_whoever_is_on_the_agenda_is_proposed_no_more_but_keeps_a_reason(team):
    sophie = team.patient(debut=date(2026, 11, 10))
    prepared_with(team, Situation(sophie.id, Motif.INCLUSION))
    found = syntheses.prepare(team.psychologue)
    assert found.propositions == ()
    assert [p.motif for p in found.proposees] == [Motif.INCLUSION]


def test_that_the_first_meeting_has_rank_one_and_the_team_that_receives_patients(team):
    found = syntheses.prepare(team.psychologue)
    assert found.numero == 1
    assert found.based_on is None
    assert (found.synthese.jour, found.synthese.debut) == (TODAY, time(12, 30))
    roles = [found.membres[m].role for m in found.synthese.presents]
    assert roles == [
        Role.MEDECIN,
        Role.PSYCHOLOGUE,
        Role.TRAVAILLEUR_SOCIAL,
        Role.PSYCHIATRE,
    ]


def test_that_preparing_writes_nothing_before_it_is_saved(team):
    first, second = syntheses.prepare(team.medecin), syntheses.prepare(team.medecin)
    assert first.synthese.id != second.synthese.id
    assert syntheses.reunions(team.medecin).lignes == ()


def test_that_a_saved_preparation_is_taken_up_by_the_next_who_comes(team):
    saved = prepared_with(team)
    assert syntheses.prepare(team.psychologue).synthese.id == saved.synthese.id


def test_that_the_next_meeting_opens_on_the_unfinished_decisions(team):
    sophie = team.patient()
    done = decision("Courrier", suite=Suite.FAITE)
    hold(team, discussed(sophie.id, done, decision("Patch", team.psychologue.membre.id)))
    found = syntheses.prepare(team.medecin).synthese.reprises
    assert [(r.patient, r.decision.texte, r.depuis) for r in found] == [
        (sophie.id, "Patch", OCTOBER)
    ]


def test_that_a_meeting_prepared_too_early_still_takes_up_what_was_decided_after(team):
    sophie = team.patient()
    under_way = syntheses.prepare(team.medecin)
    begun = syntheses.begin(
        team.medecin,
        replace(under_way.synthese, situations=(discussed(sophie.id, decision("Patch")),)),
        None,
    )
    early = syntheses.prepare(team.medecin)
    kept = syntheses.save(team.medecin, early.synthese, early.based_on)
    assert kept.synthese.reprises == ()
    syntheses.close(team.medecin, begun.synthese, begun.based_on)
    later = syntheses.prepare(team.medecin, kept.synthese.id)
    assert [r.decision.texte for r in later.synthese.reprises] == ["Patch"]
    opened = syntheses.begin(team.medecin, kept.synthese, kept.based_on)
    assert [r.decision.texte for r in opened.synthese.reprises] == ["Patch"]


def test_that_what_was_ticked_stays_ticked_and_is_not_taken_up_again(team):
    sophie = team.patient()
    hold(team, discussed(sophie.id, decision("Patch"), decision("Courrier")))
    open_ = syntheses.prepare(team.medecin).synthese.reprises
    ticked = (
        replace(open_[0], decision=replace(open_[0].decision, suite=Suite.FAITE)),
        open_[1],
    )
    hold(team, discussed(sophie.id), jour=date(2026, 11, 12), reprises=ticked)
    found = syntheses.prepare(team.medecin).synthese.reprises
    assert [(r.decision.texte, r.depuis) for r in found] == [("Courrier", OCTOBER)]


# --- holding -------------------------------------------------------------------------------


def test_that_opening_copies_what_each_profession_shared(team):
    sophie = team.patient()
    made = team.seance(
        sophie.id,
        date(2026, 11, 5),
        note_partagee="Trois semaines sans alcool.",
        note_personnelle="Ne pas écrire.",
        question="Relais tabac ?",
    )
    team.seance(sophie.id, date(2026, 11, 6), Role.MEDECIN, note_partagee="AUDIT 9.")
    opened = begun(team, Situation(sophie.id, Motif.QUESTION))
    found = opened.synthese.situation(sophie.id)
    assert found.psychologique == "Trois semaines sans alcool."
    assert found.medical == "AUDIT 9."
    assert found.social == ""
    assert found.question == "Relais tabac ?"
    assert Source(Colonne.PSYCHOLOGIQUE, made.id, made.jour, made.membre) in found.sources
    assert "Ne pas écrire" not in str(opened)
    assert opened.auteurs == {sophie.id: (team.psychologue.membre.id,)}


def test_that_the_next_meeting_copies_only_what_was_shared_since(team):
    sophie = team.patient()
    team.seance(sophie.id, date(2026, 10, 1), note_partagee="Avant.")
    hold(team, discussed(sophie.id))
    team.seance(sophie.id, date(2026, 11, 5), note_partagee="Après.")
    found = begun(team, Situation(sophie.id, Motif.AJOUT)).synthese.situation(sophie.id)
    assert found.psychologique == "Après."


def test_that_closing_ends_a_pause(team):
    sophie = team.patient()
    opened = begun(team, discussed(sophie.id))
    paused = opened.synthese.suspendue(team.clock())
    team.clock.set(TODAY, time(14, 15))
    closed = syntheses.close(team.medecin, paused, opened.based_on).synthese
    assert (closed.pause_depuis, closed.pause_secondes) == (None, 600)


def test_that_saying_there_is_no_decision_is_not_counted_as_one(team):
    sophie = team.patient()
    none = Decision(DecisionId("n"), "Aucune décision", type=TypeDecision.AUCUNE)
    hold(team, discussed(sophie.id, decision("Patch"), none))
    assert [x.decisions for x in syntheses.reunions(team.medecin).lignes] == [1]


def test_that_opening_dates_the_meeting_now_whatever_was_planned(team):
    prepared = syntheses.prepare(team.medecin)
    planned = replace(prepared.synthese, jour=date(2026, 11, 26), presents=())
    opened = syntheses.begin(team.medecin, planned, None).synthese
    assert (opened.etat, opened.jour, opened.debut) == (Etat.EN_COURS, TODAY, time(14, 5))
    assert len(opened.presents) == 4
    assert opened.redacteur == team.medecin.membre.id


def test_that_a_patient_added_in_the_meeting_is_prefilled_like_the_others(team):
    sophie = team.patient()
    team.seance(sophie.id, date(2026, 11, 5), note_partagee="Sommeil 6 h.")
    found = syntheses.add_patient(team.medecin, sophie.id)
    assert (found.motif, found.psychologique, found.vue) == (Motif.AJOUT, "Sommeil 6 h.", False)


def test_that_patients_are_found_by_name_to_be_added(team):
    sophie = team.patient()
    team.patient("Bernard", "Luc")
    assert syntheses.candidates(team.medecin, "légen") == (sophie,)


# --- drafts and colleagues -----------------------------------------------------------------


def begun(team, *situations):
    prepared = syntheses.prepare(team.medecin)
    synthese = replace(prepared.synthese, situations=situations)
    return syntheses.begin(team.medecin, synthese, prepared.based_on)


def test_that_a_draft_comes_back_to_its_author_alone(team):
    opened = begun(team)
    typed = replace(opened.synthese, organisation="Salle à réserver.")
    at = syntheses.save_draft(team.medecin, typed, opened.based_on)
    assert at == team.clock()
    found = syntheses.open_synthese(team.medecin, typed.id)
    assert (found.synthese, found.brouillon, found.entre_temps) == (typed, True, "")
    assert found.based_on == opened.based_on
    assert syntheses.open_synthese(team.psychologue, typed.id).synthese == opened.synthese


def test_that_saving_replaces_the_draft(team):
    opened = begun(team)
    typed = replace(opened.synthese, organisation="Salle à réserver.")
    syntheses.save_draft(team.medecin, typed, opened.based_on)
    syntheses.save(team.medecin, typed, opened.based_on)
    found = syntheses.open_synthese(team.medecin, typed.id)
    assert (found.synthese, found.brouillon) == (typed, False)


def test_that_a_stale_save_is_refused_and_says_who_was_faster(team):
    opened = begun(team)
    theirs = replace(opened.synthese, organisation="Salle à réserver.")
    syntheses.save(team.psychologue, theirs, opened.based_on)
    with pytest.raises(SavedMeanwhile, match=r"entre-temps par C\. Modèle"):
        syntheses.save(team.medecin, opened.synthese, opened.based_on)


def test_that_a_draft_overtaken_by_a_colleague_comes_back_with_their_name(team):
    opened = begun(team)
    mine = replace(opened.synthese, organisation="Permanence du 2.")
    syntheses.save_draft(team.medecin, mine, opened.based_on)
    theirs = replace(opened.synthese, organisation="Salle à réserver.")
    syntheses.save(team.psychologue, theirs, opened.based_on)
    found = syntheses.open_synthese(team.medecin, mine.id)
    assert (found.synthese, found.entre_temps) == (mine, "C. Modèle")
    with pytest.raises(SavedMeanwhile):
        syntheses.save(team.medecin, found.synthese, found.based_on)
    together = syntheses.merge(team.medecin, found.synthese, found.based_on)
    assert together.synthese.organisation == "Salle à réserver.\nPermanence du 2."
    syntheses.save(team.medecin, together.synthese, together.based_on)


def test_that_what_a_colleague_moved_meanwhile_is_not_put_back(team):
    opened = begun(team)
    theirs = replace(opened.synthese, lieu="Salle Pinel", visio=True)
    syntheses.save(team.psychologue, theirs, opened.based_on)
    mine = replace(opened.synthese, organisation="Permanence du 2.")
    together = syntheses.merge(team.medecin, mine, opened.based_on).synthese
    assert together == replace(theirs, organisation="Permanence du 2.")


def test_that_one_s_own_later_save_does_not_overtake_one_s_draft(team):
    opened = begun(team)
    mine = replace(opened.synthese, organisation="Permanence du 2.")
    syntheses.save(team.medecin, opened.synthese, opened.based_on)
    syntheses.save_draft(team.medecin, mine, opened.based_on)
    found = syntheses.open_synthese(team.medecin, mine.id)
    assert (found.synthese, found.entre_temps) == (mine, "")
    syntheses.save(team.medecin, found.synthese, found.based_on)


def test_that_a_draft_left_behind_by_a_close_is_shown_until_given_up(team):
    sophie = team.patient()
    opened = begun(team, discussed(sophie.id))
    mine = replace(opened.synthese, organisation="Permanence du 2.")
    syntheses.save_draft(team.psychologue, mine, opened.based_on)
    syntheses.close(team.medecin, opened.synthese, opened.based_on)
    found = syntheses.open_synthese(team.psychologue, mine.id)
    assert found.synthese.close
    assert found.ecarte == mine
    with pytest.raises(MeetingClosed):
        syntheses.merge(team.psychologue, mine)
    syntheses.drop_draft(team.psychologue, mine.id)
    assert syntheses.open_synthese(team.psychologue, mine.id).ecarte is None


def test_that_a_meeting_closed_late_is_taken_up_too(team):
    sophie = team.patient()
    asked = tuple(discussed(sophie.id, decision(text)) for text in ("Septembre", "Octobre"))
    team.clock.set(date(2026, 9, 24), time(12, 30))
    late = begun(team, asked[0])
    hold(team, asked[1])
    team.clock.set(TODAY, time(9))
    syntheses.close(team.medecin, late.synthese, late.based_on, time(14))
    found = syntheses.prepare(team.medecin).synthese
    assert [r.decision.texte for r in found.reprises] == ["Septembre", "Octobre"]


# --- closing -------------------------------------------------------------------------------


def test_that_a_number_printed_is_never_another_s(team):
    sophie = team.patient()
    team.clock.set(date(2026, 9, 24), time(12, 30))
    september = begun(team)
    october = hold(team, discussed(sophie.id))
    assert (october.numero, october.synthese.numero) == (2, 2)
    hold(team, discussed(sophie.id), jour=date(2026, 9, 10))
    numbers = {x.jour: x.numero for x in syntheses.reunions(team.medecin).lignes}
    assert numbers[OCTOBER] == 2
    assert sorted(numbers.values()) == [1, 2, 3]
    assert syntheses.open_synthese(team.medecin, september.synthese.id).numero == 3
    assert syntheses.open_synthese(team.medecin, october.synthese.id).numero == 2


def test_that_closing_ends_the_meeting_and_announces_the_next(team):
    sophie = team.patient()
    opened = begun(team, discussed(sophie.id))
    team.clock.set(TODAY, time(15, 2, 31))
    closed = syntheses.close(team.medecin, opened.synthese, opened.based_on).synthese
    assert (closed.etat, closed.fin) == (Etat.CLOSE, time(15, 2))
    assert closed.close_le == team.clock()
    assert closed.prochaine == date(2026, 12, 17)  # a Thursday, four weeks later


def test_that_a_meeting_closed_on_another_day_asks_when_it_ended(team):
    sophie = team.patient()
    opened = begun(team, discussed(sophie.id))
    paused = opened.synthese.suspendue(team.clock() + timedelta(minutes=50))
    team.clock.set(TODAY + timedelta(days=1), time(9))
    with pytest.raises(FinInconnue):
        syntheses.close(team.medecin, paused, opened.based_on)
    assert syntheses.open_synthese(team.medecin, paused.id).synthese.etat is Etat.EN_COURS
    fin = time(paused.debut.hour + 1, paused.debut.minute)
    closed = syntheses.close(team.medecin, paused, opened.based_on, fin).synthese
    assert (closed.fin, closed.pause_secondes, duree(closed)) == (fin, 600, 50)


def test_that_a_closed_meeting_never_changes_again(team):
    sophie = team.patient()
    closed = hold(team, discussed(sophie.id))
    changed = replace(closed.synthese, organisation="Ajout.", etat=Etat.EN_COURS)
    for based_on in (closed.based_on, None):
        for action in (syntheses.save, syntheses.begin, syntheses.close):
            with pytest.raises(MeetingClosed) as refused:
                action(team.medecin, changed, based_on)
            assert "additif" in refused.value.way_out
    kept = syntheses.open_synthese(team.medecin, closed.synthese.id)
    assert kept.synthese == closed.synthese


def test_that_a_meeting_where_nobody_was_discussed_is_not_closed(team):
    sophie = team.patient()
    opened = begun(team, Situation(sophie.id, Motif.AJOUT))
    with pytest.raises(NothingDiscussed):
        syntheses.close(team.medecin, opened.synthese, opened.based_on)


def test_that_a_question_is_answered_by_the_meeting_that_discussed_it(team):
    sophie, luc = team.patient(), team.patient("Bernard", "Luc")
    for patient in (sophie, luc):
        team.seance(patient.id, date(2026, 11, 17), question="Relais tabac ?")
    opened = begun(team, discussed(sophie.id), Situation(luc.id, Motif.QUESTION, "Relais tabac ?"))
    closed = syntheses.close(team.medecin, opened.synthese, opened.based_on)
    asked = [p.patient for p in syntheses.prepare(team.medecin).propositions
             if p.motif is Motif.QUESTION]  # fmt: skip
    assert asked == [luc.id]
    shown = syntheses.open_synthese(team.medecin, closed.synthese.id)
    assert shown.auteurs[sophie.id] == (team.psychologue.membre.id,)


# --- the list ------------------------------------------------------------------------------


def test_that_the_list_counts_what_was_discussed_and_decided(team):
    sophie, luc = team.patient(), team.patient("Bernard", "Luc")
    hold(
        team,
        discussed(sophie.id, decision("Patch"), decision("Courrier")),
        Situation(luc.id, Motif.AJOUT),
    )
    saved = prepared_with(team, Situation(sophie.id, Motif.AJOUT), Situation(luc.id, Motif.AJOUT))
    found = syntheses.reunions(team.psychologue)
    assert [(x.numero, x.etat, x.patients, x.decisions) for x in found.lignes] == [
        (2, Etat.PREPAREE, 2, 0),
        (1, Etat.CLOSE, 1, 2),
    ]
    assert found.prochaine.id == saved.synthese.id


def test_that_the_meeting_under_way_comes_before_one_already_prepared(team):
    begun(team)
    prepared_with(team)
    assert syntheses.reunions(team.medecin).prochaine.etat is Etat.EN_COURS


def test_that_the_reception_sees_no_meeting(team):
    reception = team[Role.SECRETARIAT]
    for action in (syntheses.reunions, syntheses.prepare):
        with pytest.raises(AccessDenied):
            action(reception)


def test_that_somebody_who_left_the_programme_is_proposed_once(team):
    sophie = team.patient()
    with team.medecin.store.read() as work:
        (inclusion,) = work.inclusions.of(sophie.id)
    calm = discussed(sophie.id, prochain_point=ProchainPoint.SUR_DEMANDE)
    hold(team, calm)
    patients.close(team.medecin, inclusion.id, fin=date(2026, 11, 2), motif="FIN_SUIVI")
    assert [p.motif for p in syntheses.prepare(team.medecin).propositions] == [Motif.SORTIE]
    hold(team, calm, jour=date(2026, 11, 12))
    assert syntheses.prepare(team.medecin).propositions == ()


def test_that_the_psychiatrist_reads_only_the_meetings_where_they_were(team):
    psychiatre = team[Role.PSYCHIATRE]
    patient = team.patient()
    first = syntheses.prepare(team.medecin)
    assert psychiatre.membre.id in first.synthese.presents
    absent = replace(
        first.synthese,
        presents=(team.medecin.membre.id,),
        situations=(Situation(patient.id, Motif.AJOUT),),
    )
    saved = syntheses.save(team.medecin, absent, None).synthese
    assert syntheses.reunions(psychiatre).lignes == ()
    assert len(syntheses.reunions(team.psychologue).lignes) == 1
    for refused in (
        lambda: syntheses.open_synthese(psychiatre, saved.id),
        lambda: syntheses.prepare(psychiatre, saved.id),
        lambda: syntheses.save(psychiatre, saved, None),
        lambda: documents.minutes(psychiatre, saved.id),
    ):
        with pytest.raises(AccessDenied, match="participants"):
            refused()


def test_that_the_psychiatrist_hears_what_others_decided_once_the_meeting_has_begun(team):
    psychiatre, patient = team[Role.PSYCHIATRE], team.patient()
    team.clock.set(OCTOBER, time(12, 30))
    first = syntheses.prepare(team.medecin)
    alone = replace(
        first.synthese,
        presents=(team.medecin.membre.id,),
        situations=(discussed(patient.id, decision("Entre nous")),),
    )
    opened = syntheses.begin(team.medecin, alone, None)
    syntheses.close(team.medecin, opened.synthese, opened.based_on)
    team.clock.set(TODAY, time(12, 30))
    assert syntheses.prepare(psychiatre).synthese.reprises == ()

    found = syntheses.prepare(team.medecin).synthese
    (waits,) = found.reprises
    ticked = replace(waits, decision=replace(waits.decision, suite=Suite.FAITE))
    syntheses.save(team.medecin, replace(found, reprises=(ticked,)), None)
    for read in (syntheses.open_synthese, syntheses.prepare):
        assert read(psychiatre, found.id).synthese.reprises == ()
    theirs = syntheses.prepare(psychiatre)
    assert syntheses.merge(psychiatre, theirs.synthese, theirs.based_on).synthese.reprises == ()
    again = syntheses.save(psychiatre, theirs.synthese, theirs.based_on)
    assert again.synthese.reprises == ()
    assert syntheses.open_synthese(team.medecin, found.id).synthese.reprises == (ticked,)
    begun = syntheses.begin(psychiatre, again.synthese, again.based_on)
    assert begun.synthese.reprises == (ticked,)
