"""Who objects to being read by somebody is read by them no more, anywhere."""

from datetime import date, time

import pytest

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.domain.declaration import Declaration, Objet
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import new_id
from microstructure_desktop.services import (
    cercle,
    consultations,
    corbeille,
    documents,
    dossiers,
    droits_personne,
    echange_fiches,
    fiches,
    journal,
    questions,
    syntheses,
)
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.cercle import (
    MotifTropCourt,
    PartageLimite,
    RienAPasserOutre,
)
from microstructure_desktop.services.dossiers import GenreAlerte
from microstructure_desktop.services.historique import historique
from microstructure_desktop.services.oppositions import Cible
from microstructure_desktop.services.trajectoire import trajectoire
from tests.cabinet import TODAY

MARCH = date(2026, 3, 9)
WORRY = "se confie sur son frère"


@pytest.fixture
def sophie(team):
    """A session of the psychologist and one of the doctor, and a psychological fiche."""
    patient = team.patient()
    team.seance(patient.id, MARCH, note_partagee=WORRY, evolution=6)
    team.seance(patient.id, date(2026, 4, 2), Role.MEDECIN, note_partagee="tension stable")
    opened = fiches.start(team.psychologue, patient.id, "psychologique_suivi")
    fiches.save(team.psychologue, opened, jour=MARCH, answers={"craving": 5}, complete=False)
    return patient


def object_to(team, patient, **before):
    """Before the whole team, one role or one member."""
    return droits_personne.declarer(
        team.psychologue, patient.id, Cible(Objet.PARTAGE, **before), oppose=True, jour=TODAY
    )


def authors(team, office, patient):
    lu = dossiers.dossier(office, patient.id)
    return [s.consultation.role for s in lu.seances]


def test_that_one_professional_reads_only_what_they_wrote(team, sophie):
    object_to(team, sophie, membre=team.medecin.membre.id)
    lu = dossiers.dossier(team.medecin, sophie.id)
    assert [s.consultation.role for s in lu.seances] == [Role.MEDECIN]
    assert (lu.fiches, lu.passages, lu.limite) == ((), (), True)
    assert trajectoire(team.medecin, sophie.id).series == ()
    assert authors(team, team.travailleur_social, sophie) == [Role.MEDECIN, Role.PSYCHOLOGUE]
    assert not dossiers.dossier(team.travailleur_social, sophie.id).limite


def test_that_a_whole_profession_can_be_kept_out(team, sophie):
    object_to(team, sophie, role=Role.TRAVAILLEUR_SOCIAL)
    assert authors(team, team.travailleur_social, sophie) == []
    assert authors(team, team.medecin, sophie) == [Role.MEDECIN, Role.PSYCHOLOGUE]


def test_that_before_the_whole_team_each_keeps_their_own(team, sophie):
    object_to(team, sophie)
    assert authors(team, team.psychologue, sophie) == [Role.PSYCHOLOGUE]
    assert authors(team, team.medecin, sophie) == [Role.MEDECIN]


def test_that_a_closed_fiche_is_opened_printed_and_exported_by_no_way(team, sophie):
    (ligne,) = dossiers.dossier(team.medecin, sophie.id).fiches
    object_to(team, sophie, membre=team.medecin.membre.id)
    for refused in (
        lambda: dossiers.read_fiche(team.medecin, ligne.fiche.id),
        lambda: documents.fiche(team.medecin, ligne.fiche.id),
        lambda: historique(team.medecin, ligne.fiche.id),
    ):
        with pytest.raises(PartageLimite):
            refused()
    assert echange_fiches.reponses(team.medecin, sophie.numero) == ()


def test_that_lifting_it_opens_again_at_once(team, sophie):
    object_to(team, sophie, role=Role.MEDECIN)
    assert authors(team, team.medecin, sophie) == [Role.MEDECIN]
    droits_personne.declarer(
        team.psychologue,
        sophie.id,
        Cible(Objet.PARTAGE, role=Role.MEDECIN),
        oppose=False,
        jour=TODAY,
    )
    assert authors(team, team.medecin, sophie) == [Role.MEDECIN, Role.PSYCHOLOGUE]


def test_that_who_takes_their_agreement_back_is_shared_with_nobody(team, sophie):
    droits_personne.declarer(team.medecin, sophie.id, Cible(Objet.RETRAIT), oppose=True, jour=TODAY)
    assert authors(team, team.medecin, sophie) == [Role.MEDECIN]


def test_that_the_counter_still_counts_what_is_hidden(team, sophie):
    before = dossiers.dossier(team.medecin, sophie.id).forfait
    object_to(team, sophie)
    assert dossiers.dossier(team.medecin, sophie.id).forfait == before


def test_that_who_will_not_read_is_not_among_the_readers(team, sophie):
    object_to(team, sophie, membre=team.medecin.membre.id)
    lecteurs = consultations.open_seance(team.psychologue, sophie.id).lecteurs
    assert team.medecin.membre.nom_affiche not in lecteurs
    assert team.travailleur_social.membre.nom_affiche in lecteurs


def test_that_the_record_says_what_is_objected_to_and_that_it_is_limited(team, sophie):
    object_to(team, sophie, membre=team.medecin.membre.id)
    alertes = {a.genre: a for a in dossiers.dossier(team.medecin, sophie.id).alertes}
    assert alertes[GenreAlerte.OPPOSITION].opposition.membre == team.medecin.membre.id
    assert alertes[GenreAlerte.PARTAGE_LIMITE].jour == TODAY
    seen = {a.genre for a in dossiers.dossier(team.psychologue, sophie.id).alertes}
    assert GenreAlerte.OPPOSITION in seen
    assert GenreAlerte.PARTAGE_LIMITE not in seen


def test_that_nothing_is_copied_for_a_meeting_before_who_is_objected_to(team, sophie):
    other = team.patient("Autre")
    team.seance(other.id, MARCH, note_partagee="dort mieux")
    object_to(team, sophie, role=Role.TRAVAILLEUR_SOCIAL)
    opened = held(team, sophie, other)
    said = {s.patient: s.psychologique for s in opened.synthese.situations}
    assert said == {sophie.id: "", other.id: "dort mieux"}
    assert opened.limites == {sophie.id: (team.travailleur_social.membre,)}
    assert syntheses.add_patient(team.medecin, sophie.id).psychologique == ""


def held(team, *people):
    prepared = syntheses.prepare(team.medecin)
    situations = tuple(syntheses.Situation(p.id, syntheses.Motif.AJOUT) for p in people)
    start = syntheses.replace(prepared.synthese, situations=situations)
    return syntheses.begin(team.medecin, start, prepared.based_on)


def test_that_a_reader_kept_out_saves_the_meeting_without_losing_what_they_did_not_see(
    team, sophie
):
    other = team.patient("Autre")
    opened = held(team, sophie, other)
    written = opened.synthese.avec_situation(
        syntheses.replace(opened.synthese.situations[0], social="à part", vue=True)
    )
    saved = syntheses.save(team.psychologue, written, opened.based_on)
    object_to(team, sophie, membre=team.medecin.membre.id)
    seen = syntheses.open_synthese(team.medecin, saved.synthese.id)
    assert [s.patient for s in seen.synthese.situations] == [other.id]
    mine = seen.synthese.avec_situation(
        syntheses.replace(seen.synthese.situations[0], medical="vu", vue=True)
    )
    syntheses.save(team.medecin, mine, seen.based_on)
    whole = syntheses.open_synthese(team.psychologue, saved.synthese.id).synthese
    assert [(s.patient, s.social, s.medical) for s in whole.situations] == [
        (sophie.id, "à part", "tension stable"),
        (other.id, "", "vu"),
    ]


def test_that_the_minutes_say_that_something_is_held_back(team, sophie):
    opened = held(team, sophie)
    seen = opened.synthese.avec_situation(
        syntheses.replace(opened.synthese.situations[0], social=WORRY, vue=True)
    )
    syntheses.close(team.psychologue, seen, opened.based_on)
    object_to(team, sophie, membre=team.medecin.membre.id)
    words = text_of(documents.minutes(team.medecin, seen.id).pdf)
    assert WORRY not in words
    assert "1 situation n’est pas communiquée" in words
    assert WORRY in text_of(documents.minutes(team.psychologue, seen.id).pdf)


def text_of(pdf):
    import io

    from pypdf import PdfReader

    pages = PdfReader(io.BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


def test_that_the_doctor_passes_over_it_for_the_day_with_a_reason_that_stays(team, sophie):
    object_to(team, sophie)
    cercle.passer_outre(team.medecin, sophie.id, "Malaise au cabinet, appel du 15")
    assert authors(team, team.medecin, sophie) == [Role.MEDECIN, Role.PSYCHOLOGUE]
    assert authors(team, team.psychologue, sophie) == [Role.PSYCHOLOGUE]
    lines = journal.read(team.medecin, journal.Demande(patient=sophie.id)).lignes
    said = next(x for x in lines if x.acces.action is Action.BRIS_DE_GLACE)
    assert said.acces.membre == team.medecin.membre.id
    # Sealed for a year, the log holds no word of it: what is read there comes from the record.
    assert (said.acces.motif, said.motif) == ("", "Malaise au cabinet, appel du 15")
    proposed = syntheses.prepare(team.medecin).proposees
    assert [p.patient for p in proposed if p.motif is syntheses.Motif.QUESTION] == [sophie.id]
    team.clock.set(date(2026, 11, 20), time(9))
    assert authors(team, team.medecin, sophie) == [Role.MEDECIN]


def test_that_passing_over_asks_a_reason_a_doctor_and_something_closed(team, sophie):
    with pytest.raises(RienAPasserOutre):
        cercle.passer_outre(team.medecin, sophie.id, "Malaise au cabinet")
    object_to(team, sophie)
    with pytest.raises(MotifTropCourt):
        cercle.passer_outre(team.medecin, sophie.id, "  urgence  ")
    with pytest.raises(AccessDenied):
        cercle.passer_outre(team.psychologue, sophie.id, "Malaise au cabinet")
    with team.medecin.store.read() as work:
        assert work.bris_de_glace.all() == []


def test_that_a_word_against_the_team_in_a_fiche_closes_it_too(team, sophie):
    opened = fiches.start(team.travailleur_social, sophie.id, "inclusion")
    answers = {"opposition_partage": True, "opposition_partage_jour": "2026-11-19"}
    fiches.save(team.travailleur_social, opened, jour=TODAY, answers=answers, complete=False)
    assert authors(team, team.medecin, sophie) == [Role.MEDECIN]


def test_that_a_fiche_without_objection_leaves_what_was_said_before_somebody(team, sophie):
    object_to(team, sophie, membre=team.medecin.membre.id)
    opened = fiches.start(team.travailleur_social, sophie.id, "inclusion")
    answers = {"opposition_partage": False}
    fiches.save(team.travailleur_social, opened, jour=TODAY, answers=answers, complete=False)
    assert authors(team, team.medecin, sophie) == [Role.MEDECIN]


def test_that_an_objection_kept_by_another_program_is_read(team, sophie):
    said = Declaration(
        new_id(), sophie.id, Objet.PARTAGE, True, MARCH, team.medecin.membre.id, None, Role.MEDECIN
    )
    with team.medecin.store.begin(team.medecin.membre.id, team.clock()) as work:
        work.declarations.save(said)
    assert authors(team, team.medecin, sophie) == [Role.MEDECIN]


def test_that_who_is_kept_out_neither_finds_nor_adds_the_person_in_a_meeting(team, sophie):
    object_to(team, sophie, role=Role.TRAVAILLEUR_SOCIAL)
    office = team.travailleur_social
    assert syntheses.candidates(office, "légende") == ()
    assert [p.id for p in syntheses.candidates(team.medecin, "légende")] == [sophie.id]
    with pytest.raises(PartageLimite):
        syntheses.add_patient(office, sophie.id)


def test_that_a_question_is_not_shown_to_a_room_where_somebody_is_objected_to(team, sophie):
    object_to(team, sophie, role=Role.TRAVAILLEUR_SOCIAL)
    prepared = syntheses.prepare(team.medecin)
    asked = syntheses.Situation(sophie.id, syntheses.Motif.QUESTION, question="Reprise ?")
    start = syntheses.replace(prepared.synthese, situations=(asked,))
    opened = syntheses.begin(team.medecin, start, prepared.based_on)
    assert [s.question for s in opened.synthese.situations] == [""]


def test_that_nobody_rewords_the_trace_of_a_passed_objection(team, sophie):
    object_to(team, sophie)
    cercle.passer_outre(team.medecin, sophie.id, "Malaise au cabinet, appel du 15")
    questions.proposer(team.medecin, sophie.id, "Relais ?")
    seance = consultations.open_seance(team.medecin, sophie.id)
    assert seance.saisie.question == "Relais ?"
    with team.medecin.store.read() as work:
        texts = {q.texte for q in work.questions.of(sophie.id)}
        (trace,) = (q for q in work.questions.of(sophie.id) if "passée outre" in q.texte)
    assert "Relais ?" in texts
    with pytest.raises(corbeille.TraceKept):
        corbeille.cancel(team.medecin, trace.id, "plus d’actualité")
