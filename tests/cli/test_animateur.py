"""The animator's life at the command line: keys, a convention, a cabinet, a month, its receipt."""

import re
from datetime import date

import pytest

from microstructure_desktop.animateur.register import Register, address
from microstructure_desktop.cli import main
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.exchange import accuse, bundle, convention
from microstructure_desktop.paths import Home
from tests.animateur.cases import JOUR, Cabinet, Region, contenu
from tests.animateur.cases import new_keys as unlocked_keys

PHRASE, SECOURS = "la phrase de chaque jour", "celle qui dort au coffre"


@pytest.fixture
def animateur(tmp_path):
    """A folder of an animator, and a way to run its commands."""
    for name, text in (("phrase", PHRASE), ("secours", SECOURS)):
        (tmp_path / name).write_text(f"{text}\n", encoding="utf-8")

    def run(action: str, *arguments: object, secours: bool = False, phrase: bool = True) -> int:
        files = ["--passphrase-file", str(tmp_path / "phrase")] if phrase else []
        if secours:
            files += ["--passphrase-sauvegarde-file", str(tmp_path / "secours")]
        home = ["--home", str(tmp_path / "a")]
        return main([*home, "animateur", action, *map(str, arguments), *files])

    return run


@pytest.fixture
def ready(animateur, tmp_path):
    assert animateur("init", "--sauvegarde", tmp_path / "coffre.age", secours=True) == 0
    conv = tmp_path / "r.msma-conv"
    code = animateur(
        "convention", "--region", "OCC", "--animateur", "RAMIP", "--canal",
        "courriel=contact@example.org", "--jour-limite", 20, "--sortie", conv,
    )  # fmt: skip
    assert code == 0
    return animateur, tmp_path, conv.read_bytes()


def enrolment(tmp_path, conv: bytes, cabinet: Cabinet):
    path = tmp_path / "c.msma-inscription"
    path.write_bytes(Region(None, unlocked_keys(), conv).inscription(cabinet))
    return path


def test_that_a_month_is_received_from_the_keys_to_the_receipt(ready, capsys):
    run, tmp_path, conv = ready
    said = convention.read(conv)
    assert (said.jour_limite, said.k, len(said.destinataires)) == (20, 11, 2)
    cabinet = Cabinet("OCC-31-001")
    path = enrolment(tmp_path, conv, cabinet)
    capsys.readouterr()
    assert run("enrol", path, phrase=False) == 1
    shown = capsys.readouterr()
    found = re.search(r"Empreinte : (.+)", shown.out)
    assert found is not None
    assert "confirmée" in shown.err
    confirmed = ("--empreinte", found[1], "--depuis", "2026-01")
    assert run("enrol", path, *confirmed, phrase=False) == 0
    assert "attendu depuis 2026-01" in capsys.readouterr().out

    made = bundle.build(
        contenu("OCC-31-001"), Region(None, unlocked_keys(), conv).adresse, sequence=1
    )
    box = tmp_path / "boite"
    box.mkdir()
    (box / made.nom).write_bytes(bundle.seal(made, cabinet.cle))
    for expected in ("reçu : OCC-31-001 2026-01", "déjà reçu : OCC-31-001 2026-01"):
        assert run("receive", box) == 0
        assert expected in capsys.readouterr().out
    (receipt,) = (box / "accuses").iterdir()
    assert accuse.read(receipt.read_bytes(), said.cle).paquet == made.id
    assert (tmp_path / "a" / "animateur" / "accuses" / receipt.name).is_file()


def test_that_what_is_refused_is_said_and_taken_again(ready, capsys):
    run, tmp_path, conv = ready
    cabinet = Cabinet("OCC-31-001")
    made = bundle.build(
        contenu("OCC-31-001"), Region(None, unlocked_keys(), conv).adresse, sequence=1
    )
    path = tmp_path / made.nom
    path.write_bytes(bundle.seal(made, cabinet.cle))
    (tmp_path / "x.msma").write_bytes(b"rien")
    assert run("receive", path, tmp_path / "x.msma") == 1
    said = capsys.readouterr().out
    assert "refusé : OCC-31-001 2026-01" in said
    assert "pas inscrite" in said
    assert "refusé : illisible (x.msma)" in said
    assert "2 paquet(s) lu(s), 2 refusé(s), 2 en quarantaine." in said
    enrolled = enrolment(tmp_path, conv, cabinet)
    assert run("receive") == 0
    from microstructure_desktop.exchange.seal import fingerprint

    run("enrol", enrolled, "--empreinte", fingerprint(cabinet.cle.public), phrase=False)
    capsys.readouterr()
    assert run("receive") == 0
    said = capsys.readouterr().out
    assert "reçu : OCC-31-001 2026-01 (quarantaine)" in said
    assert "1 paquet(s) lu(s), 0 refusé(s), 1 en quarantaine." in said


def test_that_keys_are_renewed_and_restored(ready, capsys):
    run, tmp_path, conv = ready
    assert run("renouveler", "--sauvegarde", tmp_path / "coffre-2.age", secours=True) == 0
    assert run("convention", "--k", 12, "--sortie", tmp_path / "r2.msma-conv") == 0
    renewed = convention.read((tmp_path / "r2.msma-conv").read_bytes(), convention.read(conv).cle)
    assert (renewed.numero, renewed.k, renewed.jour_limite) == (2, 12, 20)
    (tmp_path / "a" / "animateur" / "cles.age").unlink()
    assert run("restaurer", "--sauvegarde", tmp_path / "coffre-2.age", secours=True) == 0
    assert run("convention", "--sortie", tmp_path / "r3.msma-conv") == 0
    restored = convention.read((tmp_path / "r3.msma-conv").read_bytes())
    assert restored.cle == renewed.cle
    assert restored.destinataires[0] != renewed.destinataires[0]
    assert "Empreinte" in capsys.readouterr().out


def test_that_nothing_works_before_the_keys_are_made(animateur, tmp_path, capsys):
    assert animateur("receive", tmp_path) == 1
    assert animateur("convention", "--sortie", tmp_path / "c") == 1
    assert animateur("enrol", tmp_path / "absent", phrase=False) == 1
    said = capsys.readouterr().err
    assert said.count("animateur init") == 2
    assert "n’a pas pu être lu" in said
    assert not (tmp_path / "a").exists()


def test_that_the_first_convention_needs_a_name(animateur, tmp_path, capsys):
    animateur("init", "--sauvegarde", tmp_path / "coffre.age", secours=True)
    assert animateur("convention", "--sortie", tmp_path / "c.msma-conv") == 1
    assert "--region" in capsys.readouterr().err
    assert not (tmp_path / "c.msma-conv").exists()


def test_that_a_file_there_is_never_replaced(ready, capsys):
    run, tmp_path, conv = ready
    assert run("convention", "--sortie", tmp_path / "r.msma-conv") == 1
    assert (tmp_path / "r.msma-conv").read_bytes() == conv
    assert run("init", "--sauvegarde", tmp_path / "autre.age", secours=True) == 1
    assert "déjà" in capsys.readouterr().err


def test_that_the_register_may_be_elsewhere(animateur, tmp_path, capsys):
    url = f"sqlite:///{tmp_path / 'ailleurs.db'}"
    backup = tmp_path / "coffre.age"
    assert animateur("init", "--sauvegarde", backup, "--registre", "http://x", secours=True) == 1
    assert not backup.exists()
    assert animateur("init", "--sauvegarde", backup, "--registre", url, secours=True) == 0
    assert address(Home(tmp_path / "a")) == url
    assert (tmp_path / "ailleurs.db").is_file()


def test_that_a_wrong_channel_is_said(animateur, tmp_path, capsys):
    with pytest.raises(SystemExit):
        animateur("convention", "--canal", "pigeon=toit", "--sortie", tmp_path / "c")
    assert "n’est pas un canal" in capsys.readouterr().err


def test_that_the_month_awaited_first_is_that_of_today(ready):
    run, tmp_path, conv = ready
    cabinet = Cabinet("OCC-31-001")
    from microstructure_desktop.exchange.seal import fingerprint

    path = enrolment(tmp_path, conv, cabinet)
    run("enrol", path, "--empreinte", fingerprint(cabinet.cle.public), phrase=False)
    register = Register.open(address(Home(tmp_path / "a")))
    with register.read() as work:
        (structure,) = work.structures.all()
    register.close()
    assert structure.depuis >= Mois.de(JOUR)
    assert structure.depuis == Mois.de(date.today())  # noqa: DTZ011 -- as the command does
