"""Work: everything that can be read and written inside one transaction."""

from .cabinet import TheCabinet
from .consultations import Consultations, Questions, RendezVousPrevus
from .definitions import Definitions
from .drafts import Drafts
from .envois import Envois
from .equipe import Equipe
from .fiches import Fiches
from .patients import Inclusions, Patients
from .queries import Queries
from .revisions import Revisions
from .syntheses import Syntheses


class Work:
    def __init__(self, revisions: Revisions) -> None:
        self.revisions = revisions
        self.cabinet = TheCabinet(revisions)
        self.equipe = Equipe(revisions)
        self.patients = Patients(revisions)
        self.inclusions = Inclusions(revisions)
        self.consultations = Consultations(revisions)
        self.rendez_vous = RendezVousPrevus(revisions)
        self.questions = Questions(revisions)
        self.fiches = Fiches(revisions)
        self.syntheses = Syntheses(revisions)
        self.envois = Envois(revisions)
        self.drafts = Drafts(revisions)
        self.definitions = Definitions(revisions)
        self.queries = Queries(revisions)

    @property
    def changed(self) -> set[str]:
        """The kinds written so far (« patient », « consultation »…)."""
        return self.revisions.changed
