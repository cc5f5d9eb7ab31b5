"""Source Sans Pro, loaded from its package, and the fonts of the interface by name."""

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from . import look

FAMILY = "Source Sans Pro"
REGULAR = QFont.Weight.Normal
STRONG = QFont.Weight.DemiBold

_FIRST = ("Regular", "Semibold")
_REST = ("Bold", "It")


def load_first() -> None:
    """The two faces that the unlock page shows."""
    _load(_FIRST)


def load_rest() -> None:
    """Bold and italic, wanted by long texts only."""
    _load(_REST)


def font(size: str = "body", weight: QFont.Weight = REGULAR) -> QFont:
    return _font(look.current().font_px(size), weight)


@lru_cache(maxsize=64)
def _font(pixels: int, weight: QFont.Weight) -> QFont:
    made = QFont(FAMILY)
    made.setPixelSize(pixels)
    made.setWeight(weight)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


@lru_cache(maxsize=4)
def _load(faces: tuple[str, ...]) -> None:
    spec = find_spec("font_source_sans_pro")  # located, not imported: its import lists 40 files
    assert spec is not None
    assert spec.origin is not None
    folder = Path(spec.origin).parent / "files"
    for face in faces:
        QFontDatabase.addApplicationFont(str(folder / f"SourceSansPro-{face}.ttf"))
