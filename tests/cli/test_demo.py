"""The demonstration is a real cabinet with its documents, whatever the screen."""

import pytest
from pypdf import PdfReader

from microstructure_desktop.cli import main
from microstructure_desktop.cli.demo import has_display


def test_that_it_leaves_each_month_s_minutes_a_fiche_and_an_export(demo, last_month):
    home, _ = demo
    documents = home.documents
    minutes = sorted(documents.glob("synthese-*.pdf"))
    assert documents / f"synthese-{last_month}.pdf" in minutes
    assert 2 <= len(minutes) <= 4
    text = "".join(page.extract_text() for page in PdfReader(minutes[-1]).pages)
    assert "Compte rendu" in text
    assert "Cabinet de la Fiction" in text
    assert len(list(documents.glob("export/MSMA_*.msma"))) == 1


def test_that_nothing_but_the_documents_is_readable(demo):
    home, _ = demo
    secret = [p for p in home.root.rglob("*") if p.is_file() and home.documents not in p.parents]
    assert secret
    for path in secret:
        content = path.read_bytes()
        assert b"Compte rendu" not in content
        assert "Légende".encode() not in content


def test_that_a_second_run_keeps_the_cabinet(demo, capsys):
    home, _ = demo
    before = (home.coffre / "store.db").read_bytes()
    assert main(["demo", "--home", str(home.root), "--sans-fenetre"]) == 0
    assert "existe déjà" in capsys.readouterr().out
    assert (home.coffre / "store.db").read_bytes() == before


def test_that_without_a_screen_it_says_so_and_ends_with_the_folder(demo, capsys):
    home, _ = demo
    assert main(["demo", "--home", str(home.root)]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[-2] == "Aucun écran disponible : la fenêtre n’est pas ouverte."
    assert said[-1] == f"Documents : {home.documents}"


def test_that_an_offscreen_platform_is_no_screen(monkeypatch):
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen:x")
    assert not has_display()
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    assert has_display()


def test_that_silly_numbers_are_refused(capsys, tmp_path):
    for bad in ("0", "999", "-1", "x"):
        with pytest.raises(SystemExit):
            main(["demo", "--home", str(tmp_path), "--mois", bad])
        assert "un nombre de 1 à 60" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())
