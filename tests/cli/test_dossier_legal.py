"""The file on the protection of data is written from the command line, whole or one paper."""

from pypdf import PdfReader

from microstructure_desktop.cli import main


def produce(demo, output, *more):
    home, phrase = demo
    return main(
        ["--home", str(home.root), "documents", "dossier-legal", "--sortie", str(output),
         "--passphrase-file", str(phrase), *more]
    )  # fmt: skip


def test_that_the_whole_file_or_one_paper_is_written(demo, tmp_path, capsys):
    whole, one = tmp_path / "dossier.pdf", tmp_path / "notice.pdf"
    assert produce(demo, whole) == 0
    assert produce(demo, one, "--papier", "notice_patients_gros") == 0
    assert len(PdfReader(whole).pages) > 10
    assert PdfReader(one).metadata.title == "Vos informations, dans notre cabinet"
    said = capsys.readouterr().out
    assert str(whole) in said
    assert "faites-les relire" in said


def test_that_a_paper_unknown_is_said_with_those_that_are_there(demo, tmp_path, capsys):
    assert produce(demo, tmp_path / "x.pdf", "--papier", "statuts") == 1
    assert "registre, aipd, notice_patients, notice_patients_gros" in capsys.readouterr().err
    assert not (tmp_path / "x.pdf").exists()


def test_that_a_file_that_is_there_is_never_replaced(demo, tmp_path, capsys):
    there = tmp_path / "dossier.pdf"
    there.write_bytes(b"relu et complete")
    assert produce(demo, there) == 1
    assert there.read_bytes() == b"relu et complete"
    assert capsys.readouterr().err
