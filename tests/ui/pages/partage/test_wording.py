"""Every closed list that can leave has its words."""

from datetime import date

from microstructure_desktop.domain.formation import Formation
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.exchange.contents import Acteur, Modalite, NatureActe, Raison
from microstructure_desktop.services import envois
from microstructure_desktop.services.envois_depart import Controle
from microstructure_desktop.ui.pages.partage import wording
from tests.services.cases import write


def test_that_no_code_is_ever_shown_raw():
    assert set(wording.ACTEURS) == {x.value for x in Acteur}
    assert set(wording.ACTES) == {x.value for x in NatureActe}
    assert set(wording.MODALITES) == {x.value for x in Modalite}
    assert set(wording.RAISONS) == {x.value for x in Raison}
    assert set(wording.CONTROLES) == set(Controle)


def test_that_a_small_month_says_what_is_held_back(team):
    patient = team.patient()
    team.seance(patient.id, date(2026, 10, 8))
    depart = envois.depart(team.psychologue, Mois(2026, 10))
    tables = dict(wording.tables(depart))
    assert tables["Activité"] == []
    assert [line.value for line in tables["File active"]] == ["moins de 5", "moins de 5"]


def test_that_trainings_are_shown_as_they_leave(team):
    team.seance(team.patient().id, date(2026, 10, 8))

    def shown():
        depart = envois.depart(team.psychologue, Mois(2026, 10))
        return dict(wording.tables(depart))["Fonctionnement"][-1]

    assert shown() == wording.Line("Formations commencées par l’équipe", "Rien au registre")
    me = team.psychologue.membre.id
    write(team, "formations", Formation("f", me, "CONCEPT", "Jour", date(2026, 10, 1)))
    assert shown().value == "1"
