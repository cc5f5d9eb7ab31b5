"""A region is made once, with numbers that make one."""

import pytest

from microstructure_desktop.cli import main


def test_that_a_region_that_is_there_is_kept(tmp_path, capsys):
    (tmp_path / "LISEZMOI.txt").write_text("une région")
    assert main(["demo-region", "--home", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    assert "existe déjà" in said
    assert str(tmp_path / "LISEZMOI.txt") in said
    assert [p.name for p in tmp_path.iterdir()] == ["LISEZMOI.txt"]


def test_that_a_folder_with_other_things_is_refused(tmp_path, capsys):
    (tmp_path / "mine.txt").write_text("à moi")
    assert main(["demo-region", "--home", str(tmp_path)]) == 1
    assert "contient déjà autre chose" in capsys.readouterr().err
    assert [p.name for p in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("number", ["2", "31", "x"])
def test_that_silly_numbers_are_refused(tmp_path, capsys, number):
    with pytest.raises(SystemExit):
        main(["demo-region", "--home", str(tmp_path / "r"), "--cabinets", number])
    assert "un nombre de 3 à 30 est attendu" in capsys.readouterr().err
    assert not (tmp_path / "r").exists()
