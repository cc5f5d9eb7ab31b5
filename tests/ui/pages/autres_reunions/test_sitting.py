"""One meeting on screen: its draft, its revisions, and what a colleague saved."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject

from microstructure_desktop.domain.reunion import Point
from microstructure_desktop.services import autres_reunions
from microstructure_desktop.services.syntheses import SavedMeanwhile
from microstructure_desktop.ui.pages.autres_reunions.sitting import Sitting


@pytest.fixture
def sitting(desk, meeting):
    owner = QObject()
    opened = meeting()
    shown = {"reunion": opened.reunion}
    made = Sitting(desk.context.worker, opened, lambda: shown["reunion"], owner)
    made.shown, made.owner = shown, owner
    return made


def type_(sitting, **changes):
    sitting.shown["reunion"] = replace(sitting.shown["reunion"], **changes)
    sitting.keeper.touch()


def test_that_what_is_typed_is_a_draft(desk, sitting):
    type_(sitting, lieu="Mairie")
    assert not sitting.settled
    sitting.keeper.flush()
    desk.settle()
    assert sitting.settled
    kept = autres_reunions.ouvrir(desk.office, sitting.opened.reunion.id)
    assert (kept.reunion.lieu, kept.brouillon) == ("Mairie", True)


def test_that_saving_builds_on_what_was_saved_last(desk, sitting):
    told = []
    sitting.written.connect(lambda fait, sent: told.append((fait, sent)))
    for lieu in ("Mairie", "CSAPA"):
        type_(sitting, lieu=lieu)
        sitting.write(autres_reunions.save)
        sitting.write(autres_reunions.save)  # asked twice, done once
        desk.settle()
    assert [sent.lieu for _, sent in told] == ["Mairie", "CSAPA"]
    assert all(fait.changes for fait, _ in told)
    assert sitting.opened.reunion.lieu == "CSAPA"


def test_that_a_version_of_a_colleague_is_brought_in(desk, team, sitting):
    refused, merged = [], []
    sitting.refused.connect(refused.append)
    sitting.merged.connect(merged.append)
    theirs = replace(sitting.opened.reunion, points=(Point("Divers"),), lieu="Mairie")
    autres_reunions.save(team.medecin, theirs, sitting.opened.based_on)
    type_(sitting, points=(Point("Tests"),))
    sitting.write(autres_reunions.save)
    desk.settle()
    assert isinstance(refused[0], SavedMeanwhile)
    assert not sitting.busy
    sitting.merge()
    desk.settle()
    assert [p.titre for p in merged[0].reunion.points] == ["Divers", "Tests"]
    assert merged[0].reunion.lieu == "Mairie"
