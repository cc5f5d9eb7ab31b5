"""What every package is made of: versions, licences, materials, and what is known against them."""

import ast
import re
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.licenses import canonicalize_license_expression
from packaging.utils import canonicalize_name

import dev
from microstructure_desktop import __version__
from microstructure_desktop.cli import parser
from tests import house_rules

ROOT = Path(dev.__file__).parent
sys.path.insert(0, str(ROOT / "packaging"))

import audit  # noqa: E402
import contenu  # noqa: E402
import licences  # noqa: E402
import reproducible  # noqa: E402
import sbom  # noqa: E402
import smoke  # noqa: E402

SHIPPED = {canonicalize_name(each.name): each for each in contenu.shipped()}
MADE_OF = contenu.Commit("0" * 40, 1_795_343_044)
TOOLS = (ROOT / "packaging/requirements.txt").read_text(encoding="utf-8")
ENTRY = re.compile(r"^([a-z0-9-]+)==([^ ]+)(?: ; [^\\]+)? \\\n((?: +--hash=.*\n)+)", re.MULTILINE)
PSYCOPG = "psycopg"  # NOTICES.md: whoever keeps a register on a server installs it


def test_that_the_version_is_the_application_s():
    assert contenu.version() == __version__
    assert MADE_OF.day == "2026-11-22"


def test_that_what_is_shipped_is_what_is_asked_and_no_tool():
    assert {"pyside6-essentials", "shiboken6", "sqlcipher3", "cffi", "lxml", "h11"} <= set(SHIPPED)
    assert not {"pytest", "ruff", "pyinstaller", "setuptools", "psycopg", "pip"} & set(SHIPPED)
    assert {canonicalize_name(each.name) for each in contenu.shipped("win32")} == set(SHIPPED)


def test_that_whatever_we_import_is_shipped():
    owners = packages_distributions()
    for source in house_rules.sources("src"):
        for node in ast.walk(source.tree):
            names = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.level == 0:
                names = [node.module or ""]
            for name in {name.partition(".")[0] for name in names} - sys.stdlib_module_names:
                if name not in {contenu.PACKAGE, PSYCOPG}:
                    found = {canonicalize_name(owner) for owner in owners.get(name, [])}
                    assert found & set(SHIPPED), f"{source.path}: {name}"


def test_that_the_part_of_the_lock_that_is_shipped_is_pinned_with_hashes():
    found = ENTRY.findall(contenu.requirements())
    assert {name: number for name, number, _ in found} == {
        name: each.version for name, each in SHIPPED.items()
    }
    assert all("--hash=sha256:" in hashes for _, _, hashes in found)


def test_that_the_tools_are_pinned_with_hashes_and_name_no_address():
    assert ENTRY.sub("", TOOLS) == ""
    assert "://" not in TOOLS
    assert "--index" not in TOOLS
    wanted = (ROOT / "packaging/requirements.in").read_text(encoding="utf-8")
    there = {name: number for name, number, _ in ENTRY.findall(TOOLS)}
    lines = [line for line in wanted.splitlines() if not line.startswith("#")]
    assert {re.split(r"[^a-z-]", line)[0] for line in lines} <= set(there)
    lock = {name: number for name, number, _ in ENTRY.findall(dev.LOCK.read_text("utf-8"))}
    assert {name: there[name] for name in there if name in lock} == {
        name: lock[name] for name in there if name in lock
    }


def test_that_every_licence_is_one_that_spdx_knows_and_never_gpl_alone():
    for name, each in SHIPPED.items():
        told = canonicalize_license_expression(licences.expression(each))
        free = [choice for choice in re.split(r" OR ", told) if not re.match(r"\(?A?GPL", choice)]
        assert free, name


def test_that_every_wheel_holds_its_licence_or_says_where_it_is():
    without = {name for name, each in SHIPPED.items() if name not in licences.LONG_TEXTS}
    assert {name for name in without if len(licences.text(SHIPPED[name])) < 500} == set()
    assert "DarkGarden" not in licences.text(SHIPPED["reportlab"])
    with pytest.raises(SystemExit, match="without its licence"):
        licences.text(SHIPPED["shiboken6"], ())


def test_that_an_absent_text_stops_the_build(tmp_path):
    with pytest.raises(SystemExit, match="nowhere"):
        licences.joined([tmp_path / "nowhere"])


def test_that_the_texts_are_spread_one_file_each(tmp_path):
    told = '[{"nom": "A", "version": "1", "licence": "MIT", "texte": "le texte"}]'
    (tmp_path / "licences.json").write_text(told, encoding="utf-8")
    licences.spread(tmp_path / "licences.json", tmp_path / "licences")
    assert (tmp_path / "licences/A.txt").read_text("utf-8") == "A 1 : MIT\n\nle texte\n"


def test_that_the_materials_name_each_part_once_and_only_parts_that_are_there():
    bill = sbom.bill(MADE_OF)
    parts = {part["bom-ref"] for part in bill["components"]}
    assert {f"pkg:pypi/{name}@{each.version}" for name, each in SHIPPED.items()} < parts
    inside = [each for part in bill["components"] for each in part.get("components", [])]
    assert "openssl" in {each["name"] for each in inside}
    assert "libXau" in {each["name"] for each in inside}
    references = [*parts, *(each["bom-ref"] for each in inside)]
    assert len(references) == len(set(references))
    asked = {ref for each in bill["dependencies"] for ref in each["dependsOn"]}
    assert asked <= parts
    assert asked == parts


def test_that_the_windows_materials_name_windows_python_and_no_library_of_linux():
    bill = sbom.bill(MADE_OF, "win32", "3.11.9")
    inside = [each["name"] for part in bill["components"] for each in part.get("components", [])]
    assert "openssl" in inside
    assert "libXau" not in inside
    assert bill["components"][0]["version"] == "3.11.9"


def test_that_the_materials_of_one_commit_are_always_the_same():
    assert sbom.bill(MADE_OF) == sbom.bill(MADE_OF)
    other = contenu.Commit("1" * 40, MADE_OF.seconds)
    assert sbom.bill(other)["serialNumber"] != sbom.bill(MADE_OF)["serialNumber"]


@pytest.mark.parametrize(
    ("answers", "verdict", "said"),
    [
        ([{"name": "a", "version": "1", "vulns": []}], 0, "1 composants vérifiés, 0 vuln"),
        ([{"name": "a", "skip_reason": "not found"}], None, "rien sur 1 composants sur 1"),
        (
            [{"name": "a", "version": "1", "vulns": [{"id": "CVE-1", "fix_versions": ["2"]}]}],
            1,
            "a 1 : CVE-1 ; corrigé dans 2",
        ),
    ],
)
def test_that_a_silent_service_is_not_taken_for_good_news(answers, verdict, said, capsys):
    assert audit.judged("liste", answers) == verdict
    assert said in capsys.readouterr().out


def test_that_what_the_smoke_asks_is_what_the_command_line_knows():
    asked = smoke.commands("essai")[1:]  # --version leaves at once
    assert [parser().parse_args(each).command for each in asked] == [
        "demo",
        "verify",
        "documents",
        "share",
    ]


def test_that_the_smoke_complains_of_what_is_missing(tmp_path):
    assert smoke.complaints(tmp_path) == 1
    (tmp_path / "compte-rendu.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "un.msma").touch()
    assert smoke.complaints(tmp_path) == 0
    log = tmp_path / smoke.CABINET / "journaux" / "microstructure.log"
    log.parent.mkdir(parents=True)
    log.write_text("ValueError at x", encoding="utf-8")
    assert smoke.complaints(tmp_path) == 1


def test_that_two_builds_are_compared_by_content_mode_and_link(tmp_path):
    def digests(content, mode=0o644, target="a"):
        (tmp_path / "a").unlink(missing_ok=True)
        (tmp_path / "b").unlink(missing_ok=True)
        (tmp_path / "a").write_text(content)
        (tmp_path / "a").chmod(mode)
        (tmp_path / "b").symlink_to(target)
        return reproducible.digests(tmp_path)

    first = digests("x")
    assert first == digests("x")
    assert first != digests("y")
    assert first != digests("x", mode=0o755)
    assert first != digests("x", target="c")


def test_that_every_step_of_the_command_is_a_script():
    scripts = {path for path in dev.STEPS.values() if (dev.PACKAGING / path).is_file()}
    assert scripts >= {path for path in dev.STEPS.values() if not path.startswith("windows/")}
