"""Support and Exercice: where copies of the store are, and the proofs that they can be read."""

from dataclasses import dataclass
from datetime import datetime

from .ids import ExerciceId, MembreId, SupportId


@dataclass(frozen=True, slots=True)
class Support:
    """A USB key or a disk that holds backups, recognised by the id written on it. Instants in UTC.

    `efface_le`: when what was erased from the store was last taken out of its backups too.
    `changements`: how often the store's key had changed when they were last all under it.
    """

    id: SupportId
    nom: str
    vu_le: datetime
    sauvegarde_le: datetime | None = None
    efface_le: datetime | None = None
    retire: bool = False
    changements: int = 0

    def a_reprendre(self, efface_le: datetime) -> bool:
        """Whether its backups may still hold what was erased at that instant."""
        if self.retire or self.sauvegarde_le is None:
            return False
        return self.efface_le is None or self.efface_le < efface_le

    def avant_changement(self, changements: int) -> bool:
        """Whether somebody who left could open its backups: the key changed that often."""
        return not self.retire and self.sauvegarde_le is not None and self.changements < changements


@dataclass(frozen=True, slots=True)
class Exercice:
    """One drill: a backup was opened as after a disaster, and nothing was changed.

    `probleme` is "" when it could have been restored; `feuille`: with the recovery sheet.
    """

    id: ExerciceId
    le: datetime
    par: MembreId
    sauvegarde_du: datetime
    support: SupportId | None = None
    patients: int = 0
    feuille: bool = False
    probleme: str = ""

    @property
    def reussi(self) -> bool:
        return not self.probleme
