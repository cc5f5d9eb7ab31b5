"""What stopped the reading of a TOML text, in words that its author can act on."""

from . import wording

_SENTENCES = (
    ("Cannot overwrite", wording.TOML_TWICE),
    ("Cannot declare", wording.TOML_TWICE),
    ("Duplicate inline table key", wording.TOML_TWICE),
    ("Expected '='", wording.TOML_EQUALS),
    ("Invalid initial character for a key", wording.TOML_KEY),
    ("Invalid statement", wording.TOML_KEY),
    ("Expected newline", wording.TOML_REST),
    ("Unterminated string", wording.TOML_STRING),
    ("Illegal character", wording.TOML_STRING),
    ('Expected "', wording.TOML_STRING),
    ("Expected '''", wording.TOML_STRING),
    ("Unescaped '\\'", wording.TOML_BACKSLASH),
    ("Invalid hex value", wording.TOML_BACKSLASH),
    ("Unclosed array", wording.TOML_ARRAY),
    ("Unclosed inline table", wording.TOML_TABLE),
    ("Expected ']", wording.TOML_HEADER),
    ("Invalid value", wording.TOML_VALUE),
)


def sentence(message: str) -> str:
    """`message`: tomllib's, whose words may change with the version of Python."""
    found = (words for start, words in _SENTENCES if message.startswith(start))
    return wording.NOT_TOML.format(next(found, wording.TOML_OTHER))
