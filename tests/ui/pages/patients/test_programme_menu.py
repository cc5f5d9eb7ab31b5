"""The programmes somebody may pass to."""

import pytest
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import dossiers, patients
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.patients.programme_menu import ProgrammeMenu
from tests.cabinet import TODAY
from tests.ui.desk import make_desk


@pytest.fixture
def offered(qtbot, team, theme):
    """What a role is offered about somebody."""

    def offering(patient, role=Role.PSYCHOLOGUE):
        parent = QWidget()
        qtbot.addWidget(parent)
        menu = ProgrammeMenu(make_desk(team, theme, role).context, parent)
        dossier = dossiers.dossier(team[role], patient.id)
        return menu, menu.offer(dossier.patient, dossier.inclusion)

    return offering


def test_that_every_other_programme_leads_to_the_form(qtbot, offered, sophie):
    menu, there = offered(sophie)
    assert there
    assert [a.text() for a in menu.actions()] == ["Equip’Addict…", "Microstructure hors forfait…"]
    with qtbot.waitSignal(menu.route_chosen) as chosen:
        menu.actions()[0].trigger()
    route = Route("dossier", patient_id=sophie.id, formulaire="programme", programme="EQUIPADDICT")
    assert chosen.args == [route]


def test_that_nothing_is_offered_where_nothing_can_change(offered, team, sophie):
    alias = team.patient("Alias", "", programme="MSMA_HORS_FORFAIT", anonyme=True)
    outside = team.patient("Autre", "Jean", programme=None, debut=None)
    assert not offered(alias)[1]
    assert not offered(outside)[1]
    assert not offered(sophie, Role.PSYCHIATRE)[1]
    (episode,) = dossiers.dossier(team.medecin, sophie.id).inclusions
    patients.close(team.medecin, episode.id, fin=TODAY, motif="DECES")
    assert not offered(sophie)[1]
