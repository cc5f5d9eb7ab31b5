"""Read and write the team."""

from datetime import date

from microstructure_desktop.domain.equipe import Membre
from microstructure_desktop.domain.ids import MembreId

from .records import Records
from .tables import MEMBRE


class Equipe(Records[Membre]):
    kind = MEMBRE

    def actifs(self, premier: date, dernier: date) -> frozenset[MembreId]:
        """Whose account was open on one of these days, as each of its revisions left it."""
        return frozenset(m.id for m in self.all() if self._actif(m.id, premier, dernier))

    def _actif(self, membre: MembreId, premier: date, dernier: date) -> bool:
        saved = self._revisions.history(membre)
        since = [r.at.astimezone().date() for r in saved]
        until = [*since[1:], date.max]
        return any(
            debut <= dernier and premier <= fin and self.at(r.id).actif
            for r, debut, fin in zip(saved, since, until, strict=True)
        )
