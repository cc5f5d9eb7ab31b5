"""Reference: forms, scales, code lists, programmes and thresholds, shipped or the cabinet's own."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from microstructure_desktop.domain.facturable import ReglesFacturation
from microstructure_desktop.domain.programme import Programme
from microstructure_desktop.forms import instrument_reader, loader
from microstructure_desktop.forms.catalogue import Catalogue
from microstructure_desktop.forms.code_lists import CodeList
from microstructure_desktop.forms.instruments import Instrument, Instruments, remembering
from microstructure_desktop.forms.instruments import catalogue as scales_of
from microstructure_desktop.forms.model import Form

from . import own_programmes, regles_facturation, shipped
from .catalogue_indicateurs import CatalogueIndicateurs
from .local_definitions import SCALES, FichierRefuse, read_folder, with_own
from .own_scales import accepted
from .seuils import Seuils


@dataclass(frozen=True, slots=True)
class Reference:
    """What the software knows before any patient; replaced as a whole, never edited.

    `programmes` are those that somebody may be in, `reserves` those that are only shown. `region`:
    the cabinet's, where a programme must run to be offered; none restricts nothing.
    """

    forms: Catalogue
    listes: Mapping[str, CodeList]
    instruments: Instruments
    programmes: Mapping[str, Programme]
    seuils: Seuils
    indicateurs: CatalogueIndicateurs
    refuses: tuple[FichierRefuse, ...] = ()
    reserves: Mapping[str, Programme] = field(default_factory=dict)
    region: str = ""
    facturation: tuple[ReglesFacturation, ...] = ()
    _lues: dict[str, Form] = field(default_factory=dict, init=False, repr=False, compare=False)

    def libelle(self, liste: str, code: str) -> str:
        """A code's label; whatever is not listed labels itself."""
        return self.listes[liste].label_of(code) if liste in self.listes else code

    def lire(self, source: str) -> Form:
        """A definition kept with a fiche, read once: many fiches were filled with it.

        Raises:
            FormError: it cannot be used.
        """
        if source not in self._lues:
            self._lues[source] = loader.load(source, self.listes, self.instruments)
        return self._lues[source]


@dataclass(frozen=True, slots=True)
class Kept:
    """The definitions that the store keeps for ever: texts of scales, and of forms by version."""

    scales: tuple[str, ...] = ()
    forms: Mapping[tuple[str, int], str] = field(default_factory=dict)


NOTHING = Kept()


def load(local: Path | None = None, kept: Kept = NOTHING, region: str = "") -> Reference:
    """Read what is shipped, then the cabinet's own definitions.

    A local form or scale is taken when new, or of a higher version; a programme, date by date.
    `kept`: what was ever answered; scales not installed any more stay readable, and a form changed
    without a new number is refused.
    A local file that cannot be used is reported, and never prevents the start.

    Raises:
        FormError: a shipped file is damaged.
    """
    base = shipped.shipped()
    refuses: list[FichierRefuse] = []
    texts = shipped.texts("forms") if local is not None and (local / SCALES).is_dir() else []
    own = accepted(_scales(local, refuses), base.instruments, base.listes, texts, refuses)
    installed = {scale.source for scale in (*base.instruments, *own)}
    gone = (text for text in kept.scales if text not in installed)
    former = [scale for text in gone for scale in instrument_reader.load(text)]
    offered = scales_of([*base.instruments, *own])
    instruments = remembering(offered, former)
    same = not own and all(s in base.instruments for s in former)
    forms = base.forms if same else shipped.forms(base.listes, instruments, offered)
    own_forms = read_folder(
        local, lambda text: loader.load(text, base.listes, instruments), refuses
    )
    catalogue = with_own(Catalogue.of(forms), own_forms, kept.forms, refuses)
    every = own_programmes.with_own(base.programmes, local, refuses)
    billing = regles_facturation.with_own(base.facturation, local, refuses)
    return Reference(
        catalogue,
        own_programmes.named(base.listes, every),
        instruments,
        {code: known for code, known in every.items() if not known.reserve},
        base.seuils,
        base.indicateurs,
        tuple(refuses),
        {code: known for code, known in every.items() if known.reserve},
        region,
        billing,
    )


def _scales(
    local: Path | None, refuses: list[FichierRefuse]
) -> list[tuple[str, tuple[Instrument, ...]]]:
    folder = None if local is None else local / SCALES
    return read_folder(folder, instrument_reader.load, refuses)
