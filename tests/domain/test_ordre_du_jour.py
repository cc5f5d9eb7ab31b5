"""The agenda of a meeting, reason by reason."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

from microstructure_desktop.domain.consultation import Question
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.forfait import Compteur, Forfait
from microstructure_desktop.domain.ids import (
    InclusionId,
    MembreId,
    PatientId,
    QuestionId,
    SyntheseId,
)
from microstructure_desktop.domain.ordre_du_jour import (
    Faits,
    Seuils,
    minutes_prevues,
    ouvertes,
    proposer,
)
from microstructure_desktop.domain.patient import Inclusion
from microstructure_desktop.domain.synthese import (
    Etat,
    Motif,
    ProchainPoint,
    Situation,
    Synthese,
)

LE, DEPUIS = date(2026, 11, 26), date(2026, 10, 29)
SEUILS = Seuils(60, 60, 50)
P = PatientId("p")
OLD = Inclusion(InclusionId("i"), P, "COVID_SM", date(2026, 1, 8))
CALM = Faits(P, OLD, date(2026, 11, 20))


def question(text="Reprise du travail ?", at=datetime(2026, 11, 12, tzinfo=UTC)):
    return Question(QuestionId("q"), P, MembreId("psy"), text, at)


def only(faits, depuis=DEPUIS):
    found = proposer([faits], le=LE, depuis=depuis, seuils=SEUILS)
    return found[0] if found else None


def test_that_somebody_followed_without_news_to_discuss_is_not_proposed():
    assert only(CALM) is None


def test_that_questions_come_first_and_are_joined():
    asked = replace(CALM, questions=(question(), question("Relais tabac ?")), inclusion=None)
    found = only(asked)
    assert found.motif is Motif.QUESTION
    assert found.question == "Reprise du travail ? ; Relais tabac ?"
    assert found.auteur == "psy"


def test_that_an_entry_since_the_last_meeting_is_proposed_once():
    new = replace(CALM, inclusion=replace(OLD, debut=date(2026, 11, 3)))
    assert only(new).motif is Motif.INCLUSION
    assert only(replace(new, evocation=date(2026, 11, 5))) is None
    assert only(replace(new, inclusion=replace(OLD, debut=DEPUIS))) is None
    assert only(replace(new, inclusion=replace(OLD, debut=date(2026, 12, 1)))) is None


def test_that_everybody_is_new_at_the_first_meeting():
    assert only(CALM, depuis=None).motif is Motif.INCLUSION


def test_that_an_exit_since_the_last_meeting_is_proposed_and_an_older_one_is_not():
    left = replace(CALM, inclusion=replace(OLD, fin=date(2026, 11, 2)))
    assert only(left).motif is Motif.SORTIE
    assert only(replace(CALM, inclusion=replace(OLD, fin=date(2026, 9, 2)))) is None


def test_that_the_next_point_decided_last_time_is_kept():
    seen = replace(CALM, evocation=DEPUIS)
    again = replace(seen, prochain_point=ProchainPoint.PROCHAINE_SYNTHESE)
    later = replace(seen, prochain_point=ProchainPoint.DEUX_MOIS)
    assert only(again).motif is Motif.PROCHAIN_POINT
    assert only(later) is None
    assert only(replace(later, evocation=date(2026, 9, 24))).motif is Motif.PROCHAIN_POINT
    never = replace(seen, prochain_point=ProchainPoint.SUR_DEMANDE, evocation=date(2026, 3, 1))
    assert only(never) is None


def test_that_a_forfait_near_its_end_is_proposed_unless_everything_was_done():
    near = Forfait(
        "COVID_SM", date(2026, 1, 8), date(2027, 1, 7), 82900, (Compteur(Role.PSYCHOLOGUE, 6, 4),)
    )
    found = only(replace(CALM, forfait=near))
    assert (found.motif, found.jours) == (Motif.FORFAIT, 42)
    done = replace(near, compteurs=(Compteur(Role.PSYCHOLOGUE, 6, 6),))
    assert only(replace(CALM, forfait=done)) is None
    assert only(replace(CALM, forfait=replace(near, fin=date(2027, 3, 1)))) is None


def test_that_silence_is_counted_in_days():
    silent = replace(CALM, dernier_acte=date(2026, 9, 27))
    assert (only(silent).motif, only(silent).jours) == (Motif.SANS_NOUVELLES, 60)
    assert only(replace(CALM, dernier_acte=date(2026, 9, 28))) is None


def test_that_a_fiche_due_is_the_last_reason():
    due = replace(CALM, fiche_due_le=date(2026, 11, 20))
    assert (only(due).motif, only(due).jours) == (Motif.FICHE_DUE, 6)
    assert only(replace(CALM, fiche_due_le=date(2026, 11, 27))) is None


def test_that_the_most_pressing_reasons_open_the_agenda():
    due = replace(CALM, patient=PatientId("a"), fiche_due_le=LE)
    asked = replace(CALM, patient=PatientId("b"), questions=(question(),))
    found = proposer([due, asked], le=LE, depuis=DEPUIS, seuils=SEUILS)
    assert [x.patient for x in found] == ["b", "a"]


def test_that_a_question_closes_when_its_patient_is_discussed_afterwards():
    meeting = Synthese(
        SyntheseId("s"),
        LE,
        time(12, 30),
        etat=Etat.CLOSE,
        situations=(Situation(P, Motif.QUESTION, vue=True),),
        close_le=datetime(2026, 11, 26, 13, tzinfo=UTC),
    )
    later = question(at=datetime(2026, 11, 27, tzinfo=UTC))
    assert ouvertes([question(), later], [meeting]) == (later,)
    assert ouvertes([question(at=meeting.close_le)], [meeting]) == ()
    before = replace(meeting, close_le=datetime(2026, 10, 1, tzinfo=UTC))
    assert ouvertes([question(), later], [meeting, before]) == (later,)
    unseen = replace(meeting, situations=(Situation(P, Motif.QUESTION),))
    assert ouvertes([question()], [unseen]) == (question(),)


def test_that_minutes_not_said_are_an_equal_share_of_the_rest():
    said = Situation(P, Motif.AJOUT, minutes_prevues=20)
    a, b = (Situation(PatientId(key), Motif.AJOUT) for key in "ab")
    assert minutes_prevues((a, said, b), 60) == {"a": 20, P: 20, "b": 20}
    assert minutes_prevues((a, b, said), 45) == {"a": 12, "b": 12, P: 20}
    assert minutes_prevues((a, said), 20) == {"a": 1, P: 20}  # nobody gets nothing
    assert minutes_prevues((said,), 60) == {P: 20}
    assert minutes_prevues((), 60) == {}
