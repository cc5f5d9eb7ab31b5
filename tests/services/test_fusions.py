"""Two records of one person become one: nothing is lost, nothing is counted twice."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from microstructure_desktop.domain.declaration import Objet
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.patient import Sexe
from microstructure_desktop.services import (
    cercle,
    dossiers,
    drafts,
    droits_personne,
    fusions,
    patients,
    questions,
    recherche,
    separations,
)
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.anonymat import FollowUpFunded
from microstructure_desktop.services.fusion_choix import Champ, Cote
from microstructure_desktop.services.fusions import (
    Decision,
    EpisodeToChoose,
    NotCertain,
    Prudence,
    SameRecord,
    compare,
)
from microstructure_desktop.services.oppositions import Cible
from microstructure_desktop.services.reunis import RecordJoined
from microstructure_desktop.store.failures import StaleRevision
from tests import factories as make

from .cases import write
from .merges import current, discussed, joined, recorded, typed

OUTSIDE = {"programme": None, "debut": None}


@pytest.fixture
def two(team):
    """The record kept is included, the other was made again by mistake."""
    return team.patient(), team.patient("Legende", telephone="06 00", **OUTSIDE)


def test_that_two_records_are_seen_side_by_side(team, two):
    garde, absorbe = two
    for _ in range(2):
        recorded(team, absorbe, "consultations")
    recorded(team, absorbe, "questions")
    vue = compare(team.medecin, garde.id, absorbe.id)
    assert (vue.garde, vue.absorbe) == two
    assert vue.differents == (Champ.NOM, Champ.TELEPHONE)
    assert vue.proposes[Champ.TELEPHONE] is Cote.ABSORBE
    assert vue.deplaces == (("consultation", 2), ("question", 1))
    assert (vue.prudences, vue.ouvertes, vue.a_confirmer) == ((), (), False)


def test_that_everything_goes_to_the_record_kept(team, two):
    garde, absorbe = two
    made = [recorded(team, absorbe, kind) for kind in ("consultations", "fiches", "rendez_vous")]
    fusion = joined(team, garde, absorbe)
    assert {name for _, name in fusion.deplaces} == {record.id for record in made}
    lu = dossiers.dossier(team.medecin, garde.id)
    assert [s.consultation.id for s in lu.seances] == [made[0].id]
    assert [f.fiche.id for f in lu.fiches] == [made[1].id]
    assert [r.id for r in lu.rendez_vous] == [made[2].id]
    assert (lu.patient.telephone, lu.patient.nom) == ("06 00", "Légende")


def test_that_the_old_number_leads_to_the_record_kept_and_lists_show_one(team, two):
    garde, absorbe = two
    joined(team, garde, absorbe)
    (ligne,) = patients.list_patients(team.medecin).lignes
    assert ligne.id == garde.id
    for typed_number in (garde.dossier, absorbe.dossier):
        assert [x.id for x in recherche.search(team.medecin, typed_number)] == [garde.id]


def test_that_a_merge_is_counted_once_in_the_forfait(team, two):
    garde, absorbe = two
    team.seance(garde.id, date(2026, 5, 5))
    recorded(team, absorbe, "consultations", jour=date(2026, 6, 6))
    joined(team, garde, absorbe)
    forfait = dossiers.dossier(team.medecin, garde.id).forfait
    assert forfait.compteur(Role.PSYCHOLOGUE).faits == 2


def test_that_a_closed_meeting_stays_as_it_was_and_is_read_in_the_record(team, two):
    garde, absorbe = two
    meeting = discussed(team, absorbe)
    recorded(team, absorbe, "questions", posee_le=make.NOW - timedelta(days=40))
    joined(team, garde, absorbe)
    with team.medecin.store.read() as work:
        assert work.syntheses.get(meeting.id) == meeting
    lu = dossiers.dossier(team.medecin, garde.id)
    assert [p.synthese.id for p in lu.passages] == [meeting.id]
    assert lu.questions == ()  # answered by that meeting


def test_that_unfinished_texts_follow_unless_the_record_kept_has_its_own(team, two):
    garde, absorbe = two
    typed(team, garde, "identite")
    typed(team, absorbe, "identite")
    typed(team, absorbe, "sortie")
    joined(team, garde, absorbe)
    mine = {(d.cible, d.patient) for d in drafts.mine(team.medecin)}
    assert mine == {
        (f"{garde.id}/identite", garde.id),
        (f"{garde.id}/sortie", garde.id),
        (f"{absorbe.id}/identite", absorbe.id),
    }


# --- what to be careful about --------------------------------------------------------------


def test_that_another_birth_or_sex_must_be_confirmed(team, two):
    garde, _ = two
    other = team.patient(naissance=date(1992, 5, 15), sexe=Sexe.H, **OUTSIDE)
    vue = compare(team.medecin, garde.id, other.id)
    assert vue.prudences == (Prudence.NAISSANCE, Prudence.SEXE)
    with pytest.raises(NotCertain):
        fusions.reunir(team.medecin, vue, Decision({}))
    assert len(patients.list_patients(team.medecin).lignes) == 3
    assert fusions.reunir(team.medecin, vue, Decision({}, certain=True)).absorbe == other.id


def test_that_a_sex_not_said_and_an_alias_of_the_same_year_need_no_proof(team, two):
    garde, _ = two
    alias = patients.PatientSaisie("Mistral", "", date(1992, 1, 1), anonyme=True)
    other = patients.create(team.medecin, alias)
    assert compare(team.medecin, garde.id, other.id).prudences == ()


def test_that_one_of_two_follow_ups_under_way_is_chosen(team, two):
    garde, _ = two
    other = team.patient(debut=date(2026, 6, 1))
    vue = compare(team.medecin, garde.id, other.id)
    assert (vue.prudences, len(vue.ouvertes)) == ((Prudence.INCLUSIONS,), 2)
    with pytest.raises(EpisodeToChoose):
        fusions.reunir(team.medecin, vue, Decision({}))
    fusions.reunir(team.medecin, vue, Decision({}, suivi=vue.ouvertes[1].id))
    lu = dossiers.dossier(team.medecin, garde.id)
    assert [i.debut for i in lu.inclusions] == [date(2026, 6, 1)]


def test_that_sessions_at_the_same_hour_and_a_meeting_about_both_are_told(team, two):
    garde, absorbe = two
    for patient in two:
        recorded(team, patient, "consultations")
    discussed(team, garde, absorbe, close=False)
    vue = compare(team.medecin, garde.id, absorbe.id)
    assert vue.prudences == (Prudence.MEME_HEURE, Prudence.REUNION)


def test_that_an_alias_does_not_enter_a_forfait_by_a_merge(team, two):
    garde, _ = two
    alias = patients.PatientSaisie("Mistral", "", date(1992, 1, 1), anonyme=True)
    other = patients.create(team.medecin, alias)
    with pytest.raises(FollowUpFunded):
        joined(team, garde, other, {Champ.NOM: Cote.ABSORBE})


# --- what is refused -----------------------------------------------------------------------


def test_that_a_record_is_not_joined_to_itself_nor_twice(team, two):
    garde, absorbe = two
    with pytest.raises(SameRecord):
        compare(team.medecin, garde.id, garde.id)
    joined(team, garde, absorbe)
    with pytest.raises(RecordJoined):
        compare(team.medecin, garde.id, absorbe.id)


def test_that_a_choice_made_over_an_older_state_is_refused(team, two):
    garde, absorbe = two
    vue = compare(team.medecin, garde.id, absorbe.id)
    write(team, "patients", replace(absorbe, telephone="07"))
    with pytest.raises(StaleRevision, match="Modèle"):
        fusions.reunir(team.medecin, vue, Decision(vue.proposes))


@pytest.mark.parametrize("role", [Role.PSYCHIATRE, Role.SECRETARIAT])
def test_that_the_right_is_asked_for(team, two, role):
    garde, absorbe = two
    with pytest.raises(AccessDenied):
        compare(team[role], garde.id, absorbe.id)
    vue = compare(team.travailleur_social, garde.id, absorbe.id)
    with pytest.raises(AccessDenied):
        fusions.reunir(team[role], vue, Decision({}))


def objects(team, patient, *, oppose=True, jour=date(2026, 10, 1)):
    cible = Cible(Objet.PARTAGE)
    droits_personne.declarer(team.psychologue, patient.id, cible, oppose=oppose, jour=jour)


def test_that_an_objection_of_one_record_outlives_the_other_s_word_until_they_part(team, two):
    garde, absorbe = two
    objects(team, absorbe)
    objects(team, garde, oppose=False, jour=date(2026, 10, 10))
    before = current(team)
    assert Prudence.OPPOSITION in compare(team.medecin, garde.id, absorbe.id).prudences
    fusion = joined(team, garde, absorbe)
    assert droits_personne.droits(team.medecin, garde.id).oppositions
    assert separations.preview(team.medecin, fusion.id).rendus == 1
    assert separations.separer(team.medecin, fusion.id) == 0
    assert current(team) == before
    objects(team, garde, jour=date(2026, 10, 11))
    assert Prudence.OPPOSITION not in compare(team.medecin, garde.id, absorbe.id).prudences


def test_that_passing_over_the_objection_of_one_record_does_not_open_the_other(team, two):
    garde, absorbe = two
    for patient in two:
        objects(team, patient)
    recorded(team, garde, "fiches")
    cercle.passer_outre(team.medecin, absorbe.id, "urgence vitale ce soir")
    vue = compare(team.medecin, garde.id, absorbe.id)
    assert vue.deplaces == (("question", 1), ("declaration", 1))
    joined(team, garde, absorbe)
    assert dossiers.dossier(team.medecin, garde.id).fiches == ()
    questions.proposer(team.medecin, garde.id, "Autre chose ?")
    with team.medecin.store.read() as work:
        assert len(work.questions.of(garde.id)) == 2


def test_that_two_follow_ups_of_the_same_days_are_told(team):
    garde, absorbe = team.patient("Un"), team.patient("Deux")
    office = team.medecin
    (ended,) = of(team, absorbe)
    patients.close(office, ended.id, fin=date(2026, 6, 30), motif="DEMENAGEMENT")
    assert Prudence.CHEVAUCHEMENT in compare(office, garde.id, absorbe.id).prudences
    apart = team.patient("Trois", debut=date(2025, 1, 6))
    (before,) = of(team, apart)
    with office.store.begin(office.membre.id, office.now()) as work:
        work.inclusions.save(replace(before, fin=date(2025, 12, 31), motif_sortie="DEMENAGEMENT"))
    assert Prudence.CHEVAUCHEMENT not in compare(office, garde.id, apart.id).prudences


def of(team, patient):
    with team.medecin.store.read() as work:
        return work.inclusions.of(patient.id)
