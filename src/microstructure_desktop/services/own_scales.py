"""Scales that a cabinet adds: taken when every form that fills them in can still be read."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from microstructure_desktop.forms import loader, wording
from microstructure_desktop.forms.code_lists import CodeList
from microstructure_desktop.forms.instruments import Instrument
from microstructure_desktop.forms.instruments import catalogue as scales_of
from microstructure_desktop.forms.toml_table import Fault, FormError

from . import scale_form
from .local_definitions import FichierRefuse

Scales = Sequence[Instrument]


def accepted(
    files: Iterable[tuple[str, Scales]],
    known: Scales,
    listes: Mapping[str, CodeList],
    texts: Sequence[str],
    refuses: list[FichierRefuse],
) -> list[Instrument]:
    """The scales of sound files, by rising version; `texts` are the forms shipped."""
    found: list[Instrument] = []
    for name, scales in sorted(files, key=lambda file: min(s.version for s in file[1])):
        beside = [*known, *found]
        faults = [*_old(scales, beside), *form_faults(scales, beside, listes, texts)]
        if faults:
            refuses.append(FichierRefuse(name, tuple(map(str, faults))))
        else:
            found += scales
    return found


def form_faults(
    scales: Scales, known: Scales, listes: Mapping[str, CodeList], texts: Iterable[str]
) -> list[Fault]:
    """What these scales would break: their own form, or a form that names them."""
    together = scales_of([*known, *scales])
    found: list[Fault] = []
    naming = [t for t in texts if any(f'instrument = "{s.id}"' in t for s in scales)]
    for text in (*map(scale_form.written, scales), *naming):
        try:
            loader.load(text, listes, together)
        except FormError as error:
            found += (Fault(fault.where, fault.sentence) for fault in error.faults)
    return list(dict.fromkeys(found))


def _old(scales: Scales, known: Scales) -> Iterator[Fault]:
    latest = scales_of(known)
    for scale in scales:
        if scale.id in latest and latest[scale.id].version >= scale.version:
            yield Fault(scale.id, wording.VERSION_KNOWN.format(latest[scale.id].version))
