"""What was there is never replaced, and nothing is written beside it."""

import pytest

from microstructure_desktop.cli.animateur_output import new_files
from microstructure_desktop.services.documents import DocumentNotWritten
from microstructure_desktop.services.tableaux_fichiers import DejaLa


def test_that_files_are_written_whole(tmp_path):
    new_files({tmp_path / "a": b"un", tmp_path / "b": b"deux"})
    assert [(tmp_path / name).read_bytes() for name in "ab"] == [b"un", b"deux"]


def test_that_one_already_there_keeps_all_away(tmp_path):
    (tmp_path / "b").write_bytes(b"ancien")
    with pytest.raises(DejaLa):
        new_files({tmp_path / "a": b"un", tmp_path / "b": b"deux"})
    assert not (tmp_path / "a").exists()
    assert (tmp_path / "b").read_bytes() == b"ancien"


def test_that_a_place_where_nothing_can_be_written_is_said(tmp_path):
    link = tmp_path / "lien"
    link.symlink_to(tmp_path / "x" / "a")
    with pytest.raises(DocumentNotWritten):
        new_files({tmp_path / "x" / "a": b"un"})
    with pytest.raises(DocumentNotWritten):
        new_files({link: b"un"})
