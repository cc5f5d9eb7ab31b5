"""Definitions as they should not be: texts with odd lines, values, signs and bytes."""

import re

from hypothesis import strategies as st

_VALUE = re.compile(r"""(?<== )(?:"[^"\n]*"|'[^'\n]*'|[\w.+:-]+)""")
SIGNS = (
    "\x00", "\x07", "\x1b", "\x7f", "\x85", "\u00ad", "\u200b", "\u200e", "\u202e", "\u2066",
    "\u2028", "\ufeff", "\ufffd", "\ue000", "\U000e0041", "\U0010ffff", "é", "e\u0301",
    "\n", "\r", "\t", '"', "'", "\\", "#", "[", "]", "{", "}", "=", ",", ".", "{0}", "%s",
)  # fmt: skip
VALUES = (
    '""', '" "', '"a"', "'''\na\n'''", '"NR"', '"{0}"', '"\\u0000"', '"\\u202e"', '"\\ud800"',
    "0", "-1", "1", "9999", "10000", "1_000", "0xff", "9" * 400, "-" + "9" * 400,
    "nan", "-nan", "inf", "-inf", "0.0", "-0.0", "1.5", "1e5", "1e400", "1e-400", "1e999999999",
    "1e-999999999", "0e999999", "1" * 300 + ".5", "0." + "0" * 300 + "1",
    "true", "false", "vrai", "2026-11-23", "0001-01-01", "9999-12-31", "2026-02-30",
    "2026-11-23T10:00:00", "2026-11-23T10:00:00Z", "10:00:00",
    "[]", "[[]]", "[1, 2]", '["a", 1]', '["a", "a"]', "[{}]", "{}", '{ item = "q" }',
    '[{ item = "q", equals = 1 }]', "[" * 60 + "]" * 60, "[" * 900 + "]" * 900,
    '{ item = "' + "a" * 1500 + '", exists = true }',
)  # fmt: skip
LINES = (
    "[[group]]", "[[group.item]]", "[group]", "[group.item]", "[[group.item.options]]", "[[]]",
    "[a.b.c]", "[[cote]]", "[[score]]", "[[seuil]]", "[[variante]]", "codes = []", "group = []",
    'id = "q"', 'type = "group"', 'type = "inconnu"', "repeat = 10", "required = true",
    'under = "q"', 'renamed_from = "q"', 'enable_when = { item = "q", exists = true }',
    'partage = "personnel"', "read_only = true", 'instrument = "audit"', "a." * 300 + "a = 1",
    "k" * 1900 + " = 1", "# commentaire", "", "texte sans signe",
)  # fmt: skip


@st.composite
def changed(draw, texts: list[str]) -> str:
    """One of these texts, changed here and there."""
    lines = draw(st.sampled_from(texts)).split("\n")
    for _ in range(draw(st.integers(1, 5))):
        _change(draw, lines)
    return "\n".join(lines)


def _change(draw, lines: list[str]) -> None:
    rank = draw(st.integers(0, len(lines) - 1))
    match draw(st.sampled_from("vvvsslldcmbt")):
        case "v":
            odd = draw(st.sampled_from(VALUES))
            lines[rank] = _VALUE.sub(lambda _: odd, lines[rank], count=1)
        case "s":
            at = draw(st.integers(0, len(lines[rank])))
            sign = draw(st.sampled_from(SIGNS))
            lines[rank] = lines[rank][:at] + sign + lines[rank][at:]
        case "l":
            lines.insert(rank, draw(st.sampled_from(LINES)))
        case "d":
            del lines[rank : rank + draw(st.integers(0, 8))]
        case "c":
            lines[rank:rank] = lines[rank : rank + draw(st.integers(1, 20))]
        case "m":
            other = draw(st.integers(0, len(lines) - 1))
            lines[rank], lines[other] = lines[other], lines[rank]
        case "b":
            lines[rank:] = reversed(lines[rank:])
        case "t":
            lines[rank] = lines[rank][: draw(st.integers(0, len(lines[rank])))]
    if not lines:
        lines.append("")
