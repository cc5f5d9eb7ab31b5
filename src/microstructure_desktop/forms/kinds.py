"""Which kind of definition a text holds, told by what is in it."""

from enum import StrEnum

from . import wording
from .toml_table import Fault, FormError, parse


class Kind(StrEnum):
    """A definition, by the key that only its kind has."""

    FORM = "group"
    SCALE = "cote"
    LIST = "codes"


def kind(text: str) -> Kind:
    """The kind of a text.

    Raises:
        FormError: it is not TOML, or no definition.
    """
    keys = parse(text).keys()
    found = [kind for kind in Kind if kind.value in keys]
    if not found:
        raise FormError([Fault("", wording.UNKNOWN_KIND)])
    return found[0]
