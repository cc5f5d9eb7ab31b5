"""The number of a health professional in the national directory: eleven digits, the last a key."""

LENGTH = 11


def chiffres(typed: str) -> str:
    """The digits of a number as it is kept, whatever separates them."""
    return "".join(c for c in typed if not c.isspace() and c not in ".-")


def is_valid(numero: str) -> bool:
    """Whether these are eleven digits whose key is right (Luhn)."""
    if len(numero) != LENGTH or not (numero.isascii() and numero.isdigit()):
        return False
    doubled = (int(c) * (1 + rank % 2) for rank, c in enumerate(reversed(numero)))
    return sum(d if d < 10 else d - 9 for d in doubled) % 10 == 0  # noqa: PLR2004 -- digits
