"""Checking files of definitions."""

import pytest

from microstructure_desktop.services.definition_check import NO_FILE, check
from microstructure_desktop.services.known_definitions import known
from tests.forms.samples import one_item

KNOWN = known()
DETA = next(scale for scale in KNOWN.scales if scale.id == "deta")
ASSIST = next(scale for scale in KNOWN.scales if scale.id == "assist_tabac")
SCALE = DETA.source.replace('id = "deta"', 'id = "nouvelle"')
ASKING = one_item('instrument = "nouvelle"', kind="instrument")
LIST = """id = "L"
label = "Liste"
version = 2
depuis = 2026-11-01
source = "essai"
codes = [{ code = "A", label = "A" }]
"""


@pytest.fixture
def write(tmp_path):
    def written(name, text):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return str(path)

    return written


def one(path):
    (found,) = check([path], KNOWN)
    return found


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (one_item(), "fiche essai, version 1\u00a0: 1\u00a0question, 1\u00a0rubrique"),
        (SCALE, "échelle nouvelle, version 1\u00a0: 4\u00a0lignes à coter"),
        (LIST, "liste L, version 2\u00a0: 1\u00a0code"),
    ],
    ids=["form", "scale", "list"],
)
def test_that_a_sound_file_is_said_to_be_what_it_is(write, text, content):
    found = one(write("a.toml", text))
    assert (found.contenu, found.fautes) == (content, ())


def test_that_a_file_of_several_scales_names_them(write):
    found = one(write("a.toml", ASSIST.source))
    assert found.contenu.startswith("10 échelles, version 1\u00a0: assist_tabac, assist_alcool, ")


def test_that_every_fault_is_said_with_its_line_and_its_question(write):
    text = one_item("zut = 1").replace("version = 1", "version = 0").replace("2026-11-01", '"hier"')
    assert one(write("a.toml", text)).fautes == (
        "ligne 3\u00a0: «\u00a0version\u00a0»\u00a0: entre 1 et 9999",
        "ligne 7\u00a0: «\u00a0depuis\u00a0»\u00a0: date AAAA-MM-JJ attendu",
        "ligne 16, q\u00a0: clé inconnue «\u00a0zut\u00a0»",
    )


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\xff\xfei\x00d\x00", "UTF-8"),
        (b"\xe9t\xe9 = 1", "UTF-8"),
        (b"a" * 300_000, "trop long"),
        (b"id = ", "valeur attendue"),
        (b"a = 1", "ne définit ni fiche"),
        (b"", "ne définit ni fiche"),
    ],
    ids=["utf-16", "latin-1", "long", "not toml", "nothing known", "empty"],
)
def test_that_what_cannot_be_read_is_one_fault(write, content, words):
    (fault,) = one(write("a.toml", content)).fautes
    assert words in fault


def test_that_a_bom_and_windows_line_ends_are_accepted(write):
    assert one(write("a.toml", b"\xef\xbb\xbf" + one_item().replace("\n", "\r\n").encode())).contenu


def test_that_folders_and_patterns_are_looked_through_once(write, tmp_path):
    write("b.toml", one_item())
    write("fiches/a.toml", one_item().replace('"essai"', '"autre"'))
    write("fiches/a.txt", "rien")
    asked = [str(tmp_path), str(tmp_path / "*.toml"), str(tmp_path / "**" / "a.toml")]
    names = [one.fichier.relative_to(tmp_path).as_posix() for one in check(asked, KNOWN)]
    assert names == ["b.toml", "fiches/a.toml"]


def test_that_brackets_in_a_name_are_no_pattern(write):
    assert one(write("fiche [1].toml", one_item())).contenu


def test_that_what_leads_to_no_file_is_a_fault(tmp_path):
    for name in ("absent.toml", "*.toml", "."):
        assert one(str(tmp_path / name)).fautes == (NO_FILE,)


def test_that_a_scale_of_the_same_lot_is_known_to_the_forms_before_its_turn(write, tmp_path):
    write("a.toml", ASKING)
    assert "échelle «\u00a0nouvelle\u00a0» inconnue" in one(str(tmp_path)).fautes[0]
    write("echelles/z.toml", SCALE)
    assert [found.fautes for found in check([str(tmp_path)], KNOWN)] == [(), ()]


def test_that_two_files_of_one_version_are_remarked(write, tmp_path):
    write("a.toml", one_item())
    write("b.toml", one_item())
    assert [len(found.remarques) for found in check([str(tmp_path)], KNOWN)] == [0, 1]
