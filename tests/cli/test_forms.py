"""Definitions to FHIR and back, from the command line, with and without a patient."""

import json

from microstructure_desktop.cli import main

A = {"linkId": "/1", "type": "boolean", "text": "Déjà venu"}


def questionnaire(path, *items):
    found = {"resourceType": "Questionnaire", "title": "Essai", "item": list(items)}
    path.write_text(json.dumps(found), encoding="utf-8")
    return path


def test_that_definitions_are_written_without_any_cabinet(tmp_path, capsys):
    folder = tmp_path / "fhir"
    assert main(["--home", str(tmp_path), "forms", "to-fhir", "--sortie", str(folder)]) == 0
    files = sorted(folder.iterdir())
    assert str(len(files)) in capsys.readouterr().out
    assert any(f.name.startswith("psychologique_suivi-") for f in files)
    assert {json.loads(f.read_text("utf-8"))["resourceType"] for f in files} == {"Questionnaire"}


def test_that_a_patient_s_fiches_are_written_and_said_to_be_in_clear(demo, tmp_path, capsys):
    home, phrase = demo
    folder = tmp_path / "fhir"
    code = main(
        ["--home", str(home.root), "forms", "to-fhir", "--sortie", str(folder), "--patient", "1",
         "--passphrase-file", str(phrase)]
    )  # fmt: skip
    assert code == 0
    assert "ne sont pas chiffrés" in capsys.readouterr().out
    assert list(folder.glob("psychologique_suivi-*.json"))


def test_that_an_unknown_patient_is_said_so_and_nothing_is_written(demo, tmp_path, capsys):
    home, phrase = demo
    folder = tmp_path / "fhir"
    code = main(
        ["--home", str(home.root), "forms", "to-fhir", "--sortie", str(folder), "--patient",
         "4321", "--passphrase-file", str(phrase)]
    )  # fmt: skip
    assert code == 1
    assert "numéro" in capsys.readouterr().err
    assert not folder.exists()


def test_that_a_questionnaire_becomes_a_definition(tmp_path, capsys):
    source, target = questionnaire(tmp_path / "q.json", A), tmp_path / "f.toml"
    command = ["--home", str(tmp_path), "forms", "from-fhir", str(source), "--sortie", str(target)]
    assert main(command) == 0
    assert "1 question" in capsys.readouterr().out
    assert 'text = "Déjà venu"' in target.read_text(encoding="utf-8")
    assert main(command) == 1
    assert "--remplacer" in capsys.readouterr().err
    assert main([*command, "--remplacer"]) == 0


def test_that_every_refusal_is_printed_and_nothing_written(tmp_path, capsys):
    source = questionnaire(
        tmp_path / "q.json", {**A, "type": "reference"}, {**A, "linkId": "/2", "maxLength": 3}
    )
    target = tmp_path / "f.toml"
    command = ["--home", str(tmp_path), "forms", "from-fhir", str(source), "--sortie", str(target)]
    assert main(command) == 1
    printed = capsys.readouterr().err
    assert "/1" in printed
    assert "reference" in printed
    assert "/2" in printed
    assert "maxLength" in printed
    assert not target.exists()
