"""What is offered about an appointment, by whose it is, its state and the role."""

from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.consultation import Issue, RendezVous
from microstructure_desktop.domain.equipe import Membre, Role
from microstructure_desktop.domain.patient import Patient
from microstructure_desktop.services.presences import EtatRendezVous
from microstructure_desktop.ui.dialogs.appointment_menu import AppointmentMenu, Rights, rights
from tests.cabinet import TODAY
from tests.factories import a_membre, a_patient, a_rendez_vous

PSY = a_membre(id="psy", role=Role.PSYCHOLOGUE)
DOCTOR = a_membre(id="doc", role=Role.MEDECIN)
RECEPTION = a_membre(id="sec", role=Role.SECRETARIAT)
COORDINATION = a_membre(id="coo", role=Role.COORDINATION)


@dataclass
class Line:
    rendez_vous: RendezVous
    patient: Patient
    membre: Membre
    etat: EtatRendezVous


def line(etat=EtatRendezVous.ATTENDU, jour=TODAY):
    return Line(a_rendez_vous(jour=jour), a_patient(), PSY, etat)


@pytest.fixture
def offered(show):
    page = show(QWidget(), 200, 200)

    def labels(found, moi):
        menu = AppointmentMenu(page, found, rights(found, moi, TODAY))
        return [a.text() for a in menu.actions() if a.text()]

    return labels


def test_that_one_s_own_of_today_is_begun_moved_or_missed(offered):
    assert offered(line(), PSY) == [
        "Commencer la séance",
        "Arrivée",
        "Absente, excusée",
        "Absente, sans prévenir",
        "Déplacer…",
        "Annuler le rendez-vous",
        "Ouvrir le dossier",
    ]
    assert offered(line(EtatRendezVous.EN_COURS), PSY)[0] == "Continuer la séance"
    assert "Pas encore là" in offered(line(EtatRendezVous.ARRIVE), PSY)


def test_that_another_day_is_only_moved_or_cancelled(offered):
    later = line(jour=TODAY.replace(day=26))
    assert offered(later, PSY) == ["Déplacer…", "Annuler le rendez-vous", "Ouvrir le dossier"]


def test_that_a_colleague_s_is_only_looked_at(offered):
    assert offered(line(), DOCTOR) == ["Ouvrir le dossier"]
    assert offered(line(), COORDINATION) == []


def test_that_the_reception_welcomes_and_moves_without_opening_anything(offered):
    assert offered(line(), RECEPTION) == ["Arrivée", "Déplacer…", "Annuler le rendez-vous"]


@pytest.mark.parametrize(
    "etat",
    [
        EtatRendezVous.EXCUSE,
        EtatRendezVous.ABSENT,
        EtatRendezVous.ANNULE,
        EtatRendezVous.REPORTE,
    ],
)
def test_that_whoever_did_not_come_is_awaited_again(offered, etat):
    assert offered(line(etat), PSY) == ["Replanifier…", "Voir la séance", "Ouvrir le dossier"]
    assert offered(line(etat), RECEPTION) == ["Replanifier…"]


def test_that_what_was_kept_is_only_opened(offered):
    assert offered(line(EtatRendezVous.FAIT), PSY) == ["Voir la séance", "Ouvrir le dossier"]
    assert offered(line(EtatRendezVous.FAIT), DOCTOR) == ["Ouvrir le dossier"]


def test_that_an_absence_says_which(qtbot, show):
    everything = Rights(
        recevoir=True, accueillir=True, changer=True, replanifier=False, corriger=False, ouvrir=True
    )
    menu = AppointmentMenu(show(QWidget(), 200, 200), line(), everything)
    missed = next(a for a in menu.actions() if a.text() == "Absente, sans prévenir")
    with qtbot.waitSignal(menu.absence_chosen) as told:
        missed.trigger()
    assert told.args == [Issue.ABSENT_NON_EXCUSE]


def test_that_a_reason_may_be_given_or_not(qtbot, show):
    may = rights(line(), PSY, TODAY)
    menu = AppointmentMenu(show(QWidget(), 200, 200), line(), may)
    none, asked, *_ = menu.cancel_menu.actions()
    assert (none.text(), asked.text()) == ("Sans motif", "À la demande de la personne")
    with qtbot.waitSignal(menu.cancel_chosen) as told:
        asked.trigger()
    assert told.args == ["À la demande de la personne"]
    with qtbot.waitSignal(menu.cancel_chosen) as told:
        none.trigger()
    assert told.args == [""]
