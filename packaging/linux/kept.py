"""What enters the frozen folder: our modules, the Qt that a window uses, nothing of our tools."""

import re
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

from contenu import PACKAGE, ROOT, shipped
from packaging.utils import canonicalize_name

# Qt modules, plug-ins and libraries that a window, a picture and a printer do without; the fonts
# of reportlab that no document uses, one of them under GPL; a reader of pictures nobody gives.
UNUSED = re.compile(
    r"Qt6?(Quick|Qml|VirtualKeyboard|Designer|EglFS|Network|LabsSettings|Sql|Test)"
    r"|qtvirtualkeyboard"
    r"|/(egldeviceintegrations|generic|networkinformation|tls|qmltooling|sqldrivers)/"
    r"|wayland-graphics-integration-server"
    r"|/(?:lib)?q(eglfs|linuxfb|minimalegl|vkkhr|vnc|gtk3|tga|tiff|wbmp|webp|icns|gif)"
    r"|reportlab/fonts/(?!Vera|bitstream)"
    r"|/libavif-",
    re.IGNORECASE,
)
KEPT_TRANSLATIONS = re.compile(r"/qtbase_(fr|en)\.qm$")
FACES = ("Regular", "Semibold", "Bold", "It")  # those that ui/fonts.py and reports/fonts.py name

# Of the standard library and of what we ship: what a cabinet never runs.
EXCLUDED = (
    "readline",  # it would bring a GPL library
    *("tkinter", "unittest", "pydoc", "ensurepip", "venv", "lib2to3", "idlelib"),
    *("PIL.ImageTk", "PIL.ImageQt", "PIL._avif", "PySide6.QtNetwork", "PySide6.QtTest"),
    *("lxml.objectify", "lxml.html", "lxml.isoschematron"),  # a document is written, never these
    *(f"sqlalchemy.dialects.{name}" for name in ("postgresql", "mysql", "oracle", "mssql")),
)


def ours() -> Iterator[str]:
    """Every module of ours: pages, for one, are imported by name when they are first shown."""
    for path in sorted((ROOT / "src" / PACKAGE).rglob("*.py")):
        yield ".".join(path.relative_to(ROOT / "src").with_suffix("").parts).removesuffix(
            ".__init__"
        )


def foreign() -> Iterator[str]:
    """What the checks and the tools installed beside us: none of it may enter by a back door."""
    carried = {canonicalize_name(each.name) for each in shipped()}
    for module, owners in sorted(packages_distributions().items()):
        if not carried & {canonicalize_name(owner) for owner in owners}:
            yield module


def wanted(place: str) -> bool:
    """Whether a file is of use, by where it would stand in the folder."""
    if "/translations/" in place:
        return KEPT_TRANSLATIONS.search(place) is not None
    return not UNUSED.search(place)


def carried(source: str) -> bool:
    """The system's own libraries come with the system, mended by it; only Python's own are ours."""
    real = Path(source).resolve()
    of_python = real.is_relative_to(sys.base_prefix) and "python3" in str(real)
    return of_python or Path(source).absolute().is_relative_to(sys.prefix)
