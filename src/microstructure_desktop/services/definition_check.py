"""Check files of definitions for their author: what each holds, its faults, what may surprise."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from glob import glob, has_magic
from pathlib import Path

from microstructure_desktop import french
from microstructure_desktop.forms import wording
from microstructure_desktop.forms.code_lists import CodeList
from microstructure_desktop.forms.kinds import Kind, kind
from microstructure_desktop.forms.model import Form
from microstructure_desktop.forms.toml_table import FormError

from .definition_remarks import remarks
from .known_definitions import Definition, Known
from .local_definitions import text_of

NO_FILE = "aucun fichier .toml à cet endroit"
_ORDER = (Kind.LIST, Kind.SCALE, Kind.FORM)  # a form may ask for a scale of the same lot


@dataclass(frozen=True, slots=True)
class Verification:
    """One file: `contenu` says what it defines, empty when it has faults."""

    fichier: Path
    contenu: str = ""
    fautes: tuple[str, ...] = ()
    remarques: tuple[str, ...] = ()


def check(asked: Iterable[str], known: Known) -> list[Verification]:
    """Every file named, or found in a folder or by a pattern, by name; `known`: beside what."""
    found: list[Verification] = []
    texts: list[tuple[Path, str]] = []
    for path in _files(asked, found):
        try:
            texts.append((path, text_of(path)))
        except FileNotFoundError:
            found.append(Verification(path, fautes=(NO_FILE,)))
        except OSError:
            found.append(Verification(path, fautes=(wording.UNREADABLE,)))
        except FormError as error:
            found.append(_refused(path, error))
    for path, text in sorted(texts, key=lambda one: _rank(one[1])):
        try:
            read = known.load(text)
        except FormError as error:
            found.append(_refused(path, error))
            continue
        said = tuple(map(str, remarks(read, text, known)))
        found.append(Verification(path, content(read), remarques=said))
        known = known.beside(read)
    return sorted(found, key=lambda one: one.fichier)


def content(read: Definition) -> str:
    """What a definition is, and how much of it there is."""
    if isinstance(read, Form):
        asked = french.count(len(read.questions), "question")
        many = french.count(len(read.groups), "rubrique")
        return f"fiche {read.id}, version {read.version}\u00a0: {asked}, {many}"
    if isinstance(read, CodeList):
        many = french.count(len(read.options), "code")
        return f"liste {read.id}, version {read.version}\u00a0: {many}"
    first, *others = read
    if others:
        names = ", ".join(scale.id for scale in read)
        return f"{len(read)} échelles, version {first.version}\u00a0: {names}"
    rows = french.count(len(first.cotes), "ligne")
    return f"échelle {first.id}, version {first.version}\u00a0: {rows} à coter"


def _files(asked: Iterable[str], found: list[Verification]) -> Iterator[Path]:
    """Each file once; what leads to none is noted."""
    seen: set[Path] = set()
    for name in asked:
        paths = [path for one in _named(name) for path in _below(Path(one))]
        if not paths:
            found.append(Verification(Path(name), fautes=(NO_FILE,)))
        yield from (path for path in paths if path not in seen)
        seen.update(paths)


def _named(name: str) -> list[str]:
    """The shells of Windows hand patterns over as they are typed; a real name comes first."""
    if has_magic(name) and not Path(name).exists():
        return sorted(glob(name, recursive=True))  # noqa: PTH207 -- Path.glob refuses an absolute pattern
    return [name]


def _below(path: Path) -> list[Path]:
    return sorted(path.rglob("*.toml")) if path.is_dir() else [path]


def _refused(path: Path, error: FormError) -> Verification:
    return Verification(path, fautes=tuple(map(str, error.faults)))


def _rank(text: str) -> int:
    try:
        return _ORDER.index(kind(text))
    except FormError:
        return 0
