"""A file is written where the person says, and noted."""

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import journal
from microstructure_desktop.services.documents import Document
from microstructure_desktop.services.journal import Demande
from microstructure_desktop.ui.dialogs.saving import FileSaver
from tests.ui.desk import make_desk

TABLE = Document("Forfaits", "forfaits.xlsx", b"PK", nominatif=False, genre="forfaits_tableur")


@pytest.fixture
def desk(team, theme):
    return make_desk(team, theme, Role.MEDECIN)


@pytest.fixture
def saver(desk, show):
    return FileSaver(desk.context, show(QWidget(), 300, 200))


def choose(desk, saver, path):
    saver.ask(TABLE)
    dialog = saver.parent().findChild(QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    desk.settle()


def test_that_the_file_is_written_and_noted(desk, saver, tmp_path):
    told = []
    saver.saved.connect(told.append)
    choose(desk, saver, tmp_path / "ici.xlsx")
    assert (tmp_path / "ici.xlsx").read_bytes() == b"PK"
    assert told == [tmp_path / "ici.xlsx"]
    first = journal.read(desk.office, Demande()).lignes[0]
    assert first.acces.action is Action.ENREGISTREMENT_PDF
    assert first.quoi == "Tableau enregistré\u00a0: forfaits"


def test_that_a_place_that_refuses_is_said(desk, saver, tmp_path):
    told = []
    saver.failed.connect(told.append)
    choose(desk, saver, tmp_path / "absent" / "ici.xlsx")
    assert told[0].sentence.startswith("Le document n’a pas pu être enregistré")
