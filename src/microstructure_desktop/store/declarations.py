"""Read and write what people said about sharing, and who passed over it."""

from microstructure_desktop.domain.declaration import BrisDeGlace, Declaration

from .records import PatientRecords
from .tables import BRIS_DE_GLACE, DECLARATION


class Declarations(PatientRecords[Declaration]):
    kind = DECLARATION


class BrisDeGlaces(PatientRecords[BrisDeGlace]):
    kind = BRIS_DE_GLACE
