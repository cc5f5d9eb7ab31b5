"""Work: everything that can be read and written inside one transaction."""

from .acces import AccessLog
from .agenda import Absences, Permanences
from .cabinet import TheCabinet
from .conservations import Conservations, Demandes, DossiersLegaux, Exercices, Supports
from .consultations import Consultations, Questions, RendezVousPrevus
from .declarations import BrisDeGlaces, Declarations
from .definitions import Definitions
from .demarrage import Etapes
from .documents import Documents, Lettres
from .dormant import Dormant
from .drafts import Drafts
from .echanges import Canaux, ClesSignature, Conventions
from .envois import Envois
from .equipe import Equipe
from .erasing import Erasing
from .facturations import Facturations
from .fiches import Fiches
from .finding import Finding
from .fusions import Fusions
from .lots import Lots
from .outbox import Outbox
from .partenaires import Annuaire, Intervenants
from .patients import Inclusions, Patients
from .queries import Queries
from .rapports import Commentaires, Divulgations, Financements, TousMoisClos
from .recent import Recent
from .reunions import Additifs, Formations, Reunions, SuitesDonnees
from .revisions import Revisions
from .syntheses import Syntheses
from .undoing import Undoing


class _WhatLeaves:
    """What goes to the animator, by which way, under which agreement, and the ledger of it."""

    def __init__(self, revisions: Revisions) -> None:
        self.envois = Envois(revisions)
        self.outbox = Outbox(revisions)
        self.conventions = Conventions(revisions)
        self.cles_signature = ClesSignature(revisions)
        self.canaux = Canaux(revisions)
        self.divulgations = Divulgations(revisions)


class _WhatIsKept(_WhatLeaves):
    """How long, on what a person asked, and where copies are."""

    def __init__(self, revisions: Revisions) -> None:
        super().__init__(revisions)
        self.conservations = Conservations(revisions)
        self.demandes = Demandes(revisions)
        self.exercices = Exercices(revisions)
        self.supports = Supports(revisions)
        self.dossiers_legaux = DossiersLegaux(revisions)
        self.dormant = Dormant(revisions)
        self.erasing = Erasing(revisions)


class Work(_WhatIsKept):
    def __init__(self, revisions: Revisions, acces: AccessLog) -> None:
        super().__init__(revisions)
        self.revisions = revisions
        self.acces = acces
        self.cabinet = TheCabinet(revisions)
        self.equipe = Equipe(revisions)
        self.patients = Patients(revisions)
        self.inclusions = Inclusions(revisions)
        self.consultations = Consultations(revisions)
        self.rendez_vous = RendezVousPrevus(revisions)
        self.questions = Questions(revisions)
        self.fiches = Fiches(revisions)
        self.syntheses = Syntheses(revisions)
        self.permanences = Permanences(revisions)
        self.absences = Absences(revisions)
        self.declarations = Declarations(revisions)
        self.bris_de_glace = BrisDeGlaces(revisions)
        self.annuaire = Annuaire(revisions)
        self.intervenants = Intervenants(revisions)
        self.documents = Documents(revisions)
        self.lettres = Lettres(revisions)
        self.etapes = Etapes(revisions)
        self.fusions = Fusions(revisions)
        self.lots = Lots(revisions)
        self.reunions = Reunions(revisions)
        self.formations = Formations(revisions)
        self.suites = SuitesDonnees(revisions)
        self.additifs = Additifs(revisions)
        self.facturations = Facturations(revisions)
        self.mois_clos = TousMoisClos(revisions)
        self.commentaires = Commentaires(revisions)
        self.financements = Financements(revisions)
        self.drafts = Drafts(revisions)
        self.definitions = Definitions(revisions)
        self.queries = Queries(revisions)
        self.recent = Recent(revisions)
        self.finding = Finding(revisions)
        self.undoing = Undoing(revisions)

    @property
    def changed(self) -> set[str]:
        """The kinds written so far (« patient », « consultation »…)."""
        return self.revisions.changed
