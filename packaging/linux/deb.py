"""Make the .deb from the folder: where Debian wants each thing, and what it depends on."""

import gzip
import hashlib
import re
import shutil
import subprocess
from pathlib import Path

import contenu
import licences
from contenu import NAME, ROOT, Commit

WORK = ROOT / "build" / "linux"
SOURCES = Path(__file__).resolve().parent / "debian"
ICON = ROOT / "resources" / "icons" / "microstructure.svg"
COLOUR = "#0B6670"  # the one that ui/application.py gives to the same icon
QT_LIBRARIES = ("", "PySide6/Qt/lib", "PySide6", "shiboken6", "pillow.libs")

CONTROL = """\
Package: {name}
Version: {version}
Architecture: {architecture}
Maintainer: Mainteneurs de Microstructure <mainteneurs@microstructure.invalid>
Installed-Size: {kilobytes}
Depends: {depends}
Recommends: fonts-dejavu-core, cups-client
Section: misc
Priority: optional
Description: dossiers chiffrés d’une microstructure médicale addictions
 Pour un médecin généraliste, un psychologue, un travailleur social et parfois un psychiatre qui
 suivent ensemble des patients : séances, fiches, forfaits, réunion de synthèse du mois et son
 compte rendu, totaux scellés pour l’animateur régional.
 .
 Tout fonctionne sans réseau. Les données restent dans un coffre chiffré, dans le dossier de la
 personne ; désinstaller ce paquet n’y touche pas.
"""
COPYRIGHT = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Microstructure
Comment: Les composants que ce paquet emporte gardent chacun leur licence ; leurs textes sont dans
 le dossier « licences », à côté de ce fichier, et NOTICES.md dit leur rôle.
"""


def make(folder: Path, materials: Path, made_of: Commit, sortie: Path) -> Path:
    """The same folder gives the same package, bit for bit; its date is SOURCE_DATE_EPOCH."""
    tree = WORK / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(folder, tree / "usr/lib" / NAME, symlinks=True)
    link = tree / "usr/bin" / NAME
    link.parent.mkdir(parents=True)
    link.symlink_to(f"../lib/{NAME}/{NAME}")
    desktop_files(tree / "usr/share", made_of.day)
    documents(tree / "usr/share/doc" / NAME, WORK / "licences.json", materials)
    settle(tree)
    architecture = said("dpkg", "--print-architecture")
    control(tree, architecture, depends(tree))
    package = sortie / f"{NAME}_{contenu.version()}_{architecture}.deb"
    pack = ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(tree), str(package)]
    subprocess.check_call(pack, stdout=subprocess.DEVNULL)
    return package


def filled(name: str, day: str) -> str:
    """A file of ours with the version and the day of the commit written in."""
    text = (SOURCES / name).read_text(encoding="utf-8")
    return text.replace("@VERSION@", contenu.version()).replace("@DATE@", day)


def desktop_files(share: Path, day: str) -> None:
    """The menu entry, the kinds of files, the icon, the software centre's page, the manual."""
    put(share / "applications/microstructure.desktop", filled("microstructure.desktop", day))
    put(share / f"mime/packages/{NAME}.xml", filled(f"{NAME}.mime.xml", day))
    metainfo = share / "metainfo/microstructure.metainfo.xml"
    put(metainfo, filled("microstructure.metainfo.xml", day))
    subprocess.check_call(["appstreamcli", "validate", "--no-net", str(metainfo)])
    drawn = ICON.read_text(encoding="utf-8").replace("currentColor", COLOUR)
    put(share / f"icons/hicolor/scalable/apps/{NAME}.svg", drawn)
    put_gz(share / f"man/fr/man1/{NAME}.1.gz", filled(f"{NAME}.1", day))
    english = share / f"man/man1/{NAME}.1.gz"  # there is one language; better that than nothing
    english.parent.mkdir(parents=True)
    english.symlink_to(f"../fr/man1/{NAME}.1.gz")


def documents(doc: Path, texts: Path, materials: Path) -> None:
    put(doc / "copyright", COPYRIGHT)
    put(doc / "NOTICES.md", (ROOT / "NOTICES.md").read_text(encoding="utf-8"))
    put_gz(doc / "changelog.gz", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
    put_gz(doc / f"{NAME}.cdx.json.gz", materials.read_text(encoding="utf-8"))
    licences.spread(texts, doc / "licences")


def put(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def put_gz(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(gzip.compress(text.encode(), mtime=0))


def settle(tree: Path) -> None:
    """One mode for every file, whatever the wheel it came from said."""
    for path in tree.rglob("*"):
        if not path.is_symlink():
            runs = path.is_dir() or path == tree / "usr/lib" / NAME / NAME
            path.chmod(0o755 if runs else 0o644)


def control(tree: Path, architecture: str, needs: str) -> None:
    installed = -(-contenu.size(tree) // 1024)
    put(
        tree / "DEBIAN/control",
        CONTROL.format(
            name=NAME,
            version=contenu.version(),
            architecture=architecture,
            kilobytes=installed,
            depends=needs,
        ),
    )
    files = sorted(each for each in (tree / "usr").rglob("*") if each.is_file())
    sums = (
        (hashlib.md5(each.read_bytes()).hexdigest(), each)
        for each in files
        if not each.is_symlink()
    )
    lines = "".join(f"{digest}  {each.relative_to(tree)}\n" for digest, each in sums)
    put(tree / "DEBIAN/md5sums", lines)


def depends(tree: Path) -> str:
    """What Debian's own tool reads in every program and library that we carry."""
    inside = tree / "usr/lib" / NAME
    binaries = [each for each in inside.rglob("*") if each.is_file() and not each.is_symlink()]
    binaries = sorted(each for each in binaries if each.read_bytes()[:4] == b"\x7fELF")
    put(WORK / "debian/control", f"Source: {NAME}\n\nPackage: {NAME}\nArchitecture: any\n")
    private = [f"-l{inside / '_internal' / place}" for place in QT_LIBRARIES]
    command = ["dpkg-shlibdeps", "-O", "--ignore-missing-info", *private]
    told = said(*command, *(f"-e{each}" for each in binaries), cwd=WORK)
    return re.sub(r"^shlibs:Depends=", "", told)


def said(*command: str, cwd: Path = ROOT) -> str:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{command[0]}: {done.stderr}")
    return done.stdout.strip()
