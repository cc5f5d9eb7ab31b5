"""The report with what its page shows beside it: texts begun, last year’s, who lacks what."""

from collections.abc import Mapping
from dataclasses import dataclass

from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.domain.rapport_annuel import Section

from . import rapport_annuel, rapport_brouillons
from .access import Permission, check
from .lignes import PatientLigne, line
from .office import Office, today
from .rapport_annuel import Rapport


@dataclass(frozen=True, slots=True)
class RapportOuvert:
    """`commences`: the reader's own texts, not recorded; `avant`: what was said a year before;
    `personnes`: those whose fiches are named among what is missing.
    """

    rapport: Rapport
    commences: Mapping[Section, str]
    avant: Mapping[Section, str]
    personnes: Mapping[PatientId, PatientLigne]


def ouvrir(office: Office, annee: int) -> RapportOuvert:
    """Everything that the page of a year shows.

    Raises:
        AccessDenied: the role does not read the report.
        YearNotBegun
    """
    check(office, Permission.RAPPORT)
    found = rapport_annuel.rapport(office, annee)
    wanted = {lieu.patient for c in found.controles for lieu in c.lieux if lieu.patient}
    with office.store.read() as work:
        said = {c.section: c.texte for c in work.commentaires.de_l_annee(annee - 1) if c.texte}
        rows = work.queries.patients() if wanted else ()
        people = {row.id: line(row, today(office)) for row in rows if row.id in wanted}
    return RapportOuvert(found, rapport_brouillons.commences(office, annee), said, people)
