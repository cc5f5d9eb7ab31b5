"""The scales that are shipped, and two that may only be scored item by item here."""

from pathlib import Path
from typing import Any

from microstructure_desktop import assets
from microstructure_desktop.forms import instrument_reader
from microstructure_desktop.forms.instruments import Instrument, Instruments, catalogue

HERE = Path(__file__).parent / "instruments"


def shipped() -> Instruments:
    return catalogue(
        found
        for name in assets.names("instruments")
        for found in instrument_reader.load(assets.text(*name))
    )


def ours(name: str) -> Instrument:
    [found] = instrument_reader.load((HERE / f"{name}.toml").read_text("utf-8"))
    return found


def keyed(*values: int | str | None) -> dict[str, Any]:
    """Answers to rows 1, 2, 3…; None leaves a row out."""
    return {str(n): value for n, value in enumerate(values, start=1) if value is not None}


def yes(count: int, *rows: int) -> dict[str, Any]:
    """« oui » to these rows, « non » to the others of a scale of `count`."""
    return {str(n): int(n in rows) for n in range(1, count + 1)}
