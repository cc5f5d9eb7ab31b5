"""What the doctor takes out of a record before it is handed over: passages, texts, documents."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from microstructure_desktop.domain.ids import DocumentId

RETIRE = "[passage concernant un tiers, retiré]"
TEXTE_RETIRE = "[texte retiré : {}]"
SHORTEST = 2
"""Letters of a passage: one alone would be found everywhere."""


@dataclass(frozen=True, slots=True)
class Relecture:
    """A passage goes wherever it stands, word for word; a whole text, and a document, with why.

    `vus`: the texts that were looked at. What is kept of the person never changes.
    """

    passages: tuple[str, ...] = ()
    textes: Mapping[str, str] = field(default_factory=dict)
    documents: Mapping[DocumentId, str] = field(default_factory=dict)
    vus: frozenset[str] = frozenset()

    def lu(self, texte: str) -> str:
        """What is left of a text."""
        for whole in sorted(self.textes, key=len, reverse=True):
            texte = texte.replace(whole, TEXTE_RETIRE.format(self.textes[whole]))
        for passage in sorted(self.passages, key=len, reverse=True):
            texte = _found(passage).sub(RETIRE, texte)
        return texte

    def fois(self, passage: str, textes: Iterable[str]) -> int:
        """How many times a passage stands in these texts."""
        return sum(len(_found(passage).findall(texte)) for texte in textes)

    def places(self, texte: str) -> list[tuple[int, int]]:
        """Where the passages taken out stand in a text, as it is kept."""
        return [m.span() for one in self.passages for m in _found(one).finditer(texte)]

    def payload(self) -> dict[str, Any]:
        """As a draft keeps it."""
        return {
            "passages": list(self.passages),
            "textes": dict(self.textes),
            "documents": dict(self.documents),
            "vus": sorted(self.vus),
        }


def de_payload(payload: Mapping[str, Any]) -> Relecture:
    """The choices of a draft; nothing chosen where it says nothing."""
    return Relecture(
        tuple(payload.get("passages", ())),
        dict(payload.get("textes", {})),
        dict(payload.get("documents", {})),
        frozenset(payload.get("vus", ())),
    )


def passage(texte: str, debut: int, fin: int) -> str:
    """What was selected, widened to whole words; nothing when it holds too little."""
    while debut > 0 and debut < len(texte) and _inside(texte, debut):
        debut -= 1
    while 0 < fin < len(texte) and _inside(texte, fin):
        fin += 1
    found = texte[debut:fin].strip()
    return found if sum(map(str.isalnum, found)) >= SHORTEST else ""


def _inside(texte: str, at: int) -> bool:
    return texte[at - 1].isalnum() and texte[at].isalnum()


def _found(passage: str) -> re.Pattern[str]:
    """Whole words only, whatever the gaps between them."""
    words = r"\s+".join(re.escape(word) for word in passage.split())
    before = r"(?<!\w)" if passage[:1].isalnum() else ""
    after = r"(?!\w)" if passage[-1:].isalnum() else ""
    return re.compile(f"{before}{words}{after}")
