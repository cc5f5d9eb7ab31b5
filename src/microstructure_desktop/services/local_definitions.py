"""Definitions that a cabinet put in its folder: read when sound, else left aside and said."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from microstructure_desktop.domain.declaration import INCLUSION
from microstructure_desktop.forms import wording
from microstructure_desktop.forms.catalogue import Catalogue
from microstructure_desktop.forms.model import Form
from microstructure_desktop.forms.toml_table import MAX_BYTES, Fault, FormError, decode

from .oppositions import OBJETS

T = TypeVar("T")
MAX_FILES = 200
SCALES = "echelles"
"""The sub-folder for scales."""
PROGRAMMES = "programmes"
"""The sub-folder for programmes."""
FACTURATION = "facturation"
"""The sub-folder for what makes a forfait billable."""
_OWN_FOLDERS = {SCALES, PROGRAMMES, FACTURATION}


@dataclass(frozen=True, slots=True)
class FichierRefuse:
    """A file that was left aside, and why."""

    fichier: str
    raisons: tuple[str, ...]


def with_own(
    catalogue: Catalogue,
    own: Iterable[tuple[str, Form]],
    kept: Mapping[tuple[str, int], str],
    refuses: list[FichierRefuse],
) -> Catalogue:
    """`kept`: the forms that were ever answered, by id and version."""
    for name, form in sorted(own, key=lambda found: found[1].version):
        faults = tuple(str(Fault(form.id, said)) for said in _refusals(form, catalogue, kept))
        if faults:
            refuses.append(FichierRefuse(name, faults))
        else:
            catalogue = catalogue.with_form(form)
    return catalogue


def _refusals(
    form: Form, catalogue: Catalogue, kept: Mapping[tuple[str, int], str]
) -> Iterator[str]:
    known = catalogue.get(form.id)
    if known is not None and known.version >= form.version:
        yield wording.VERSION_KNOWN.format(known.version)
    elif kept.get((form.id, form.version), form.source) != form.source:
        yield wording.VERSION_USED.format(form.version)
    if form.id == INCLUSION and known is not None:
        for item_id in OBJETS:
            if form.item(item_id) is None or form.item(item_id) != known.item(item_id):
                yield wording.ITEM_RESERVED.format(item_id)


def read_folder(
    folder: Path | None, read: Callable[[str], T], refuses: list[FichierRefuse]
) -> list[tuple[str, T]]:
    """What the files of a folder hold, by file name; those that cannot be used are noted."""
    found: list[tuple[str, T]] = []
    for path in _files(folder):
        try:
            found.append((path.name, read(text_of(path))))
        except OSError:
            refuses.append(FichierRefuse(path.name, (wording.UNREADABLE,)))
        except FormError as error:
            refuses.append(FichierRefuse(path.name, tuple(map(str, error.faults))))
    return found


def text_of(path: Path) -> str:
    """The text of one file.

    Raises:
        OSError: it cannot be read.
        FormError: it is too long or not UTF-8.
    """
    with path.open("rb") as stream:
        return decode(stream.read(MAX_BYTES + 1))  # one byte over tells that it is too long


def _files(folder: Path | None) -> list[Path]:
    if folder is None:
        return []
    try:
        found = sorted(
            path
            for path in folder.rglob("*.toml")
            if path.is_file() and _OWN_FOLDERS.isdisjoint(path.relative_to(folder).parts)
        )
    except OSError:
        return []
    return found[:MAX_FILES]
