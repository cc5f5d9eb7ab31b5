"""What was made one is made two again, as it was, for thirty days."""

from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.patient import Sexe
from microstructure_desktop.services import annulation, corbeille, journal, patients, separations
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.anonymat import FollowUpFunded
from microstructure_desktop.services.fusion_choix import Champ, Cote
from microstructure_desktop.services.separations import (
    AlreadySeparated,
    JoinedSince,
    TooLateToSeparate,
)
from tests.cabinet import TODAY

from .merges import MADE, current, discussed, joined, recorded, typed

OUTSIDE = {"programme": None, "debut": None}


@pytest.fixture
def two(team):
    return team.patient(), team.patient("Legende", telephone="06 00", **OUTSIDE)


def later(team, days):
    at = TODAY + timedelta(days=days)
    team.clock.set(at, team.clock().time())


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_that_undoing_a_merge_gives_back_exactly_what_was(team, data):
    said = st.fixed_dictionaries(
        {
            "prenom": st.sampled_from(["Sophie", "Sofie"]),
            "naissance": st.sampled_from([date(1992, 5, 14), date(1992, 4, 15)]),
            "sexe": st.sampled_from(Sexe),
            "telephone": st.sampled_from(["", "06 00"]),
            "information_remise": st.sampled_from([None, TODAY]),
            "programme": st.sampled_from([None, "COVID_SM", "MSMA_HORS_FORFAIT"]),
        }
    )
    pair = [team.patient(**data.draw(said)) for _ in range(2)]
    for patient in pair:
        for kind in data.draw(st.lists(st.sampled_from(sorted(MADE)), max_size=4)):
            recorded(team, patient, kind)
    discussed(team, *pair)
    typed(team, pair[1], "sortie")
    with team.medecin.store.read() as work:
        openings = [work.inclusions.of(p.id) for p in pair]
    suivi = data.draw(st.sampled_from([i.id for found in openings for i in found] or [None]))
    choix = data.draw(st.dictionaries(st.sampled_from(Champ), st.sampled_from(Cote)))
    before = current(team)
    fusion = joined(team, *pair, choix, suivi=suivi, certain=True)
    assert current(team) != before
    assert separations.separer(team.medecin, fusion.id) == 0
    assert current(team) == before


def test_that_a_merge_can_be_undone_by_who_may_and_is_told(team, two):
    garde, absorbe = two
    recorded(team, absorbe, "questions")
    fusion = joined(team, garde, absorbe)
    assert separations.reversibles(team.medecin, garde.id) == (fusion,)
    assert separations.reversibles(team[Role.PSYCHIATRE], garde.id) == ()
    assert separations.reversibles(team.medecin, absorbe.id) == ()
    with pytest.raises(AccessDenied):
        separations.separer(team[Role.SECRETARIAT], fusion.id)
    seen = separations.preview(team.medecin, fusion.id)
    assert (seen.rendus, seen.ajoutes, seen.modifiee) == (1, 0, False)


def test_that_what_was_added_since_stays_with_the_record_kept(team, two):
    garde, absorbe = two
    moved = recorded(team, absorbe, "consultations")
    fusion = joined(team, garde, absorbe)
    added = recorded(team, garde, "fiches")
    assert separations.preview(team.medecin, fusion.id).ajoutes == 1
    separations.separer(team.medecin, fusion.id)
    with team.medecin.store.read() as work:
        assert [f.id for f in work.fiches.of(garde.id)] == [added.id]
        assert [c.id for c in work.consultations.of(absorbe.id)] == [moved.id]


@pytest.mark.parametrize(("rendre", "nom"), [(True, "Légende"), (False, "Récit")])
def test_that_an_identity_edited_since_is_asked_about(team, two, rendre, nom):
    garde, absorbe = two
    fusion = joined(team, garde, absorbe)
    saisie = patients.PatientSaisie("Récit", "Sophie", garde.naissance, garde.sexe)
    patients.edit(team.medecin, garde.id, saisie, None)
    assert separations.preview(team.medecin, fusion.id).modifiee
    separations.separer(team.medecin, fusion.id, rendre_identite=rendre)
    kept = patients.identity(team.medecin, garde.id).patient
    assert (kept.nom, kept.anciens_numeros) == (nom, ())
    assert patients.identity(team.medecin, absorbe.id).patient == absorbe


def test_that_after_thirty_days_it_is_too_late(team, two):
    fusion = joined(team, *two)
    later(team, 30)
    assert separations.reversibles(team.medecin, two[0].id) == (fusion,)
    later(team, 31)
    assert separations.reversibles(team.medecin, two[0].id) == ()
    with pytest.raises(TooLateToSeparate):
        separations.separer(team.medecin, fusion.id)


def test_that_a_merge_is_undone_once_and_the_latest_first(team, two):
    garde, absorbe = two
    third = team.patient("Légende", "Sophia", **OUTSIDE)
    first = joined(team, garde, absorbe)
    second = joined(team, third, garde, suivi=None)
    for refused in (separations.preview, separations.separer):
        with pytest.raises(JoinedSince):
            refused(team.medecin, first.id)
    separations.separer(team.medecin, second.id)
    separations.separer(team.medecin, first.id)
    with pytest.raises(AlreadySeparated):
        separations.separer(team.medecin, first.id)
    assert len(patients.list_patients(team.medecin).lignes) == 3


def test_that_a_follow_up_opened_since_keeps_a_double_closed(team, two):
    garde, _ = two
    other = team.patient(debut=date(2026, 6, 1))
    with team.medecin.store.read() as work:
        (mine,), (theirs,) = (work.inclusions.of(p.id) for p in (garde, other))
    fusion = joined(team, garde, other, suivi=theirs.id)
    patients.close(team.medecin, theirs.id, fin=TODAY, motif="DECES")
    again = patients.include(team.medecin, garde.id, programme="COVID_SM", debut=TODAY)
    assert separations.separer(team.medecin, fusion.id) == 1
    with team.medecin.store.read() as work:
        assert work.inclusions.of(garde.id) == [again]
        assert work.inclusions.of(other.id) == [replace(theirs, fin=TODAY, motif_sortie="DECES")]
        assert work.undoing.voided(mine.id)


@pytest.mark.parametrize("by_key", [False, True])
def test_that_what_was_cancelled_meanwhile_comes_back_in_the_right_record(team, two, by_key):
    garde, absorbe = two
    office = team.psychologue
    seance = team.seance(absorbe.id, date(2026, 3, 9))
    fusion = joined(team, garde, absorbe)
    cancel = partial(corbeille.cancel, entity=seance.id, motif="Saisie en double")
    fait = annulation.noted(office, cancel)
    assert separations.separer(team.medecin, fusion.id) == 1
    (line,) = corbeille.corbeille(office, absorbe.id)
    assert line.motif == "Saisie en double"
    if by_key:
        annulation.undo(office, fait.changes)
    else:
        corbeille.restore(office, seance.id)
    with office.store.read() as work:
        assert work.consultations.of(garde.id) == []
        assert work.consultations.of(absorbe.id) == [seance]


def test_that_both_acts_are_in_the_access_log(team, two):
    fusion = joined(team, *two)
    separations.separer(team.psychologue, fusion.id)
    asked = journal.Demande(patient=two[0].id, action=Action.FUSION)
    lignes = journal.read(team.medecin, asked).lignes
    assert [(x.quoi, x.acces.membre) for x in lignes] == [
        ("Dossiers réunis\u00a0: annulation", team.psychologue.membre.id),
        ("Dossiers réunis", team.medecin.membre.id),
    ]


def test_that_an_alias_is_not_separated_into_a_funded_follow_up(team, two):
    alias = patients.PatientSaisie("Mistral", "", date(1992, 1, 1), anonyme=True)
    garde = patients.create(team.medecin, alias)
    fusion = joined(team, garde, two[1])
    patients.include(team.medecin, garde.id, programme="COVID_SM", debut=TODAY)
    with pytest.raises(FollowUpFunded):
        separations.separer(team.medecin, fusion.id)
    assert not patients.identity(team.medecin, garde.id).patient.anonyme
