"""The doctor reads last month, sees who is behind a figure, comes back and closes it, by keys."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.services import mois_clos
from microstructure_desktop.ui.pages.activite.people_dialog import PeopleDialog
from microstructure_desktop.ui.sections import SECTIONS
from microstructure_desktop.ui.texts import NBSP

from .hands import CONTROL

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def seen(team):
    """Two people in October."""
    sophie, alix = team.patient(), team.patient("Autre", "Alix", naissance=date(1970, 2, 1))
    for patient, jour in ((sophie, date(2026, 10, 6)), (alix, date(2026, 10, 7))):
        team.seance(patient.id, jour)
    return sophie, alix


def test_that_the_month_is_read_and_closed_without_the_mouse(team, sit, seen):
    paul = sit(Role.MEDECIN)
    paul.go("accueil")
    section = next(s for s, _ in SECTIONS if s.key == "activite")
    paul.key(getattr(Qt.Key, f"Key_{section.shortcut[-1]}"), ALT)
    assert paul.at() == "activite"
    paul.key(Qt.Key.Key_Left, CONTROL)
    assert paul.page.header.subtitle.text() == f"Octobre{NBSP}2026"
    paul.tab_to(paul.page.view.tiles[0].figure.button)
    paul.key(Qt.Key.Key_Space)
    names = paul.dialog(PeopleDialog).model
    assert {row.id for row in names.rows()} == {p.id for p in seen}
    paul.key(Qt.Key.Key_Return)
    assert paul.at() == "dossier"
    paul.key(Qt.Key.Key_Escape)
    assert paul.at() == "activite"
    assert paul.page.header.subtitle.text() == f"Octobre{NBSP}2026"
    paul.tab_to(paul.page.closing.banner.action_button)
    paul.key(Qt.Key.Key_Space)
    assert paul.says("est clos")
    (closed,) = mois_clos.clotures(paul.desk.office, 2026)
    assert (closed.mois, closed.clos_par) == (Mois(2026, 10), team.medecin.membre.id)


def test_that_names_of_the_list_hide_with_the_window(sit, seen):
    paul = sit(Role.MEDECIN)
    paul.go("activite", mois="2026-10")
    paul.click(paul.page.view.tiles[0].figure.button)
    assert paul.says("légende")
    paul.desk.context.discretion.switch(on=True)
    assert not paul.says("légende")
