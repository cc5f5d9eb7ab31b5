"""Where the texts of a definition leave the rules of French typography."""

import re
from collections.abc import Iterator

from microstructure_desktop.forms import toml_table
from microstructure_desktop.forms.toml_table import Fault

APOSTROPHE = "apostrophe droite\u00a0: écrivez «\u00a0’\u00a0»"
NO_BREAK = (
    "espace insécable attendue avant «\u00a0: ; ? !\u00a0» et à l’intérieur des guillemets français"
)
_STRAIGHT = re.compile(r"[^\W\d_]'\w")
_LOOSE = re.compile(  # an hour, an address or the second sign of « ?! » stands without a space
    r"(?<![\u00a0\u202f?!(\u2026])(?:[;?!](?=[\s).,;:?!\u2026]|$)|:(?=\s|$))"
    r"|(?<![\u00a0\u202f])\u00bb|\u00ab(?![\u00a0\u202f])"
)


def remarks(text: str) -> Iterator[Fault]:
    """One for each rule that a line leaves; without a line when it is written with escapes."""
    lines = text.splitlines()
    broken = dict.fromkeys(
        (piece, sentence)
        for value in _texts(toml_table.parse(text))
        for piece in value.splitlines()
        for rule, sentence in ((_STRAIGHT, APOSTROPHE), (_LOOSE, NO_BREAK))
        if rule.search(piece)
    )
    found: dict[Fault, None] = {}
    for piece, sentence in broken:
        places = [rank for rank, line in enumerate(lines, start=1) if piece in line]
        for place in places or (None,):
            found[Fault("", sentence, place)] = None
    yield from found


def _texts(value: object) -> Iterator[str]:
    """Every text written as a value: a code or an id has no such sign."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
