"""Read and write closed months, and what the team adds to the annual report."""

from microstructure_desktop.domain.mois_clos import MoisClos
from microstructure_desktop.domain.rapport_annuel import Commentaire, Financement

from .records import Records, VoidableRecords
from .tables import COMMENTAIRE, FINANCEMENT, MOIS_CLOS


class TousMoisClos(VoidableRecords[MoisClos]):
    kind = MOIS_CLOS


class Commentaires(Records[Commentaire]):
    kind = COMMENTAIRE

    def de_l_annee(self, annee: int) -> list[Commentaire]:
        return [c for c in self.all() if c.annee == annee]


class Financements(VoidableRecords[Financement]):
    kind = FINANCEMENT
