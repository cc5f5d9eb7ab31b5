"""What the guide shows: a picture of the window, or the buttons of a window not ours."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable

from microstructure_desktop.reports import fonts
from microstructure_desktop.reports.structure import Figure, ornament, part
from microstructure_desktop.reports.styles import (
    GREY,
    HAIRLINE,
    INK,
    LABEL,
    MM,
    STRONG,
    TEXT_WIDTH,
    THICK,
    THIN,
)

_BUTTON, _GAP = 8 * MM, 12 * MM
_DRAWN = 25 * MM


class Picture(Flowable):
    """Framed, since a white window on white paper has no edge; `instead` is read in its place."""

    def __init__(self, path: Path, width: float, instead: str) -> None:
        super().__init__()
        self._image = ImageReader(str(path))
        across, down = self._image.getSize()
        self.width, self.height = width, width * down / across
        self._instead = instead

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return TEXT_WIDTH, self.height

    def draw(self) -> None:
        with part(self.canv, Figure(self._instead)):
            self.canv.drawImage(self._image, 0, 0, self.width, self.height)
        with ornament(self.canv):
            outline(self.canv, HAIRLINE, THIN)
            self.canv.rect(0, 0, self.width, self.height)


class Warned(Flowable):
    """A warning of the system as a plain box: who sent it, and the buttons in their order."""

    def __init__(self, who: str, buttons: Sequence[str]) -> None:
        super().__init__()
        self._who, self._buttons = who, buttons
        self.height = _DRAWN

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return TEXT_WIDTH, self.height

    def draw(self) -> None:
        told = ", puis ".join(f"«\xa0{button}\xa0»" for button in self._buttons)
        with part(self.canv, Figure(f"Fenêtre de {self._who}\xa0: choisir {told}.")):
            outline(self.canv, GREY, THIN)
            self.canv.rect(0, 0, TEXT_WIDTH, self.height)
            self._write(self._who, LABEL.font, LABEL.size, 5 * MM, self.height - 7 * MM)
            self._row()

    def _row(self) -> None:
        x, y = 5 * MM, 4.5 * MM
        for rank, words in enumerate(self._buttons, 1):
            label = f"{rank}.  {words}"
            wide = fonts.width(label, STRONG.font, STRONG.size) + 8 * MM
            outline(self.canv, INK, THICK)
            self.canv.roundRect(x, y, wide, _BUTTON, 2 * MM)
            self._write(label, STRONG.font, STRONG.size, x + 4 * MM, y + _BUTTON / 2 - 3.2)
            x += wide
            if rank < len(self._buttons):
                middle = y + _BUTTON / 2
                outline(self.canv, HAIRLINE, THICK)
                self.canv.line(x + 2 * MM, middle, x + _GAP - 2 * MM, middle)
            x += _GAP

    def _write(self, text: str, font: str, size: float, x: float, y: float) -> None:
        self.canv.setFont(font, size)
        self.canv.setFillColor(HexColor(INK))
        self.canv.drawString(x, y, text)


def outline(canvas: Any, colour: str, weight: float) -> None:
    canvas.setStrokeColor(HexColor(colour))
    canvas.setLineWidth(weight)
