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
RevisionId = NewType("RevisionId", str)


def new_id() -> str:
    """A fresh UUIDv7 (RFC 9562 §5.7)."""
    value = (time.time_ns() // 1_000_000) << 80 | secrets.randbits(80)
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return f"{value:032x}"
