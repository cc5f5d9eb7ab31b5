"""The definitions that a new one stands beside while its author writes it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from microstructure_desktop.forms import code_lists, instrument_reader, loader
from microstructure_desktop.forms.code_lists import CodeList
from microstructure_desktop.forms.instruments import Instrument, Instruments
from microstructure_desktop.forms.instruments import catalogue as scales_of
from microstructure_desktop.forms.kinds import Kind, kind
from microstructure_desktop.forms.model import Form
from microstructure_desktop.forms.toml_table import FormError

from . import shipped
from .own_scales import form_faults

T = TypeVar("T")
Scales = tuple[Instrument, ...]
Definition = Form | CodeList | Scales


@dataclass(frozen=True, slots=True)
class Known:
    """Sound definitions; `texts`: those of the files shipped."""

    listes: Mapping[str, CodeList]
    scales: Scales
    forms: tuple[Form, ...]
    texts: frozenset[str]

    @property
    def instruments(self) -> Instruments:
        return scales_of(self.scales)

    def load(self, text: str) -> Definition:
        """The definition that a text holds.

        Raises:
            FormError: it cannot be used, with every fault.
        """
        match kind(text):
            case Kind.FORM:
                return loader.load(text, self.listes, self.instruments)
            case Kind.SCALE:
                scales = instrument_reader.load(text)
                if faults := form_faults(scales, self.scales, self.listes, self.texts):
                    raise FormError(faults)
                return scales
            case Kind.LIST:
                return code_lists.load(text)

    def beside(self, read: Definition) -> "Known":
        """The same and one more; not a list, since a cabinet's own lists are not read."""
        if isinstance(read, Form):
            return replace(self, forms=(*self.forms, read))
        return self if isinstance(read, CodeList) else replace(self, scales=(*self.scales, *read))


def known() -> Known:
    """What is shipped and sound: a faulty file must not hide the faults of another."""
    texts = {folder: shipped.texts(folder) for folder in ("listes", "instruments", "forms")}
    listes = {found.id: found for found in _sound(texts["listes"], code_lists.load)}
    scales = tuple(
        s for found in _sound(texts["instruments"], instrument_reader.load) for s in found
    )
    instruments = scales_of(scales)
    forms = _sound(texts["forms"], lambda text: loader.load(text, listes, instruments))
    every = frozenset(text for folder in texts.values() for text in folder)
    return Known(listes, scales, tuple(forms), every)


def _sound(texts: list[str], read: Callable[[str], T]) -> list[T]:
    found: list[T] = []
    for text in texts:
        try:
            found.append(read(text))
        except FormError:  # its own check says why
            continue
    return found
