"""Every rubric of the nine fiches, with every question shown, on the smallest usual screen."""

from datetime import date, time

import pytest
from PySide6.QtWidgets import QApplication

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.forms.earlier import Earlier
from microstructure_desktop.forms.model import FICHES, ItemType
from microstructure_desktop.services import fiches
from microstructure_desktop.ui.dialogs.history import HistoryDialog
from microstructure_desktop.ui.pages.fiches.changes_dialog import ChangesDialog
from microstructure_desktop.ui.pages.patients.scale_chooser import ScaleChooser
from tests.services.trajectories import AUDIT_9, AUDIT_24, MARCH, OCTOBER, scored
from tests.ui import a11y

SCREEN = (1280, 720)
PERCENTS = (pytest.param(100, marks=pytest.mark.long), 150)  # large letters leave the least room
PROFESSIONS = (Role.MEDECIN, Role.TRAVAILLEUR_SOCIAL, Role.PSYCHOLOGUE)
JUNE, NOVEMBER = date(2026, 6, 2), date(2026, 11, 19)
FOLLOW_UP = "psychologique_suivi"
KNOWN = {
    "jour": JUNE.isoformat(),
    "evolution_psychique": "STABLE",
    "motivation": "ACTION",
    "alliance": "BONNE",
    **dict.fromkeys(("rud_risque", "rud_urgence", "rud_dangerosite"), "FAIBLE"),
}


@pytest.fixture
def patient(team):
    return team.patient()


@pytest.fixture
def small(sit, theme):
    """The window on the smallest usual screen, in letters of a size."""

    def seated(role, percent):
        theme.choose("clair", percent)
        hands = sit(role)
        hands.window.resize(*SCREEN)
        return hands

    return seated


def long_answer(item):
    """The widest previous answer that a question can show."""
    if item.type is ItemType.CHOICE:
        widest = max(item.offered, key=lambda option: len(option.label)).code
        return [widest] if item.repeats else widest
    return "Trois semaines sans alcool, le sommeil revient, et le travail a repris à mi-temps."


def show_all(hands, group):
    """Questions of every condition, each with a previous answer."""
    hands.page.nav.button(group.id).click()
    view = hands.form.group_view()
    view.show_enabled(hands.form.answers, frozenset(item.id for item in group.items))
    view.show_earlier({item.id: Earlier(JUNE, long_answer(item)) for item in group.items})
    hands.settle()


@pytest.mark.parametrize("percent", PERCENTS)
@pytest.mark.parametrize("role", PROFESSIONS, ids=[role.value for role in PROFESSIONS])
def test_that_every_rubric_is_named_and_whole(small, patient, role, percent):
    hands = small(role, percent)
    forms = hands.desk.context.reference.forms.latest()
    seen = 0
    for form in (f for f in forms if f.role is role and f.stage in FICHES):
        hands.go("fiche", patient_id=patient.id, form_id=form.id)
        for group in form.groups:
            show_all(hands, group)
            assert a11y.problems(hands.window) == [], (form.id, group.id)
            body = hands.page.body
            assert body.widget().width() <= body.viewport().width(), (form.id, group.id)
            assert (hands.window.width(), hands.window.height()) == SCREEN, (form.id, group.id)
            seen += 1
    assert seen >= len(FICHES) * 2


@pytest.fixture
def measured(team, patient):
    """Two scores and a fiche of June."""
    team.clock.set(JUNE, time(10))
    opened = fiches.start(team.psychologue, patient.id, FOLLOW_UP)
    made = fiches.save(team.psychologue, opened, jour=JUNE, answers=dict(KNOWN), complete=True)
    team.clock.set(NOVEMBER, time(14))
    for jour, cotes in ((MARCH, AUDIT_24), (OCTOBER, AUDIT_9)):
        scored(team, patient, jour, *cotes)
    return made


def faults(widget):
    """What is not accessible, or larger than the screen."""
    QApplication.processEvents()
    width, height = widget.width(), widget.height()
    large = [f"{width}×{height}"] if width > SCREEN[0] or height > SCREEN[1] else []
    return large + a11y.problems(widget)


@pytest.mark.parametrize("percent", PERCENTS)
def test_that_the_record_and_its_dialogs_are_named_and_whole(small, patient, measured, percent):
    hands = small(Role.PSYCHOLOGUE, percent)
    for part in ("vue", "fiches", "evolution"):
        hands.go("dossier", patient_id=patient.id, onglet=part)
        assert faults(hands.window) == []
    hands.click(hands.page.header.score_button)
    chooser = hands.dialog(ScaleChooser)
    assert faults(chooser) == []
    chooser.reject()
    hands.go("fiche", patient_id=patient.id, fiche_id=measured.id)
    hands.click(hands.page.history_button)
    history = hands.dialog(HistoryDialog)
    assert faults(history) == []
    history.reject()
    hands.go("fiche", patient_id=patient.id, form_id=FOLLOW_UP)
    hands.click(hands.form.group_view().all_unchanged)
    hands.click(hands.page.changes_button)
    changes = hands.dialog(ChangesDialog)
    assert faults(changes) == []
    changes.reject()
