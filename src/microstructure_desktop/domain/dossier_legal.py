"""DossierLegal: what the cabinet answers in its own file on the protection of data."""

from dataclasses import dataclass, field, replace
from datetime import date

from .ids import DossierLegalId


@dataclass(frozen=True, slots=True)
class DossierLegal:
    """One per cabinet. `reponses`: by the name of the blank, as typed; `points`: by the name of a
    line of the security checklist, the day it was checked.
    """

    id: DossierLegalId
    reponses: dict[str, str] = field(default_factory=dict)
    points: dict[str, date] = field(default_factory=dict)
    revu_le: date | None = None

    def avec_reponse(self, nom: str, texte: str) -> "DossierLegal":
        """The same file with one blank filled, or emptied by an empty text."""
        reponses = {**self.reponses, nom: texte} if texte else dict(self.reponses)
        if not texte:
            reponses.pop(nom, None)
        return replace(self, reponses=reponses)


UNIQUE = DossierLegalId("dossier_legal")
