"""Blank fiches are printed to a file, or all of them to a folder."""

import pytest
from pypdf import PdfReader

from microstructure_desktop.cli import main
from microstructure_desktop.services import reference


@pytest.fixture
def produce(demo):
    home, phrase = demo

    def command(kind, *options):
        return main(
            ["--home", str(home.root), "documents", kind, *map(str, options),
             "--passphrase-file", str(phrase)]
        )  # fmt: skip

    return command


def test_that_one_fiche_is_printed_blank(produce, tmp_path, capsys):
    output = tmp_path / "fiche vierge.pdf"
    assert produce("fiche-vierge", "--modele", "psychologique_suivi", "--sortie", output) == 0
    assert "Nom et prénom" in PdfReader(output).pages[0].extract_text()
    assert str(output) in capsys.readouterr().out


def test_that_a_model_unknown_is_said_so(produce, tmp_path, capsys):
    output = tmp_path / "x.pdf"
    assert produce("fiche-vierge", "--modele", "inconnue", "--sortie", output) == 1
    assert "Aucun modèle" in capsys.readouterr().err
    assert not output.exists()


def test_that_every_fiche_has_its_file_in_the_folder(produce, tmp_path, capsys):
    folder = tmp_path / "papier"
    assert produce("fiches-vierges", "--sortie", folder) == 0
    forms = reference.load().forms.latest()
    assert {p.name for p in folder.iterdir()} == {f"fiche-vierge-{form.id}.pdf" for form in forms}
    assert capsys.readouterr().out.startswith(f"{len(forms)}\xa0fiches vierges dans")


def test_that_a_folder_that_refuses_is_said_so(produce, tmp_path, capsys):
    assert produce("fiches-vierges", "--sortie", tmp_path / "absent" / "papier") == 1
    assert "n’a pas pu être enregistré" in capsys.readouterr().err
