"""What is typed or pasted, without the characters that no record may hold."""

import re
import unicodedata

# nobody sees them, and the store's JSON or FHIR refuses them
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def clean(text: str) -> str:
    """The same text, each accented letter as one character; lines and tabs stay."""
    return unicodedata.normalize("NFC", _UNWRITABLE.sub("", text))
