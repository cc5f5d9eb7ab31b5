"""Read and write closed months, what the team adds to the report, and what was shown outside."""

from microstructure_desktop.domain.divulgation import Divulgation
from microstructure_desktop.domain.mois_clos import MoisClos
from microstructure_desktop.domain.rapport_annuel import Commentaire, Financement

from .records import Records, VoidableRecords
from .tables import COMMENTAIRE, DIVULGATION, FINANCEMENT, MOIS_CLOS


class TousMoisClos(VoidableRecords[MoisClos]):
    kind = MOIS_CLOS


class Commentaires(Records[Commentaire]):
    kind = COMMENTAIRE

    def de_l_annee(self, annee: int) -> list[Commentaire]:
        return [c for c in self.all() if c.annee == annee]


class Divulgations(Records[Divulgation]):
    """Never taken back: what was shown stays known."""

    kind = DIVULGATION


class Financements(VoidableRecords[Financement]):
    kind = FINANCEMENT
