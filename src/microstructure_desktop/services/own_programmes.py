"""Programmes that a cabinet adds, or whose dated figures it corrects."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from microstructure_desktop.domain.programme import Programme, Version
from microstructure_desktop.forms.code_lists import CodeLists
from microstructure_desktop.forms.model import Option
from microstructure_desktop.forms.toml_table import FormError

from . import programmes
from .local_definitions import PROGRAMMES, FichierRefuse, read_folder

Known = Mapping[str, Programme]
CL01 = "CL01"


def with_own(shipped: Known, local: Path | None, refuses: list[FichierRefuse]) -> Known:
    """The shipped programmes, corrected and completed by the files of the cabinet, in name order.

    Raises nothing for a file: one that cannot be used is noted among `refuses`.
    """
    folder = None if local is None else local / PROGRAMMES
    known = dict(shipped)
    for name, text in read_folder(folder, str, refuses):
        try:
            read = programmes.load(text, known)
        except FormError as error:
            refuses.append(FichierRefuse(name, tuple(map(str, error.faults))))
            continue
        before = known.get(read.code)
        former = before.versions if before is not None else ()
        known[read.code] = replace(read, versions=joined(former, read.versions))
    return known


def named(listes: CodeLists, every: Known) -> CodeLists:
    """The code lists, with the programmes of the cabinet among those of CL01."""
    found = listes[CL01]
    new = [p for p in every.values() if p.code not in found]
    added = (Option(p.code, p.libelle, retired=bool(p.reserve)) for p in new)
    return {**listes, CL01: replace(found, options=(*found.options, *added))}


def joined(former: Iterable[Version], own: Sequence[Version]) -> tuple[Version, ...]:
    """Own versions take the place of those of the same day; each ends on the eve of the next."""
    by_day = {version.depuis: version for version in (*former, *own)}
    ordered = [by_day[day] for day in sorted(by_day)]
    for rank, later in enumerate(ordered[1:]):
        eve = later.depuis - timedelta(days=1)
        earlier = ordered[rank]
        if earlier.jusqua is None or earlier.jusqua > eve:
            ordered[rank] = replace(earlier, jusqua=eve)
    return tuple(ordered)
