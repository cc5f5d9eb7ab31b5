"""verify ends with 0 only when the store is sound."""

from microstructure_desktop.cli import main


def verify(home, phrase):
    return main(["--home", str(home.root), "verify", "--passphrase-file", str(phrase)])


def test_that_a_sound_store_is_said_sound(demo, capsys):
    assert verify(*demo) == 0
    assert capsys.readouterr().out.strip() == "Coffre sain."


def test_that_the_folder_may_come_after_the_command(demo, capsys):
    home, phrase = demo
    assert main(["verify", "--home", str(home.root), "--passphrase-file", str(phrase)]) == 0
    assert capsys.readouterr().out.strip() == "Coffre sain."


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
