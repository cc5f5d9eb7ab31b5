"""A month is sealed once and written where asked; a receipt is taken in, or refused in words."""

from microstructure_desktop.cli import main
from microstructure_desktop.exchange import seal


def prepare(home, phrase, month, output):
    return main(
        ["--home", str(home.root), "share", "prepare", "--mois", month,
         "--sortie", str(output), "--passphrase-file", str(phrase)]
    )  # fmt: skip


def receive(home, phrase, path):
    return main(
        ["--home", str(home.root), "share", "accuse", str(path), "--passphrase-file", str(phrase)]
    )


def test_that_the_month_is_written_and_named_without_anybody(demo, last_month, tmp_path, capsys):
    home, phrase = demo
    assert prepare(home, phrase, last_month, tmp_path) == 0
    (written,) = tmp_path.glob("MSMA_*.msma")
    assert str(written) in capsys.readouterr().out
    (shipped,) = home.documents.glob("export/MSMA_*.msma")
    assert (written.name, written.read_bytes()) == (shipped.name, shipped.read_bytes())
    assert written.read_bytes().startswith(b"age-encryption.org/v1\n")


def test_that_a_missing_folder_is_said_and_the_month_stays_sealed(
    demo, last_month, tmp_path, capsys
):
    home, phrase = demo
    assert prepare(home, phrase, last_month, tmp_path / "absent") == 1
    said = capsys.readouterr().err
    assert "dossier introuvable" in said
    assert "boîte d’envoi" in said


def test_that_a_month_that_is_not_over_is_refused(demo, tmp_path, capsys):
    home, phrase = demo
    assert prepare(home, phrase, "2099-01", tmp_path) == 1
    assert "pas terminé" in capsys.readouterr().err
    assert not list(tmp_path.glob("MSMA*"))


def test_that_a_file_that_is_no_receipt_is_refused_in_words(demo, tmp_path, capsys):
    home, phrase = demo
    assert receive(home, phrase, tmp_path / "absent.msma-ack") == 1
    assert "ne peut pas être lu" in capsys.readouterr().err
    other = tmp_path / "autre.msma-ack"
    other.write_bytes(seal.SigningKey.generate().secret)
    assert receive(home, phrase, other) == 1
    assert "pas un accusé" in capsys.readouterr().err
