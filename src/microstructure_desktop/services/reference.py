"""Reference: forms, code lists, programmes and thresholds, shipped or added by the cabinet."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from microstructure_desktop import assets
from microstructure_desktop.domain.programme import Programme
from microstructure_desktop.forms import code_lists, loader, wording
from microstructure_desktop.forms.catalogue import Catalogue
from microstructure_desktop.forms.code_lists import CodeList
from microstructure_desktop.forms.model import Form
from microstructure_desktop.forms.toml_table import MAX_BYTES, Fault, FormError, decode

from . import programmes, seuils
from .seuils import Seuils

MAX_LOCAL_FILES = 200


@dataclass(frozen=True, slots=True)
class FichierRefuse:
    """A definition of the cabinet's folder that was left aside, and why."""

    fichier: str
    raisons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """What the software knows before any patient; replaced as a whole, never edited."""

    forms: Catalogue
    listes: Mapping[str, CodeList]
    programmes: Mapping[str, Programme]
    seuils: Seuils
    refuses: tuple[FichierRefuse, ...] = ()

    def libelle(self, liste: str, code: str) -> str:
        """A code's label; whatever is not listed labels itself."""
        return self.listes[liste].label_of(code) if liste in self.listes else code

    def lire(self, source: str) -> Form:
        """A definition kept with a fiche.

        Raises:
            FormError: it cannot be used.
        """
        return loader.load(source, self.listes)


def load(local: Path | None = None) -> Reference:
    """Read what is shipped, then the cabinet's own definitions.

    A local definition is taken when its id is new or its version higher than every known one.
    A local file that cannot be used is reported, and never prevents the start.

    Raises:
        FormError: a shipped file is damaged.
    """
    listes = {found.id: found for found in map(code_lists.load, _shipped("listes"))}
    catalogue = Catalogue.of(loader.load(text, listes) for text in _shipped("forms"))
    catalogue, refuses = _with_local(catalogue, listes, local)
    return Reference(
        catalogue,
        listes,
        {found.code: found for found in map(programmes.load, _shipped("programmes"))},
        seuils.load(assets.text("seuils.toml")),
        refuses,
    )


def _shipped(folder: str) -> list[str]:
    return [assets.text(*parts) for parts in assets.names(folder)]


def _with_local(
    catalogue: Catalogue, listes: Mapping[str, CodeList], local: Path | None
) -> tuple[Catalogue, tuple[FichierRefuse, ...]]:
    refuses: list[FichierRefuse] = []
    read: list[tuple[str, Form]] = []
    for path in _local_files(local):
        try:
            read.append((path.name, loader.load(decode(_bytes(path)), listes)))
        except OSError:
            refuses.append(FichierRefuse(path.name, (wording.UNREADABLE,)))
        except FormError as error:
            refuses.append(FichierRefuse(path.name, tuple(map(str, error.faults))))
    for name, form in sorted(read, key=lambda found: found[1].version):
        known = catalogue.get(form.id)
        if known is not None and known.version >= form.version:
            fault = Fault(form.id, wording.VERSION_KNOWN.format(known.version))
            refuses.append(FichierRefuse(name, (str(fault),)))
        else:
            catalogue = catalogue.with_form(form)
    return catalogue, tuple(refuses)


def _local_files(local: Path | None) -> list[Path]:
    if local is None:
        return []
    try:
        found = sorted(p for p in local.rglob("*.toml") if p.is_file())
    except OSError:
        return []
    return found[:MAX_LOCAL_FILES]


def _bytes(path: Path) -> bytes:
    """One byte over the limit is enough to know that a file is too long."""
    with path.open("rb") as stream:
        return stream.read(MAX_BYTES + 1)
