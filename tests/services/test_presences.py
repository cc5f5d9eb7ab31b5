"""What became of an appointment."""

from datetime import date, time

import pytest

from microstructure_desktop.domain.consultation import Issue, TypeActe
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import presences
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.presences import EtatRendezVous
from microstructure_desktop.store.failures import RecordMissing
from tests.cabinet import TODAY
from tests.factories import a_consultation, a_rendez_vous

from .cases import as_role, planned, write


@pytest.mark.parametrize(
    ("issue", "etat"),
    [
        (Issue.HONORE, EtatRendezVous.FAIT),
        (Issue.ABSENT_EXCUSE, EtatRendezVous.EXCUSE),
        (Issue.ABSENT_NON_EXCUSE, EtatRendezVous.ABSENT),
        (Issue.ANNULE_PRO, EtatRendezVous.ANNULE),
        (Issue.REPORTE, EtatRendezVous.REPORTE),
    ],
)
def test_that_what_was_recorded_decides(issue, etat):
    acte = a_consultation(issue=issue)
    assert presences.etat(a_rendez_vous(), acte) is etat
    assert presences.etat(a_rendez_vous(arrivee=time(9)), acte, en_cours=True) is etat


def test_that_before_anything_is_recorded_somebody_is_awaited_then_there():
    assert presences.etat(a_rendez_vous(), None) is EtatRendezVous.ATTENDU
    there = a_rendez_vous(arrivee=time(9))
    assert presences.etat(there, None) is EtatRendezVous.ARRIVE
    assert presences.etat(there, None, en_cours=True) is EtatRendezVous.EN_COURS


def test_that_only_a_session_of_that_day_with_that_professional_ends_an_appointment(team):
    sophie = team.patient()
    rdv = planned(team, sophie, TODAY)
    write(team, "consultations", a_consultation(patient=sophie.id, jour=TODAY, membre="x"))
    write(
        team,
        "consultations",
        a_consultation(
            patient=sophie.id,
            jour=TODAY,
            membre=rdv.membre,
            type=TypeActe.DEMARCHE_SANS_PATIENT,
        ),
    )
    team.seance(sophie.id, date(2026, 11, 18))
    with team.psychologue.store.read() as work:
        actes = presences.actes_entre(work, date(2026, 11, 16), date(2026, 11, 21))
    assert presences.acte_de(rdv, actes) is None
    made = team.seance(sophie.id, TODAY)
    with team.psychologue.store.read() as work:
        assert presences.acte_de(rdv, presences.actes_entre(work, TODAY, TODAY)).id == made.id


def test_that_the_reception_says_who_is_there_and_takes_it_back(team):
    rdv = planned(team, team.patient(), TODAY)
    reception = team[Role.SECRETARIAT]
    assert presences.note_arrivee(reception, rdv.id).arrivee == time(14, 5)
    assert presences.note_arrivee(reception, rdv.id).arrivee is None


def test_that_whoever_has_no_agenda_notes_nobody(team):
    rdv = planned(team, team.patient(), TODAY)
    with pytest.raises(AccessDenied):
        presences.note_arrivee(as_role(team.medecin, Role.COORDINATION), rdv.id)


def test_that_the_session_of_an_appointment_is_found(team):
    sophie = team.patient()
    rdv = planned(team, sophie, TODAY)
    with pytest.raises(RecordMissing):
        presences.acte_du(team.psychologue, rdv)
    made = team.seance(sophie.id, TODAY)
    assert presences.acte_du(team.psychologue, rdv) == made.id
    with pytest.raises(AccessDenied):
        presences.acte_du(as_role(team.medecin, Role.COORDINATION), rdv)


def test_that_a_session_ends_the_appointment_of_who_came_then_the_nearest():
    said = {"patient": "p", "membre": "m", "jour": TODAY}
    dawn, noon = (a_rendez_vous(**said, heure=time(h)) for h in (9, 12))
    relative = a_rendez_vous(**said, heure=time(15), entourage=True)
    prevus = (dawn, noon, relative)
    late = a_consultation(**said, heure=time(16))
    mother = a_consultation(**said, heure=time(9), type=TypeActe.ENTRETIEN_ENTOURAGE)
    assert presences.paired(prevus, [late]) == {noon.id: late}
    assert presences.paired(prevus, [late, mother]) == {noon.id: late, relative.id: mother}
    assert presences.paired([dawn], [mother]) == {dawn.id: mother}
    assert presences.paired([dawn], [mother, late]) == {dawn.id: late}
    assert presences.paired([a_rendez_vous(**{**said, "membre": "x"})], [late]) == {}


def test_that_the_one_awaited_is_the_first_not_ended(team):
    sophie, me = team.patient(), team.psychologue.membre.id
    first = planned(team, sophie, TODAY, heure=time(13))
    second = planned(team, sophie, TODAY, heure=time(15))
    planned(team, sophie, TODAY, Role.MEDECIN, heure=time(8))
    for expected in (first, second, None):
        with team.psychologue.store.read() as work:
            assert presences.attendu(work, me, sophie.id, TODAY) == expected
        if expected is not None:
            team.seance(sophie.id, TODAY)
