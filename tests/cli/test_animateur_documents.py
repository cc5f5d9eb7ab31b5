"""The report, the reminders and the exports of a folder, as somebody types them."""

import json

import pytest
from fhir.resources.R4B.measurereport import MeasureReport
from python_calamine import CalamineWorkbook

from microstructure_desktop.cli import main
from tests.reports.reading import plain, whole

from .animateur_cases import LAST, made

FIRST = LAST.plus(-2)


@pytest.fixture
def run(tmp_path):
    made(tmp_path / "a", 3)
    return lambda *words: main(["--home", str(tmp_path / "a"), "animateur", *map(str, words)])


def test_that_the_report_is_written_once(run, tmp_path, capsys):
    path = tmp_path / "r.pdf"
    assert run("report", "--annee", FIRST.annee, "--sortie", path) == 0
    assert f"RAPPORT RÉGIONAL {FIRST.annee}" in plain(whole(path.read_bytes()))
    before = path.read_bytes()
    assert run("report", "--annee", FIRST.annee, "--sortie", path) == 1
    assert path.read_bytes() == before
    assert "déjà" in capsys.readouterr().err


def test_that_the_report_is_a_workbook_too(run, tmp_path):
    path = tmp_path / "r.xlsx"
    assert run("report", "--annee", FIRST.annee, "--sortie", path) == 0
    assert CalamineWorkbook.from_path(path).sheet_names[0] == "Lisez-moi"


def test_that_another_format_or_an_empty_year_is_refused(run, tmp_path, capsys):
    assert run("report", "--annee", FIRST.annee, "--sortie", tmp_path / "r.docx") == 1
    assert "PDF ou en XLSX" in capsys.readouterr().err
    assert run("report", "--annee", 2001, "--sortie", tmp_path / "r.pdf") == 1
    assert "ne dit rien" in capsys.readouterr().err
    assert not list(tmp_path.glob("r.*"))


def test_that_who_owes_is_reminded_by_letter_and_by_mail(run, tmp_path, capsys):
    box = tmp_path / "relances"
    box.mkdir()
    assert run("remind", "--sortie", box) == 0
    said = capsys.readouterr().out
    assert f"OCC-31-001 : {LAST.plus(-1)}" in said
    assert "1 structure(s) à relancer." in said
    assert sorted(path.name for path in box.iterdir()) == [
        "relance_OCC-31-001.eml", "relance_OCC-31-001.pdf", "relances.pdf",
    ]  # fmt: skip
    assert run("remind", "--sortie", tmp_path / "absent") == 1


def test_that_figures_are_exported_for_others(run, tmp_path, capsys):
    assert run("export", "--mois", FIRST, "--format", "fhir", "--sortie", tmp_path) == 0
    written = (tmp_path / f"activite_OCC_{FIRST}_fhir.json").read_bytes()
    assert MeasureReport.model_validate_json(written).type == "summary"
    assert run("export", "--annee", FIRST.annee, "--format", "dhis2", "--sortie", tmp_path) == 0
    body = json.loads((tmp_path / f"activite_OCC_{FIRST.annee}_dhis2.json").read_bytes())
    assert body["period"] == str(FIRST.annee)
    assert run("export", "--mois", LAST, "--format", "fhir", "--sortie", tmp_path) == 1
    assert "ne dit rien" in capsys.readouterr().err


def test_that_a_folder_without_register_is_left_as_it_was(tmp_path, capsys):
    home = ["--home", str(tmp_path / "vide"), "animateur"]
    assert main([*home, "remind", "--sortie", str(tmp_path)]) == 1
    assert "registre" in capsys.readouterr().err
    assert not (tmp_path / "vide").exists()
