"""A month's minutes are printed to the file named."""

import pytest
from pypdf import PdfReader

from microstructure_desktop.cli import main
from microstructure_desktop.domain.acces import Action
from microstructure_desktop.services import journal, unlock
from microstructure_desktop.services.journal import Demande


def produce(home, phrase, month, output):
    return main(
        ["--home", str(home.root), "documents", "synthese", "--mois", month,
         "--sortie", str(output), "--passphrase-file", str(phrase)]
    )  # fmt: skip


def test_that_the_minutes_of_a_month_are_written(demo, last_month, tmp_path, capsys):
    home, phrase = demo
    output = tmp_path / "compte rendu.pdf"
    assert produce(home, phrase, last_month, output) == 0
    assert PdfReader(output).pages
    assert str(output) in capsys.readouterr().out


def test_that_what_a_command_printed_is_in_the_access_log(demo, last_month, tmp_path):
    home, phrase = demo
    assert produce(home, phrase, last_month, tmp_path / "cr.pdf") == 0
    doctor = next(a for a in unlock.door(home).accounts if a.role == "medecin")
    office = unlock.open_cabinet(home, doctor.id, phrase.read_text(encoding="utf-8").strip())
    lines = journal.read(office, Demande()).lignes
    unlock.close(office)
    written = sorted(lines, key=lambda x: x.acces.seq)[-2:]
    assert [x.acces.action for x in written] == [Action.ENREGISTREMENT_PDF, Action.CONNEXION]
    assert written[0].quoi == "PDF enregistré : compte rendu de réunion"


def test_that_a_month_without_a_meeting_is_said_so(demo, tmp_path, capsys):
    home, phrase = demo
    assert produce(home, phrase, "2001-01", tmp_path / "x.pdf") == 1
    assert "Aucune réunion" in capsys.readouterr().err
    assert not (tmp_path / "x.pdf").exists()


def test_that_a_folder_that_refuses_is_said_so(demo, last_month, tmp_path, capsys):
    home, phrase = demo
    assert produce(home, phrase, last_month, tmp_path / "absent" / "x.pdf") == 1
    assert "n’a pas pu être enregistré" in capsys.readouterr().err


def test_that_what_is_not_a_month_is_refused(demo, tmp_path, capsys):
    home, phrase = demo
    with pytest.raises(SystemExit) as left:
        produce(home, phrase, "octobre", tmp_path / "x.pdf")
    assert left.value.code == 2
    assert "AAAA-MM" in capsys.readouterr().err
