"""The last answer to a question, in small beside the place for the new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from microstructure_desktop import french
from microstructure_desktop.forms.answer_words import in_words

if TYPE_CHECKING:
    from microstructure_desktop.forms.earlier import Earlier
    from microstructure_desktop.forms.model import Item

_LONGEST = 160


def last_answer(item: Item, earlier: Earlier) -> str:
    """« Le 02/06/2026 : Stable », and a box to say that nothing changed where that may be said."""
    said = " ".join(in_words(item, earlier.value).split())
    if len(said) > _LONGEST:
        said = f"{said[:_LONGEST].rstrip()}…"
    known = f"Le {french.numeric_date(earlier.jour)}\xa0: {said}"
    return f"{known} ☐\xa0inchangé" if item.unchanged else known
