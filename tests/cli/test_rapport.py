"""The annual report is written to the file named, in the version asked for."""

from datetime import date

import pytest
from pypdf import PdfReader

from microstructure_desktop.cli import main
from microstructure_desktop.domain.acces import Action
from microstructure_desktop.domain.divulgation import Canal
from microstructure_desktop.domain.rapport_annuel import Section
from microstructure_desktop.services import journal, rapport_saisie, unlock
from microstructure_desktop.services.journal import Demande

LAST = date.today().year - 1  # noqa: DTZ011 -- the command line lives on the local day


def produce(place, output, version="interne", annee=LAST, *options):
    home, phrase = place
    return main(
        ["--home", str(home.root), "documents", "rapport", "--annee", str(annee),
         "--version", version, "--sortie", str(output), "--passphrase-file", str(phrase), *options]
    )  # fmt: skip


def opened(place, role="medecin"):
    home, phrase = place
    account = next(a for a in unlock.door(home).accounts if a.role == role)
    return unlock.open_cabinet(home, account.id, phrase.read_text(encoding="utf-8").strip())


@pytest.mark.parametrize("version", ["interne", "diffusable"])
def test_that_a_version_is_written_and_noted(demo, tmp_path, capsys, version):
    output = tmp_path / "rapport.pdf"
    assert produce(demo, output, version) == 0
    said = " ".join(page.extract_text() for page in PdfReader(output).pages)
    assert ("ne pas diffuser" in said) == (version == "interne")
    assert str(output) in capsys.readouterr().out
    office = opened(demo)
    lines = [x.acces for x in journal.read(office, Demande()).lignes]
    with office.store.read() as work:
        entered = [d for d in work.divulgations.all() if d.canal is Canal.RAPPORT]
    unlock.close(office)
    saved = [x.detail for x in lines if x.action is Action.ENREGISTREMENT_PDF]
    assert [x for x in saved if x.startswith("rapport")] == [f"rapport_{version}"]
    assert bool(entered) == (version == "diffusable")


def test_that_it_is_written_to_go_on_with(demo, tmp_path):
    output = tmp_path / "rapport.docx"
    assert produce(demo, output) == 0
    assert output.read_bytes().startswith(b"PK")


def test_that_another_format_is_refused_before_anything(demo, tmp_path, capsys):
    assert produce(demo, tmp_path / "rapport.odt", "diffusable") == 1
    assert "en PDF ou en DOCX" in capsys.readouterr().err


def test_that_a_year_under_way_does_not_leave(demo, tmp_path, capsys):
    assert produce(demo, tmp_path / "r.pdf", "diffusable", LAST + 1) == 1
    assert "n’est pas terminée" in capsys.readouterr().err
    assert not (tmp_path / "r.pdf").exists()


def test_that_who_may_not_is_refused(demo, tmp_path, capsys):
    secretary = next(a for a in unlock.door(demo[0]).accounts if a.role == "secretariat")
    assert produce(demo, tmp_path / "r.pdf", "interne", LAST, "--compte", secretary.nom) == 1
    assert "ne permet pas" in capsys.readouterr().err


def test_that_a_name_stops_it_until_somebody_read_the_text(demo, tmp_path, capsys):
    office = opened(demo)
    with office.store.read() as work:
        patient = next(p for p in work.patients.all() if not p.anonyme)
    text = f"Merci à {patient.prenom} {patient.nom}."
    rapport_saisie.commenter(office, LAST, Section.PROFIL, text)
    unlock.close(office)
    assert produce(demo, tmp_path / "r.pdf", "diffusable") == 1
    said = capsys.readouterr().err
    assert "Profil des personnes suivies" in said
    assert "semble nommer" in said
    assert produce(demo, tmp_path / "r.pdf", "diffusable", LAST, "--relu") == 0


@pytest.mark.parametrize("name", ["r.pdf", "absent/r.pdf"])
def test_that_nothing_is_entered_for_a_place_that_is_refused(demo, tmp_path, capsys, name):
    (tmp_path / "r.pdf").write_bytes(b"mine")
    assert produce(demo, tmp_path / name, "diffusable") == 1
    assert "endroit" in capsys.readouterr().err
    assert (tmp_path / "r.pdf").read_bytes() == b"mine"
    office = opened(demo)
    with office.store.read() as work:
        entered = [d for d in work.divulgations.all() if d.canal is Canal.RAPPORT]
    unlock.close(office)
    assert not entered
