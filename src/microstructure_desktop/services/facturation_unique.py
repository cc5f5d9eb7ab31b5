"""A day of follow-up is billed once: what comes back is refused beside what was billed since."""

from typing import TYPE_CHECKING

from microstructure_desktop.domain.facturation import Facturation
from microstructure_desktop.errors import AppError

if TYPE_CHECKING:
    from microstructure_desktop.store.work import Work


class FactureDeuxFois(AppError):
    sentence = "Ce forfait a été facturé de nouveau entre-temps."
    way_out = "Une seule facturation compte par forfait : reprenez d’abord l’autre."


def check_once(work: "Work", record: Facturation) -> None:
    """Refuse a billing that comes back beside another one of the same days.

    Raises:
        FactureDeuxFois
    """
    for other in work.facturations.of(record.patient):
        same = other.inclusion == record.inclusion and other.id != record.id
        if same and other.compte and record.compte and record.chevauche(other):
            raise FactureDeuxFois
