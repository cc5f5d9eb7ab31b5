"""verify ends with 0 only when the store is sound."""

from microstructure_desktop.cli import main
from microstructure_desktop.cli.verify import BACKUP, STORE, UNREACHED, WORDS, _say
from microstructure_desktop.store.checks import Check
from microstructure_desktop.store.failures import KeyringFormer, StoreDamaged


def verify(home, phrase):
    return main(["--home", str(home.root), "verify", "--passphrase-file", str(phrase)])


def test_that_a_sound_store_is_said_sound(demo, capsys):
    assert verify(*demo) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1] == "Coffre sain."
    assert len(lines) == 13
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
    assert all(line.endswith(UNREACHED) for line in said[1:-1])
    assert len(said) == 12


def test_that_a_backup_that_cannot_even_be_asked_for_says_so_of_each_check(demo, capsys, tmp_path):
    home, phrase = demo
    path = tmp_path / "photo.msmabak"
    path.write_bytes(b"\xff\xd8" + bytes(3_000))
    options = ["--passphrase-file", str(phrase), "--home", str(home.root)]
    assert main(["verify", str(path), *options]) == 3
    said = capsys.readouterr().out.splitlines()
    assert "n’est pas une sauvegarde" in said[0]
    assert all(line.endswith(UNREACHED) for line in said[1:-1])
    assert said[-1] == "1 défaut(s) trouvé(s)."


def test_that_an_altered_access_log_is_told_beside_what_is_sound(capsys):
    log = Check("acces", warning=StoreDamaged("acces_fin"))
    assert _say([Check("structure"), log], STORE, "Coffre sain") == 3
    said = capsys.readouterr().out.splitlines()
    assert "ses dernières lignes ont été retirées" in said[1]
    assert said[2] == "Coffre sain, journal d’accès altéré."


def test_that_a_key_file_to_write_again_is_told_with_what_to_do(capsys):
    assert _say([Check("cles", warning=KeyringFormer())], STORE, "Coffre sain") == 3
    said = capsys.readouterr().out.splitlines()
    assert said[0].endswith(KeyringFormer.way_out)
    assert said[1] == "Coffre sain, trousseau à récrire."


def test_that_every_check_has_its_words():
    assert set(WORDS) == {*STORE, *BACKUP}


def spoil(file):
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 0x10
    file.write_bytes(content)


def test_that_each_check_of_a_store_that_refuses_to_open_is_told(demo, capsys):
    home, phrase = demo
    spoil(home.coffre / "store.db")
    before = (home.coffre / "store.db").read_bytes()
    assert verify(home, phrase) == 3
    said = dict(line.split("\u00a0: ", 1) for line in capsys.readouterr().out.splitlines()[:-1])
    assert list(said) == [WORDS[name] for name in STORE]
    assert said[WORDS["cles"]] == said[WORDS["schema"]] == "en ordre"
    assert "en ordre" not in {said[WORDS["refus"]], said[WORDS["structure"]]}
    assert said[WORDS["integrite"]] == "Au moins une page du fichier a été altérée."
    assert (home.coffre / "store.db").read_bytes() == before


def test_that_what_is_not_reached_is_told_too(demo, capsys):
    home, phrase = demo
    content = (home.coffre / "store.db").read_bytes()
    (home.coffre / "store.db").write_bytes(content[:4_000])
    assert verify(home, phrase) == 3
    said = capsys.readouterr().out.splitlines()
    assert said[-1] == "2 défaut(s) trouvé(s)."
    assert [line.endswith(UNREACHED) for line in said[:-1]] == [False] * 3 + [True] * 9


def test_that_a_damaged_key_file_leaves_nothing_to_check(demo, capsys):
    home, phrase = demo
    for path in home.coffre.glob("trousseau.json*"):
        path.write_text("{}", encoding="utf-8")
    assert verify(home, phrase) == 3
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("Trousseau\u00a0: Le trousseau est abîmé")
    assert [line.endswith(UNREACHED) for line in said[1:-1]] == [True] * 11


def test_that_a_wrong_passphrase_is_refused_with_a_sentence(demo, capsys, tmp_path):
    home, _ = demo
    wrong = tmp_path / "autre.txt"
    wrong.write_text("une tout autre phrase\n", encoding="utf-8")
    assert verify(home, wrong) == 1
    assert "hrase de passe" in capsys.readouterr().err
