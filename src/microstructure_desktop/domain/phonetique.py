"""How a name sounds in French: what is spelled otherwise and said alike has one key."""

import re

from .text import normalise

# In order: each rule reads what those before it left. In a key, `c` is the sound of « ch »,
# `k` every hard c, `s` also z, `e` every e whatever its accent, `o` also ou.
_RULES = tuple(
    (re.compile(written), said)
    for written, said in (
        (r"(.)\1+", r"\1"),
        (r"(?<=..e)r$", ""),
        (r"ph", "f"),
        (r"t?sch|tch|sh", "c-"),
        (r"ch(?=[rln]|ae)", "k"),
        (r"ch", "c-"),
        (r"h", ""),
        (r"(.)\1+", r"\1"),  # a silent h stood between two letters that are one
        (r"s?c(?!-)(?=[eiy])|ti(?=on)", "s"),
        (r"c(?!-)[kq]?|qu?(?=[aeiouy]|$)|q|kc", "k"),
        (r"-", ""),
        (r"dj", "j"),
        (r"gu(?=[eiy])", "g-"),
        (r"g(?!-)(?=[eiy])", "j"),
        (r"-", ""),
        (r"j[ei](?=[aou])", "j"),
        (r"gn", "n"),
        (r"b(?=v)|p(?=t)", ""),
        (r"^ou(?=[aei])", "v"),
        (r"w", "v"),
        (r"x(?!$)", "ks"),
        (r"[zx]", "s"),
        (r"m(?=[bp])", "n"),
        (r"e?au(?:l(?=[tds]))?", "o"),
        (r"ou", "o"),
        (r"y", "i"),
        (r"[ae]i(?=[nm](?:[^aeiou]|$))", "i"),
        (r"im$", "in"),
        (r"oeu|[ao]e|[ae]i|eu", "e"),
        (r"en(?=[^aeiou])", "an"),
        (r"(?<=er)k$|(?<=or)g$", ""),
        (r"(?<=..)[tds]+$", ""),
        (r"(?<=..)e$", ""),
        (r"(.)\1+", r"\1"),
    )
)


def cle(nom: str) -> str:
    """The key of each word, in their order; an apostrophe is not heard."""
    words = re.findall(r"[^\W\d_]+", normalise(nom).replace("'", ""))
    return " ".join(filter(None, map(_sound, words)))


def _sound(word: str) -> str:
    for written, said in _RULES:
        word = written.sub(said, word)
    return word
