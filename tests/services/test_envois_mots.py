"""Every closed list that can leave has its words; what stays has its reason."""

from datetime import date

from microstructure_desktop.domain.formation import Formation
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.exchange.contents import Acteur, Modalite, NatureActe
from microstructure_desktop.services import envois, envois_mots
from tests.services.cases import write
from tests.services.mois import OCTOBRE, agreed, crowded

SEPTEMBRE = Mois(2026, 9)


def depart(team, mois=OCTOBRE):
    return envois.depart(team.psychologue, mois)


def test_that_no_code_is_ever_shown_raw():
    assert set(envois_mots.ACTEURS) == {x.value for x in Acteur}
    assert set(envois_mots.ACTES) == {x.value for x in NatureActe}
    assert set(envois_mots.MODALITES) == {x.value for x in Modalite}


def test_that_a_small_month_says_what_is_held_back_by_the_threshold_agreed(team):
    crowded(team, count=4)
    tables = dict(envois_mots.tables(depart(team)))
    assert tables["Activité"] == []
    assert [line.value for line in tables["File active"]] == ["moins de 5", "moins de 5"]
    assert envois_mots.withheld(depart(team)) == [
        "Moins de 5 personnes vues\xa0: ces actes partiront avec un mois suivant.",
        "Moins de 5 personnes vues\xa0: le nombre exact reste ici.",
        "Moins de 5 personnes vues depuis janvier\xa0: le nombre exact reste ici.",
    ]
    agreed(team, k_activite=11)
    assert envois_mots.withheld(depart(team))[1].startswith("Moins de 11 personnes")


def test_that_carried_months_are_said_in_words(team):
    crowded(team, SEPTEMBRE, 3)
    crowded(team, OCTOBRE, 4)
    agreed(team)
    (line,) = dict(envois_mots.tables(depart(team)))["Activité"]
    assert (line.label, line.value, line.note) == (
        "Psychologue · entretiens individuels au cabinet",
        "7 · 315\xa0min",
        "cumulé depuis septembre\xa02026",
    )
    envois.sceller(team.medecin, OCTOBRE)
    assert envois_mots.withheld(depart(team, SEPTEMBRE))[0] == (
        "Les actes de ce mois comptent dans l’envoi d’un autre\xa0: octobre\xa02026."
    )


def test_that_acts_that_stay_for_ever_say_why(team):
    crowded(team)
    agreed(team)
    envois.sceller(team.medecin, OCTOBRE)
    crowded(team, SEPTEMBRE, 3)
    assert "aucune soustraction" in envois_mots.withheld(depart(team, SEPTEMBRE))[0]


def test_that_trainings_are_shown_as_they_leave(team):
    team.seance(team.patient().id, date(2026, 10, 8))

    def shown():
        return dict(envois_mots.tables(depart(team)))["Fonctionnement"][-1]

    assert shown() == envois_mots.Line("Formations commencées par l’équipe", "Rien au registre")
    me = team.psychologue.membre.id
    write(team, "formations", Formation("f", me, "CONCEPT", "Jour", date(2026, 10, 1)))
    assert shown().value == "1"
