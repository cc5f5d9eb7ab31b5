"""The Windows package: what is fetched, believed, kept, and told to its installer."""

import hashlib
import re
import struct
import sys
import zipfile
from pathlib import Path

import pytest

import dev
from microstructure_desktop import __version__, cli, paths

ROOT = Path(dev.__file__).parent
sys.path.insert(0, str(ROOT / "packaging"))

from windows import folder, icon, installer, launcher, runtime, wheels, wine  # noqa: E402

SCRIPT = installer.SCRIPT.read_text("utf-8")
PROGRAM = (ROOT / "packaging/windows/launcher.c").read_text("utf-8")


def test_that_programs_and_installer_bear_the_version():
    assert launcher.numbers("1.20.3") == "1,20,3,0"
    assert launcher.numbers(__version__).count(",") == 3
    assert installer.name(__version__) == f"Microstructure-{__version__}-setup.exe"
    assert "${VERSION}" in SCRIPT
    assert __version__ not in SCRIPT + PROGRAM


def test_that_what_is_fetched_has_the_lock_s_hashes():
    pins, lock = wheels.pins(), dev.LOCK.read_text("utf-8")
    assert {"pyside6-essentials", "sqlcipher3", "h11"} <= set(pins)
    assert not {"pytest", "ruff", "setuptools"} & set(pins)
    for name, entry in pins.items():
        first, *hashes = entry.splitlines()
        assert re.fullmatch(rf"{name}==\S+ \\", first), first
        assert hashes
        assert all(line in lock for line in hashes)
    assert set(pins) >= wheels.SOURCE_ONLY


def test_that_python_for_windows_is_fetched_by_hash():
    text = (ROOT / "packaging/windows/requirements.txt").read_text("utf-8")
    assert len(re.findall(r"^\S+==\S+ \\\n +--hash=sha256:[0-9a-f]{64}$", text, re.MULTILINE)) == 2
    assert "://" not in text


def test_that_every_part_of_qt_that_the_application_imports_is_kept():
    asked = set()
    for path in (ROOT / "src").rglob("*.py"):
        if path.name == "session_bus.py":  # what Linux desktops say, asked on Linux alone
            continue
        asked |= set(re.findall(r"from PySide6\.(Qt\w+) import", path.read_text("utf-8")))
    assert asked
    for name in asked:
        assert wheels.kept(f"PySide6/{name}.pyd")
        assert wheels.kept(f"PySide6/{name.replace('Qt', 'Qt6')}.dll")


@pytest.mark.parametrize(
    ("name", "stays"),
    [
        ("PySide6/plugins/platforms/qwindows.dll", True),
        ("PySide6/translations/qtbase_fr.qm", True),
        ("PySide6/translations/qtbase_de.qm", False),
        ("PySide6/opengl32sw.dll", False),
        ("PySide6/Qt6Quick.dll", False),
        ("PySide6/QtCore.pyi", False),
        ("docx/templates/default.docx", True),
        ("docx/templates/default-header.xml", True),
        ("lucide/lucide.zip", True),
        ("font_source_sans_pro/files/SourceSansPro-Semibold.ttf", True),
        ("font_source_sans_pro/files/SourceSansPro-Black.ttf", False),
        ("font_source_sans_pro/files/LICENSE.txt", True),
        ("reportlab/fonts/Vera.ttf", True),
        ("reportlab/fonts/DarkGarden.sfd", False),
        ("sqlalchemy/dialects/sqlite/base.py", True),
        ("sqlalchemy/dialects/oracle/base.py", False),
        ("sqlalchemy-2.1.9.dist-info/licenses/LICENSE", True),
        ("sqlalchemy-2.1.9.dist-info/RECORD", False),
        ("certifi/cacert.pem", True),
        ("certifi/tests/test_certify.py", False),
        ("shiboken6/shiboken6.abi3.dll", True),
        ("shiboken6/msvcp140.dll", False),
    ],
)
def test_that_what_no_one_opens_is_left(name, stays):
    assert wheels.kept(name) is stays


def test_that_microsoft_s_libraries_stand_beside_the_programs(tmp_path):
    wheel = tmp_path / "pyside6.whl"
    with zipfile.ZipFile(wheel, "w") as out:
        for name in ("PySide6/msvcp140.dll", "PySide6/__init__.py", "PySide6/designer.exe"):
            out.writestr(name, name)
    wheels.unpack(wheel, tmp_path / "site", tmp_path / "programs")
    placed = {str(p.relative_to(tmp_path)) for p in tmp_path.rglob("*.*") if p != wheel}
    assert placed == {"programs/msvcp140.dll", "site/PySide6/__init__.py"}


def der(tag: int, *parts: bytes) -> bytes:
    body = b"".join(parts)
    size = len(body)
    head = bytes([size]) if size < 128 else b"\x82" + size.to_bytes(2, "big")
    return bytes([tag]) + head + body


def test_that_of_a_catalogue_only_what_is_signed_is_read():
    content = der(0x30, b"\x06\x01*", b"listed" * 100)
    inside = der(0x30, der(2, b"\x01"), der(0x31, b"sha256"), content, der(0xA0, b"certificates"))
    catalogue = der(0x30, der(6, b"kind"), der(0xA0, inside))
    signed = runtime.covered(catalogue)
    assert signed == content[4:]
    assert b"certificates" not in signed


def test_that_the_one_who_signed_is_the_first_certificate():
    said = """Signer's certificate:
\tSigner #0:
\t\tSubject: /O=Somebody/CN=Somebody
\tSigner #1:
\t\tSubject: /O=Python Software Foundation
"""
    assert runtime.AUTHOR not in runtime.signer(said)
    assert runtime.AUTHOR in runtime.signer(said.replace("Somebody", "Python Software Foundation"))
    assert runtime.signer("nothing") == ""


def full_python(path: Path, text: bytes) -> zipfile.ZipFile:
    with zipfile.ZipFile(path, "w") as out:
        out.writestr("cp311/Lib/re/_parser.py", text)
    return zipfile.ZipFile(path)


def test_that_a_module_that_no_catalogue_lists_stops_the_build(tmp_path, monkeypatch):
    inner = tmp_path / "python311.zip"
    with zipfile.ZipFile(inner, "w") as out:
        out.writestr("re/_parser.pyc", b"")
        out.writestr("idlelib/run.pyc", b"")
    good = b"x = 1\r\n"
    content = der(0x30, hashlib.sha256(good).digest())
    signed = der(0x30, der(2, b"\x01"), der(0x31), content)
    with zipfile.ZipFile(tmp_path / "embed.zip", "w") as out:
        out.write(inner, "cp311/python311.zip")
        out.writestr("cp311/python.cat", der(0x30, der(6, b"kind"), der(0xA0, signed)))
    monkeypatch.setattr(runtime, "signed", lambda _: None)
    with zipfile.ZipFile(tmp_path / "embed.zip") as embedded:
        for name, text in (("good", good), ("bad", b"x = 2\r\n")):
            kept, full = tmp_path / name, full_python(tmp_path / f"{name}.zip", text)
            if name == "good":
                runtime.library(embedded, full, tmp_path, kept)
                assert [p.name for p in kept.rglob("*.py")] == ["_parser.py"]
            else:
                with pytest.raises(SystemExit, match=r"re/_parser\.py"):
                    runtime.library(embedded, full, tmp_path, kept)


def test_that_modules_are_kept_without_sources_nor_paths(tmp_path):
    (tmp_path / "inside").mkdir()
    (tmp_path / "inside" / "one.py").write_text("def a():\n    return {'b', 'c', 'd'}\n")
    folder.compile_all(tmp_path)
    (kept,) = (path for path in tmp_path.rglob("*") if path.is_file())
    assert kept.name == "one.pyc"
    assert kept.read_bytes()[4:8] == b"\x01\0\0\0"  # by hash, never checked
    assert str(tmp_path).encode() not in kept.read_bytes()


def test_that_an_icon_holds_each_size_where_it_says():
    packed = icon.pack({16: b"small", 256: b"large"})
    assert struct.unpack_from("<HHH", packed) == (0, 1, 2)
    assert packed[6] == 16
    assert packed[22] == 0  # 256
    for entry, wanted in ((6, b"small"), (22, b"large")):
        size, at = struct.unpack_from("<II", packed, entry + 8)
        assert packed[at : at + size] == wanted


@pytest.mark.usefixtures("qapp")  # a later test wants an application of widgets
def test_that_the_icon_is_the_window_s():
    window = (ROOT / "src/microstructure_desktop/ui/application.py").read_text("utf-8")
    assert icon.COLOUR.decode() in window
    assert icon.picture(b'<svg xmlns="http://www.w3.org/2000/svg"/>', 16)[:4] == b"\x89PNG"


def test_that_the_uninstaller_removes_what_was_placed_and_nothing_else(tmp_path):
    (tmp_path / "Lib").mkdir()
    (tmp_path / "Lib" / "a$b.pyc").write_bytes(bytes(3000))
    (tmp_path / "python311.dll").write_bytes(bytes(1000))
    assert installer.removal(tmp_path).splitlines() == [
        "!macro RemovePlaced",
        '  Delete "$INSTDIR\\python311.dll"',
        '  Delete "$INSTDIR\\Lib\\a$$b.pyc"',
        '  RMDir "$INSTDIR\\Lib"',
        "!macroend",
        "!define PLACED_KILOBYTES 3",
    ]
    assert "RMDir /r" not in SCRIPT


def test_that_the_installer_asks_nothing_of_an_administrator():
    assert "RequestExecutionLevel user" in SCRIPT
    assert not re.search(r"HKLM|HKCR|PROGRAMFILES", SCRIPT)


def test_that_the_folder_said_to_stay_is_the_application_s(monkeypatch):
    from platformdirs import windows

    monkeypatch.setattr(
        windows, "get_win_folder", lambda _: r"C:\Local" if _ == "CSIDL_LOCAL_APPDATA" else ""
    )
    kept = windows.Windows("Microstructure", appauthor=False, roaming=False).user_data_path
    assert str(kept).replace("/", "\\") == r"C:\Local\Microstructure"
    assert paths.home().root.name == "Microstructure"
    assert '!define DATA "$LOCALAPPDATA\\Microstructure"' in SCRIPT
    uninstall = SCRIPT[SCRIPT.index('Section "Uninstall"') :]
    assert "${DATA}" not in uninstall
    assert SCRIPT.count("${DATA}") == 3  # said before installing, before and after removing


def test_that_what_a_double_click_runs_is_a_command_that_exists():
    commands = re.findall(r"""open\\command" "" '"\$INSTDIR\\\$\{PROGRAM\}"(.*)'""", SCRIPT)
    assert commands == [' "%1"'] * len(cli.OPENED)
    kinds = re.findall(r'CLASSES\}\\(\.\w+)" "" "\$\{(?:BUNDLE|BACKUP|UPDATE)\}"', SCRIPT)
    assert tuple(kinds) == cli.OPENED
    assert f'!define PROGRAM "{launcher.WINDOW}"' in SCRIPT


def test_that_the_launcher_starts_this_application_with_the_python_that_is_placed():
    start = re.search(r'#define START L"(.*)"', PROGRAM)
    assert start is not None
    compile(start.group(1), "launcher.c", "exec")
    assert f"from {folder.PACKAGE}.cli import main" in start.group(1)
    assert "sys.frozen = True" in start.group(1)
    major, minor, _ = runtime.VERSION.split(".")
    assert f'L"python{major}{minor}.dll"' in PROGRAM


def test_that_sentences_are_written_as_french_is():
    shown = [line for line in SCRIPT.splitlines() if re.search("MUI_.*TEXT|TITLE|MessageBox", line)]
    said = "\n".join(re.findall(r'"([^"\n]{20,})"', "\n".join([*shown, *PROGRAM.splitlines()[8:]])))
    said = said.replace("$\\r$\\n", "\n").replace("${", "")
    assert "’" in said
    assert re.findall(r"[^\n]*(?<!\xa0)[:;?!][^\n]*", said) == []
    assert not re.search(r"\w'\w", said)


def test_that_what_wine_lacks_is_made_for_the_trial_alone():
    recipes = ROOT / "packaging/windows"
    assert {path.stem for path in (recipes / "shims").iterdir()} == set(wine.SHIMS)
    makers = ("build.py", "folder.py", "installer.py", "launcher.py", "setup.nsi", "wheels.py")
    for name in makers:
        text = (recipes / name).read_text("utf-8")
        assert not [shim for shim in (*wine.SHIMS, "shims") if shim in text], name


def test_that_what_does_not_come_true_stops_the_trial():
    wine.until("at once", lambda: True, wait=0)
    with pytest.raises(SystemExit, match="never: not within 0 s"):
        wine.until("never", lambda: False, wait=0)
