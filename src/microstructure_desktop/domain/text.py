"""One spelling for searching and sorting: lower case, no accents, single spaces."""

import unicodedata

_SPELLINGS = str.maketrans({"œ": "oe", "æ": "ae", "’": "'", "‘": "'", "ʼ": "'"})


def normalise(text: str) -> str:
    """Fold what people type differently for the same name.

    A text that is already normalised comes back as it is.
    """
    # Decomposing can reveal capitals and ligatures, and folding can reveal accents: both twice.
    folded = unicodedata.normalize("NFKD", text.casefold()).casefold()
    bare = unicodedata.normalize("NFKD", folded.translate(_SPELLINGS))
    return " ".join("".join(c for c in bare if not unicodedata.combining(c)).split())
