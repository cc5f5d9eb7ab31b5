"""Every table and every file is said, and what is left out too."""

from pathlib import Path

from microstructure_desktop.services.tableaux_equipe import Contenu, Format, preparer
from microstructure_desktop.ui.pages.tableaux import words
from tests.services.cases import oppose
from tests.services.rapport_scene import counted
from tests.services.tables import asked


def test_that_every_table_and_every_file_has_its_words():
    assert words.CONTENTS.keys() == set(Contenu)
    assert [code for code, _ in words.FORMATS] == [f.value for f in Format]
    assert words.ABOUT_FORMAT.keys() == {f.value for f in Format}
    assert words.ABOUT_NAMES.keys() == {code for code, _ in words.FLAVOURS}


def test_that_the_lines_of_each_sheet_are_counted(team):
    """Luc came once this year and Sophie twice."""
    counted(team)
    ready = preparer(team.medecin, asked(Contenu.ACTIVITE, Contenu.FILE_ACTIVE))
    said = "Activité\u00a0: 3\u00a0lignes · File active\u00a0: 2\u00a0lignes"
    assert words.sheets(ready) == said
    assert words.left_out(ready) == ""


def test_that_a_closed_record_is_said(team):
    oppose(team, counted(team)["sophie"])
    ready = preparer(team.medecin, asked(Contenu.ACTIVITE))
    assert words.left_out(ready).startswith("1\u00a0dossier vous est fermé")


def test_that_a_place_is_said_by_its_folder_alone():
    assert words.saved_in(Path("/a/b/Clé/x.xlsx")).endswith("dans «\u00a0Clé\u00a0».")
