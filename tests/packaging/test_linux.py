"""The Linux package: what enters its folder, what Debian is told, and the page of the manual."""

import configparser
import re
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import dev
from microstructure_desktop import __version__, cli

ROOT = Path(dev.__file__).parent
sys.path.insert(0, str(ROOT / "packaging"))

from contenu import NAME, PACKAGE  # noqa: E402
from linux import deb, kept, smoke_deb  # noqa: E402

DAY = "2026-11-22"
META = ET.fromstring(deb.filled("microstructure.metainfo.xml", DAY))
KINDS = {f"application/x-{one[1:]}": f"*{one}" for one in cli.OPENED}
ENTRY = configparser.ConfigParser(interpolation=None)
ENTRY.optionxform = str
ENTRY.read_string(deb.filled("microstructure.desktop", DAY))
MENU = ENTRY["Desktop Entry"]


def test_that_every_module_of_ours_enters():
    there = set(kept.ours())
    assert {PACKAGE, f"{PACKAGE}.cli", f"{PACKAGE}.store.store"} <= there
    assert len(there) == len(list((ROOT / "src").rglob("*.py")))


def test_that_no_tool_of_ours_enters():
    foreign = set(kept.foreign())
    assert {"pytest", "hypothesis", "mypy", "setuptools"} <= foreign
    assert not {"PySide6", "PIL", "lxml", "httpx", "typing_extensions"} & foreign
    assert "readline" in kept.EXCLUDED


@pytest.mark.parametrize(
    ("place", "enters"),
    [
        ("PySide6/Qt/lib/libQt6Widgets.so.6", True),
        ("PySide6/Qt/lib/libQt6Qml.so.6", False),
        ("PySide6/Qt/lib/libQt6Network.so.6", False),
        ("PySide6/Qt/lib/libQt6OpenGL.so.6", True),  # the xcb and wayland plug-ins link it
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqeglfs.so", False),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", False),
        ("PySide6/Qt/plugins/imageformats/libqjpeg.so", True),
        ("PySide6/Qt/translations/qtbase_fr.qm", True),
        ("PySide6/Qt/translations/qtbase_de.qm", False),
        ("reportlab/fonts/DarkGardenMK.pfb", False),
        ("reportlab/fonts/Vera.ttf", True),
        (f"{PACKAGE}/resources/licences.json", True),
        ("docx/templates/default.docx", True),
    ],
)
def test_that_only_what_a_window_uses_enters(place, enters):
    assert kept.wanted(place) is enters


def test_that_the_libraries_of_the_system_stay_with_the_system():
    packages = Path(sys.prefix, "lib", "python3.11", "site-packages", "x.so")
    assert kept.carried(str(packages))
    assert kept.carried(str(Path(sys.base_prefix, "lib", "libpython3.11.so.1.0")))
    assert not kept.carried("/usr/lib/x86_64-linux-gnu/libssl.so.3")


def test_that_the_faces_are_those_that_the_screen_and_the_pages_name():
    tuples = re.findall(r"^_(?:FIRST|REST) = \((.*)\)$", source("ui/fonts.py"), re.MULTILINE)
    named = {face for each in tuples for face in re.findall(r'"(\w+)"', each)}
    named |= set(re.findall(r"SourceSansPro-(\w+)", source("reports/fonts.py")))
    assert named == set(kept.FACES)


def source(name):
    return (ROOT / "src" / PACKAGE / name).read_text(encoding="utf-8")


def test_that_the_window_belongs_to_its_menu_entry():
    assert 'setDesktopFileName("microstructure")' in source("ui/application.py")
    assert META.findtext("launchable") == "microstructure.desktop"
    assert MENU["Exec"] == f"{NAME} %f"
    assert MENU["Icon"] == META.findtext("icon") == NAME


def test_that_menu_software_centre_and_kinds_of_files_say_the_same():
    kinds = ET.fromstring(deb.filled(f"{NAME}.mime.xml", DAY))
    space = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
    globs = {
        kind.attrib["type"]: kind.find("m:glob", space).attrib["pattern"]
        for kind in kinds.findall("m:mime-type", space)
    }
    assert globs == KINDS
    assert MENU["MimeType"] == "".join(f"{kind};" for kind in KINDS)
    assert [each.text for each in META.iter("mediatype")] == list(KINDS)
    assert [each.text for each in META.iter("category")] == MENU["Categories"].split(";")[:-1]


def test_that_version_and_day_are_written_everywhere():
    release = META.find("releases/release")
    assert release.attrib == {"version": __version__, "date": DAY}
    page = deb.filled(f"{NAME}.1", DAY)
    assert f'"{DAY}" "Microstructure {__version__}"' in page
    for name in ("microstructure.desktop", "microstructure.metainfo.xml", f"{NAME}.1"):
        assert "@" not in deb.filled(name, DAY)


def test_that_the_control_file_and_the_sums_say_what_the_package_holds(tmp_path):
    deb.put(tmp_path / "usr/bin/a", "a" * 2000)
    (tmp_path / "usr/bin/b").symlink_to("a")
    deb.control(tmp_path, "amd64", "libc6 (>= 2.35)")
    told = (tmp_path / "DEBIAN/control").read_text(encoding="utf-8")
    fields = dict(re.findall(r"^([A-Z][\w-]+): (.*)$", told, re.MULTILINE))
    assert fields["Package"] == NAME
    assert fields["Version"] == __version__
    assert fields["Installed-Size"] == "2"
    assert fields["Depends"] == "libc6 (>= 2.35)"
    assert all(re.match(r"[A-Z][\w-]+: \S| \S", line) for line in told.splitlines())
    assert re.fullmatch(
        r"[0-9a-f]{32}  usr/bin/a\n", (tmp_path / "DEBIAN/md5sums").read_text("utf-8")
    )


def test_that_a_packed_text_bears_no_hour(tmp_path):
    deb.put_gz(tmp_path / "a.gz", "texte")
    assert (tmp_path / "a.gz").read_bytes()[4:8] == bytes(4)


def test_that_every_file_has_the_mode_of_its_kind(tmp_path):
    program = tmp_path / "usr/lib" / NAME / NAME
    deb.put(program, "")
    deb.put(tmp_path / "usr/share/a", "")
    (tmp_path / "usr/share/a").chmod(0o777)
    program.chmod(0o600)
    deb.settle(tmp_path)
    modes = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.rglob("*")}
    assert modes["a"] == 0o644
    assert modes["usr"] == modes[NAME] == 0o755


@pytest.mark.parametrize(
    "text",
    [
        "Types: deb\nURIs: http://paquets.example/debian\nSuites: bookworm\n",
        "# deb http://autre.example x\ndeb http://paquets.example/debian bookworm main\n",
        "deb [signed-by=/a.gpg] http://paquets.example/debian bookworm main\n",
    ],
)
def test_that_the_fresh_debian_comes_from_where_this_machine_takes_its_own(text):
    assert smoke_deb.mirror(text) == ["http://paquets.example/debian"]


def test_that_no_source_of_packages_is_no_address():
    assert smoke_deb.mirror("") == []
