"""Read and write what the cabinet and the animator agreed: conventions, keys, ways to send."""

from microstructure_desktop.domain.canal import Reglage
from microstructure_desktop.domain.echange import CleSignature, ConventionRecue

from .records import Records, VoidableRecords
from .tables import CANAL, CLE_SIGNATURE, CONVENTION


class Conventions(VoidableRecords[ConventionRecue]):
    kind = CONVENTION


class ClesSignature(Records[CleSignature]):
    kind = CLE_SIGNATURE


class Canaux(VoidableRecords[Reglage]):
    kind = CANAL
