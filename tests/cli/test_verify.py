"""verify ends with 0 only when the store is sound."""

from microstructure_desktop.cli import main
from microstructure_desktop.cli.verify import WORDS, _say
from microstructure_desktop.store.checks import Check
from microstructure_desktop.store.failures import StoreDamaged


def verify(home, phrase):
    return main(["--home", str(home.root), "verify", "--passphrase-file", str(phrase)])


def test_that_a_sound_store_is_said_sound(demo, capsys):
    assert verify(*demo) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1] == "Coffre sain."
    assert len(lines) == 9
    assert all(line.endswith("\u00a0: en ordre") for line in lines[:-1])


def test_that_the_folder_may_come_after_the_command(demo, capsys):
    home, phrase = demo
    assert main(["verify", "--home", str(home.root), "--passphrase-file", str(phrase)]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "Coffre sain."


def test_that_each_check_of_a_backup_is_told(demo, capsys, tmp_path):
    home, phrase = demo
    options = ["--passphrase-file", str(phrase), "--home", str(home.root)]
    assert main(["backup", "--sortie", str(tmp_path), *options]) == 0
    (path,) = tmp_path.glob("*.msmabak")
    capsys.readouterr()
    assert main(["verify", str(path), *options]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert (lines[-1], len(lines)) == ("Sauvegarde saine.", 12)
    content = bytearray(path.read_bytes())
    content[-9_000] ^= 1
    path.write_bytes(content)
    assert main(["verify", str(path), *options]) == 3
    said = capsys.readouterr().out.splitlines()
    assert said[-1] == "1 défaut(s) trouvé(s)."
    assert "un octet du fichier a changé" in said[0]


def test_that_an_altered_access_log_is_told_beside_what_is_sound(capsys):
    log = Check("acces", warning=StoreDamaged("acces_fin"))
    assert _say([Check("structure"), log], "Coffre sain") == 3
    said = capsys.readouterr().out.splitlines()
    assert "ses dernières lignes ont été retirées" in said[1]
    assert said[2] == "Coffre sain, journal d’accès altéré."


def test_that_every_check_has_its_words(demo):
    names = {"fichier", "trousseau", "ouverture", "journal", "structure", "integrite", "schema"}
    assert set(WORDS) == names | {
        "formulaires",
        "historique",
        "listes",
        "acces",
        "etiquette",
        "temoin",
    }


def test_that_a_damaged_page_is_refused_with_a_sentence(demo, capsys):
    home, phrase = demo
    file = home.coffre / "store.db"
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 0x10
    file.write_bytes(content)
    assert verify(home, phrase) != 0
    said = capsys.readouterr()
    assert said.err.strip()
    assert "Traceback" not in said.err


def test_that_a_wrong_passphrase_is_refused_with_a_sentence(demo, capsys, tmp_path):
    home, _ = demo
    wrong = tmp_path / "autre.txt"
    wrong.write_text("une tout autre phrase\n", encoding="utf-8")
    assert verify(home, wrong) == 1
    assert "hrase de passe" in capsys.readouterr().err
