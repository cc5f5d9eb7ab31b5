"""What waits about the months that leave, the most pressing first."""

from datetime import date, timedelta

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.services import accuses, envois, expedition
from microstructure_desktop.services.envois_attendus import Attendu, Quoi, attendu

from .mois import OCTOBRE, agreed, crowded, receipt

SEPTEMBRE = Mois(2026, 9)


def waits(team, role=Role.MEDECIN):
    office = team[role]
    with office.store.read() as work:
        return attendu(work, office, office.now().astimezone().date())


def sent(team, mois=OCTOBRE):
    pli = envois.sceller(team.medecin, mois)
    expedition.remis(team.medecin, pli.paquet)
    return pli


def test_that_last_month_is_due_until_it_left_by_the_day_of_the_convention(team):
    assert waits(team) is None
    crowded(team)
    assert waits(team) == Attendu(OCTOBRE, Quoi.A_ENVOYER)
    agreed(team, jour_limite=20)
    due = Attendu(OCTOBRE, Quoi.A_ENVOYER, date(2026, 11, 20))
    assert waits(team) == due
    pli = envois.sceller(team.medecin, OCTOBRE)
    assert waits(team) == due
    expedition.remis(team.medecin, pli.paquet)
    assert waits(team) is None


def test_that_silence_is_said_after_fifteen_days_whatever_was_sent_again(team):
    crowded(team)
    agreed(team)
    pli = sent(team)
    at = team.clock().astimezone() + timedelta(days=10)
    team.clock.set(at.date(), at.time())
    expedition.remis(team.medecin, pli.paquet)
    assert waits(team) is None
    at += timedelta(days=5)
    team.clock.set(at.date(), at.time())
    assert waits(team) == Attendu(OCTOBRE, Quoi.SANS_REPONSE)
    accuses.importer(team.medecin, receipt(pli))
    assert waits(team) is None


def test_that_a_refusal_goes_first_until_another_replaces_it(team):
    crowded(team, SEPTEMBRE)
    crowded(team)
    agreed(team)
    pli = sent(team, SEPTEMBRE)
    accuses.importer(team.medecin, receipt(pli, "refuse", "signature"))
    assert waits(team) == Attendu(SEPTEMBRE, Quoi.REFUSE)
    envois.sceller(team.medecin, SEPTEMBRE)
    assert waits(team).mois == OCTOBRE


def test_that_who_does_not_read_it_waits_for_nothing(team):
    crowded(team)
    assert waits(team, Role.SECRETARIAT) is None
    assert waits(team, Role.PSYCHOLOGUE) is not None
