"""What is shipped in resources/, read once: it never changes while the program runs."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from microstructure_desktop import assets
from microstructure_desktop.domain.facturable import ReglesFacturation
from microstructure_desktop.domain.programme import Programme
from microstructure_desktop.forms import code_lists, instrument_reader, loader
from microstructure_desktop.forms.code_lists import CodeList
from microstructure_desktop.forms.instruments import Instrument, Instruments
from microstructure_desktop.forms.instruments import catalogue as scales_of
from microstructure_desktop.forms.model import Form

from . import (
    catalogue_indicateurs,
    programmes,
    regles_facturation,
    regroupements,
    scale_form,
    seuils,
)
from .catalogue_indicateurs import CatalogueIndicateurs
from .regroupements import Regles
from .seuils import Seuils


@dataclass(frozen=True, slots=True)
class Shipped:
    """Everything before what is the cabinet’s own."""

    listes: Mapping[str, CodeList]
    instruments: tuple[Instrument, ...]
    forms: tuple[Form, ...]
    programmes: Mapping[str, Programme]
    seuils: Seuils
    indicateurs: CatalogueIndicateurs
    regles: Regles
    facturation: tuple[ReglesFacturation, ...]


@cache
def shipped() -> Shipped:
    """Read everything.

    Raises:
        FormError: a shipped file is damaged.
    """
    listes = {found.id: found for found in map(code_lists.load, texts("listes"))}
    scales = tuple(s for text in texts("instruments") for s in instrument_reader.load(text))
    known = scales_of(scales)
    return Shipped(
        listes,
        scales,
        forms(listes, known, known),
        {found.code: found for found in map(programmes.load, texts("programmes"))},
        seuils.load(assets.text("seuils.toml")),
        catalogue_indicateurs.merged(map(catalogue_indicateurs.load, texts("indicateurs"))),
        regroupements.load(assets.text("regroupements.toml"), listes),
        regles_facturation.load(assets.text("facturation.toml")),
    )


def forms(
    listes: Mapping[str, CodeList], instruments: Instruments, offered: Instruments
) -> tuple[Form, ...]:
    """The shipped forms, and one for each scale offered."""
    written = [*texts("forms"), *map(scale_form.written, offered.values())]
    return tuple(loader.load(text, listes, instruments) for text in written)


def texts(folder: str) -> list[str]:
    return [assets.text(*parts) for parts in assets.names(folder)]
