"""Reference: forms, scales, code lists, programmes and thresholds, shipped or the cabinet's own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from microstructure_desktop.domain.programme import Programme
from microstructure_desktop.forms import instrument_reader, loader
from microstructure_desktop.forms.catalogue import Catalogue
from microstructure_desktop.forms.code_lists import CodeList
from microstructure_desktop.forms.instruments import Instrument, Instruments, remembering
from microstructure_desktop.forms.instruments import catalogue as scales_of
from microstructure_desktop.forms.model import Form

from . import shipped
from .local_definitions import SCALES, FichierRefuse, read_folder, with_own
from .seuils import Seuils


@dataclass(frozen=True, slots=True)
class Reference:
    """What the software knows before any patient; replaced as a whole, never edited."""

    forms: Catalogue
    listes: Mapping[str, CodeList]
    instruments: Instruments
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
        return loader.load(source, self.listes, self.instruments)


def load(local: Path | None = None, kept: Iterable[str] = ()) -> Reference:
    """Read what is shipped, then the cabinet's own definitions.

    A local definition is taken when its id is new or its version higher than every known one.
    `kept`: the scales that were ever answered; those not installed any more stay readable.
    A local file that cannot be used is reported, and never prevents the start.

    Raises:
        FormError: a shipped file is damaged.
    """
    base = shipped.shipped()
    refuses: list[FichierRefuse] = []
    own = [s for _, found in _scales(local, refuses) for s in found]
    former = [s for text in kept for s in instrument_reader.load(text)]
    offered = scales_of([*base.instruments, *own])
    instruments = remembering(offered, former)
    same = not own and all(s in base.instruments for s in former)
    forms = base.forms if same else shipped.forms(base.listes, instruments, offered)

    def read(text: str) -> Form:
        return loader.load(text, base.listes, instruments)

    catalogue = with_own(Catalogue.of(forms), read_folder(local, read, refuses), refuses)
    return Reference(
        catalogue, base.listes, instruments, base.programmes, base.seuils, tuple(refuses)
    )


def _scales(
    local: Path | None, refuses: list[FichierRefuse]
) -> list[tuple[str, tuple[Instrument, ...]]]:
    folder = None if local is None else local / SCALES
    return read_folder(folder, instrument_reader.load, refuses)
