"""A month's bundle is written where asked, and the same month gives the same bundle."""

from pathlib import Path

from microstructure_desktop.cli import main


def prepare(home, phrase, month, output):
    return main(
        ["--home", str(home.root), "share", "prepare", "--mois", month,
         "--sortie", str(output), "--passphrase-file", str(phrase)]
    )  # fmt: skip


def test_that_the_bundle_is_written_and_named_without_anybody(demo, last_month, tmp_path, capsys):
    home, phrase = demo
    assert prepare(home, phrase, last_month, tmp_path) == 0
    (written,) = tmp_path.glob("MSMA_*")
    assert str(written) in capsys.readouterr().out
    shipped = next(home.documents.glob("export/MSMA_*"))
    assert written.name == shipped.name
    assert _content(written) == _content(shipped)


def test_that_a_missing_folder_is_said_so(demo, last_month, tmp_path, capsys):
    home, phrase = demo
    assert prepare(home, phrase, last_month, tmp_path / "absent") == 1
    assert capsys.readouterr().err.strip()


def _content(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
