"""The installation guide: what it quotes is what the program says, and every page is numbered."""

import hashlib
import re
import sys
import tomllib
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

import dev
from microstructure_desktop import __version__, paths
from microstructure_desktop.services.equipe import passphrase_problem
from microstructure_desktop.store import places
from microstructure_desktop.store.failures import FolderShared, StoreBusy
from microstructure_desktop.ui.dialogs import unlock

ROOT = Path(dev.__file__).parent
sys.path.insert(0, str(ROOT / "packaging"))

from guide import build, pages, pictures, words  # noqa: E402
from windows import installer  # noqa: E402

SOURCE = words.SOURCE.read_text("utf-8")
CHAPTERS = words.chapters()
BLOCKS = [block for chapter in CHAPTERS for block in chapter.blocks]
SUMS = {"un-setup.exe": "a1" * 32, "un.deb": "b2" * 32}
NBSP = "\xa0"


def told(value):
    """Every text inside, commands left out: those are typed as they are."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, list | tuple):
        return [text for each in value for text in told(each)]
    return []


TEXTS = [chapter.title for chapter in CHAPTERS] + [
    text
    for block in BLOCKS
    if block.kind != "commandes"
    for text in told([block.value, *block.more.values()])
]


@pytest.fixture(scope="module")
def read(tmp_path_factory):
    """A guide with pictures that show nothing, as a reader opens it."""
    folder = tmp_path_factory.mktemp("guide")
    taken = {name: folder / f"{name}.png" for name in pictures.SHOWN}
    for path in taken.values():
        Image.new("RGB", (40, 20), "white").save(path)
    made = folder / "guide.pdf"
    made.write_bytes(pages.make(pages.Guide(CHAPTERS, taken, SUMS, __version__)))
    return PdfReader(made)


def test_that_every_name_to_click_on_is_on_a_screen():
    screens = ROOT.joinpath("src/microstructure_desktop/ui").rglob("*.py")
    written = "".join(path.read_text("utf-8") for path in screens).replace(NBSP, " ")
    ours = {name.text for name in words.names() if not name.where}
    assert len(ours) > 25
    assert [text for text in ours if f'"{text}"' not in written] == []


def test_that_a_name_is_found_wherever_it_is_written():
    line = "Cliquez sur [[Restaurer]] puis [[installeur:Fin]] et [[systeme:Oui]]"
    some = f"# [[Autre]]\n[[chapitre]]\n{line}"
    assert [(name.where, name.text) for name in words.names(some)] == [
        ("", "Restaurer"),
        ("installeur", "Fin"),
        ("systeme", "Oui"),
    ]
    assert words.said(line, {}) == (
        f"Cliquez sur «{NBSP}Restaurer{NBSP}» puis «{NBSP}Fin{NBSP}» et «{NBSP}Oui{NBSP}»"
    )


def test_that_what_the_installer_says_is_in_its_script():
    script = installer.SCRIPT.read_text("utf-8")
    quoted = [name.text for name in words.names() if name.where == "installeur"]
    assert len(quoted) >= 6
    assert [text for text in quoted if text not in script] == []


def test_that_other_names_are_the_system_s():
    assert {name.where for name in words.names()} == {"", "installeur", "systeme"}


def test_that_the_data_are_where_the_program_puts_them(monkeypatch):
    monkeypatch.setenv("HOME", "/chez-soi")
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    assert str(paths.home().root).replace("/chez-soi", "~") == words.LINUX_DATA
    script = installer.SCRIPT.read_text("utf-8")
    [placed] = re.findall(r'^!define DATA "[$]LOCALAPPDATA(.+)"$', script, re.MULTILINE)
    assert f"%LOCALAPPDATA%{placed}" == words.WINDOWS_DATA
    assert "{windows}" in SOURCE
    assert "{linux}" in SOURCE


def test_that_what_is_decided_elsewhere_is_taken_from_there():
    known = words.facts()
    assert known["version"] == __version__
    assert known["installeur"] == installer.name(__version__)
    assert known["deb"].startswith(f"microstructure-desktop_{__version__}_")
    assert known["programme"] == r"%LOCALAPPDATA%\Programs\Microstructure"
    assert known["minutes"] == "10"
    assert known["coffre"] == "coffre"
    assert __version__ not in SOURCE


def test_that_the_figures_written_out_are_the_program_s():
    assert "Après cinq essais, le programme attend une minute" in SOURCE
    assert (unlock.TRIES, unlock.PAUSE_SECONDS) == (5, 60)
    assert "Douze caractères au moins" in SOURCE
    assert passphrase_problem("a b c d e f")
    assert not passphrase_problem("a b c d e f g")


def test_that_the_services_named_are_those_refused():
    for service in ("OneDrive", "Dropbox", "Google Drive", "iCloud", "Nextcloud"):
        assert service in SOURCE
        assert places.named_so(Path("chez-soi", service, "Microstructure"))


def test_that_the_sentences_are_the_program_s():
    assert words.sentence("store.failures.StoreBusy") == StoreBusy.sentence
    assert words.sentence("store.failures.FolderShared:reseau") == FolderShared("reseau").sentence
    assert words.sentence("ui.dialogs.unlock.WRONG") == unlock.WRONG
    with pytest.raises(AttributeError):
        words.sentence("store.failures.NotThere")
    with pytest.raises(TypeError):
        words.sentence("store.keys.KdfParams")


def test_that_each_sentence_has_its_remedy():
    rows = [row for block in BLOCKS if block.kind == "phrases" for row in block.value]
    asked = [
        each["dit"]
        for chapter in tomllib.loads(SOURCE)["chapitre"]
        for block in chapter["bloc"]
        for each in block.get("phrases", [])
    ]
    assert [len(sentences.split("\n")) for sentences, _ in rows] == [len(each) for each in asked]
    assert len(rows) > 20
    assert all(remedy for _, remedy in rows)


def test_that_signs_are_kept_with_their_word():
    assert words.spaced("« Oui » ? Non ; si : 10 minutes, 150 % !") == (
        f"«{NBSP}Oui{NBSP}»{NBSP}? Non{NBSP}; si{NBSP}: 10{NBSP}minutes, 150{NBSP}%{NBSP}!"
    )
    assert words.spaced("dans %APPDATA% en 64 lignes") == "dans %APPDATA% en 64 lignes"
    for text in TEXTS:
        assert not re.search(r"(?<!\xa0)[;?!»]|«(?!\xa0)| :", text), text
        assert "..." not in text, text
        assert "'" not in text, text


def test_that_what_is_not_known_stops_the_build():
    for bloc in ('dessin = "x"', 'texte = "{inconnu}"', 'texte = "x"\npuces = ["y"]'):
        with pytest.raises(ValueError, match=r"dessin|inconnu|puces"):
            words.chapters(f'[[chapitre]]\ntitre = "t"\n[[chapitre.bloc]]\n{bloc}\n')


def test_that_a_picture_that_was_not_taken_stops_the_build():
    shown = [block.value for block in BLOCKS if block.kind == "photo"]
    assert sorted(shown) == sorted(pictures.SHOWN)
    with pytest.raises(SystemExit, match="premiere-ouverture"):
        pages.make(pages.Guide(CHAPTERS, {}, SUMS, __version__))


def test_that_every_page_is_numbered_and_every_chapter_found(read):
    texts = [page.extract_text().replace(NBSP, " ") for page in read.pages]
    for rank, text in enumerate(texts, 1):
        assert f"Page {rank}/{len(texts)}" in text
    contents = texts[0].replace("\n", " ")
    for rank, chapter in enumerate(CHAPTERS, 1):
        title = f"{rank}. {chapter.title}"
        [page] = [n for n, text in enumerate(texts, 1) if title in text.replace("\n", " ")]
        assert f"{rank} {chapter.title} {page}" in contents
    assert len(read.outline) == len(CHAPTERS) == 11


def test_that_the_guide_is_told_as_it_is_seen(read):
    root = read.trailer["/Root"]
    assert root["/Lang"] == "fr-FR"
    parts = [part.get_object() for part in root["/StructTreeRoot"]["/K"]["/K"]]
    kinds = [part["/S"] for part in parts]
    assert kinds.count("/H1") == 1
    assert kinds.count("/H2") == len(CHAPTERS)
    drawn = [block for block in BLOCKS if block.kind in {"photo", "avertissement"}]
    spoken = [part["/Alt"] for part in parts if part["/S"] == "/Figure"]
    assert len(spoken) == len(drawn) == len(pictures.SHOWN) + 1
    assert any("Exécuter quand même" in text for text in spoken)
    legends = {block.more["legende"] for block in drawn}
    assert not legends & set(spoken)


def test_that_the_sums_are_printed_whole_or_their_absence_said(read, tmp_path):
    text = "".join(page.extract_text() for page in read.pages)
    assert all(total in text for total in SUMS.values())
    assert pages.NO_SUM[:30] not in text
    assert build.sums(tmp_path) == {}
    there = tmp_path / installer.name(__version__)
    there.write_bytes(b"installeur")
    assert build.sums(tmp_path) == {there.name: hashlib.sha256(b"installeur").hexdigest()}


def test_that_without_an_installer_the_guide_says_where_to_ask():
    sums = next(block for block in BLOCKS if block.kind == "empreintes")
    bare = pages.Guide(CHAPTERS, {}, {}, __version__)
    laid = list(pages.tables(bare, sums))
    assert len(laid) == 3  # space, the sentence, space
