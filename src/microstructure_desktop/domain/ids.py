"""Identifiers, one type per thing identified.

Each is a UUIDv7 in 32 hexadecimal characters: sortable by creation, without any identity in it.
"""

import secrets
import time
from typing import NewType

PatientId = NewType("PatientId", str)
MembreId = NewType("MembreId", str)
InclusionId = NewType("InclusionId", str)
ConsultationId = NewType("ConsultationId", str)
RendezVousId = NewType("RendezVousId", str)
QuestionId = NewType("QuestionId", str)
FicheId = NewType("FicheId", str)
SyntheseId = NewType("SyntheseId", str)
DecisionId = NewType("DecisionId", str)
EnvoiId = NewType("EnvoiId", str)
LotId = NewType("LotId", str)
CanalId = NewType("CanalId", str)
ConventionId = NewType("ConventionId", str)
CleId = NewType("CleId", str)
RevisionId = NewType("RevisionId", str)
PermanenceId = NewType("PermanenceId", str)
AbsenceId = NewType("AbsenceId", str)
DeclarationId = NewType("DeclarationId", str)
BrisDeGlaceId = NewType("BrisDeGlaceId", str)
PartenaireId = NewType("PartenaireId", str)
IntervenantId = NewType("IntervenantId", str)
DocumentId = NewType("DocumentId", str)
LettreId = NewType("LettreId", str)
EtapeId = NewType("EtapeId", str)
FusionId = NewType("FusionId", str)
ReunionId = NewType("ReunionId", str)
FormationId = NewType("FormationId", str)
AdditifId = NewType("AdditifId", str)
DivulgationId = NewType("DivulgationId", str)
FacturationId = NewType("FacturationId", str)
LotFacturationId = NewType("LotFacturationId", str)
MoisClosId = NewType("MoisClosId", str)
CommentaireId = NewType("CommentaireId", str)
FinancementId = NewType("FinancementId", str)
ConservationId = NewType("ConservationId", str)
DemandeId = NewType("DemandeId", str)
SupportId = NewType("SupportId", str)
ExerciceId = NewType("ExerciceId", str)
DossierLegalId = NewType("DossierLegalId", str)


def new_id() -> str:
    """A fresh UUIDv7; its 12 bits after the version hold the sub-millisecond (RFC 9562 §6.2)."""
    now = time.time_ns()
    millis, rest = divmod(now, 1_000_000)
    value = millis << 80 | 0x7 << 76 | (rest * 4096 // 1_000_000) << 64
    return f"{value | 0x2 << 62 | secrets.randbits(62):032x}"
