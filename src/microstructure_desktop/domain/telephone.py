"""One way to write a telephone number, whatever its signs and its prefix."""

import re

_ABROAD = re.compile(r"^\s*(?:\+|00)\s*33(?:\s*\(0\))?")


def chiffres(telephone: str) -> str:
    """Its digits, as dialled from inside the country; other countries keep their prefix."""
    inside = _ABROAD.sub("0", telephone)
    return "".join(c for c in inside if c.isdecimal())
