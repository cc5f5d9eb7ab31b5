"""Any text people can type or paste, made of characters that print, in lines that fit."""

import re
import unicodedata

from . import fonts

_EQUIVALENTS = {
    "\u2009": "\u202f",
    "\u200a": "\u202f",
    "\u2010": "-",
    "\u2011": "-",
    "\u2012": "–",
    "☒": "×",
    "✗": "×",
    "✘": "×",
    "✕": "×",
    "✔": "✓",
    "✅": "✓",
    "●": "•",
    "○": "•",
    "◦": "•",
    "▪": "•",
    "►": "→",
    "□": "☐",
}
"""Signs that the face lacks, and the nearest one it has."""

DASH = "—"
_SOFT_HYPHEN = "\xad"
_UNKNOWN = "?"
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_GAPS = re.compile("[ \t\u2002-\u2008\u205f\u3000]+")
_AFTER = re.compile(r"[^-/]*[-/]+|[^-/]+")


def printable(text: str) -> str:
    """The same text in glyphs of the face: no control, no direction mark, no empty box."""
    drawn = fonts.glyphs() - {_SOFT_HYPHEN}
    whole = unicodedata.normalize("NFC", _LINE_ENDS.sub("\n", text))
    whole = "".join(c if c in drawn else _nearest(c, drawn) for c in whole)
    return "\n".join(_GAPS.sub(" ", line).strip(" ") for line in whole.split("\n"))


def or_dash(text: str) -> str:
    """The text, or a dash when nothing of it would be seen."""
    return printable(text).strip("\n \xa0\u202f") or DASH


def _nearest(char: str, drawn: frozenset[str]) -> str:
    if char in "\n\t":
        return char
    if char in _EQUIVALENTS:
        return _EQUIVALENTS[char]
    plain = "".join(c for c in unicodedata.normalize("NFKD", char) if c in drawn)
    if plain:
        return plain
    category = unicodedata.category(char)
    if category.startswith("Z"):
        return " "
    return "" if category in ("Cc", "Cf", "Mn", "Me") else _UNKNOWN


def wrap(text: str, font: str, size: float, width: float) -> list[str]:
    """Lines no wider than `width`, broken at plain spaces only: no-break spaces hold.

    A word wider than the column is cut, after a hyphen or a slash where it has one. Empty lines
    are kept one at a time, between paragraphs.
    """
    lines: list[str] = []
    for paragraph in printable(text).strip("\n").split("\n"):
        if paragraph:
            lines += _fill(paragraph.split(" "), font, size, width)
        elif lines and lines[-1]:
            lines.append("")
    return lines


def shorten(text: str, font: str, size: float, width: float) -> str:
    """One line, cut with an ellipsis when it does not fit."""
    line = " ".join(printable(text).split("\n"))
    if fonts.width(line, font, size) <= width:
        return line
    while line and fonts.width(f"{line}…", font, size) > width:
        line = line[:-1].rstrip(" ")
    return f"{line}…"


def _fill(words: list[str], font: str, size: float, width: float) -> list[str]:
    lines: list[str] = []
    line = ""
    for word in words:
        longer = f"{line} {word}" if line else word
        if fonts.width(longer, font, size) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        *full, line = _cut(word, font, size, width)
        lines += full
    return [*lines, line]


def _cut(word: str, font: str, size: float, width: float) -> list[str]:
    """The word in pieces that fit, at its hyphens and slashes first, then anywhere."""
    if fonts.width(word, font, size) <= width:
        return [word]
    pieces = [""]
    for part in _AFTER.findall(word):
        if fonts.width(pieces[-1] + part, font, size) <= width:
            pieces[-1] += part
            continue
        pieces.append("")
        for char in part:
            if pieces[-1] and fonts.width(pieces[-1] + char, font, size) > width:
                pieces.append("")
            pieces[-1] += char
    return [piece for piece in pieces if piece]
