"""Échange: what the cabinet keeps of its agreement with the regional animator."""

from dataclasses import dataclass, field
from datetime import date

from .ids import CleId, ConventionId


@dataclass(frozen=True, slots=True)
class ConventionRecue:
    """A convention file as it came, in hexadecimal: signatures are over its very bytes.

    `confirmee_le`: when somebody read the fingerprint of its key with the animator.
    """

    id: ConventionId
    fichier: str
    empreinte: str
    numero: int
    recue_le: date
    confirmee_le: date | None = None


@dataclass(frozen=True, slots=True)
class CleSignature:
    """The cabinet's key to sign what leaves. `secret` and `publique` are in hexadecimal."""

    id: CleId
    secret: str = field(repr=False)
    publique: str
    creee_le: date
    retiree_le: date | None = None
