"""A place is refused before anything is made for it."""

import pytest

from microstructure_desktop.cli.output import check_free
from microstructure_desktop.services.documents import DocumentNotWritten
from microstructure_desktop.services.tableaux_fichiers import DejaLa


def test_that_a_new_file_in_a_folder_is_right(tmp_path):
    check_free(tmp_path / "a.pdf")


def test_that_a_file_that_is_there_is_not_replaced(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"mine")
    with pytest.raises(DejaLa):
        check_free(tmp_path / "a.pdf")


def test_that_a_folder_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(DocumentNotWritten):
        check_free(tmp_path / "absent" / "a.pdf")
