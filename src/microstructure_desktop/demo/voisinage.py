"""Who works around the fictional cabinet, and who of them follows whom."""

from collections.abc import Mapping

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.domain.partenaire import Partenaire
from microstructure_desktop.services import annuaire, intervenants
from microstructure_desktop.services.annuaire import PartenaireSaisi
from microstructure_desktop.services.office import Office

from .material import Material

_ONE_IN = 3
"""Of that many people, one is followed by somebody else too."""


def write(offices: Mapping[Role, Office], material: Material) -> tuple[Partenaire, ...]:
    """The directory, as the social worker knows it."""
    office = offices[Role.TRAVAILLEUR_SOCIAL]
    return tuple(
        annuaire.add(office, PartenaireSaisi(**line)) for line in material.network["partenaire"]
    )


def follow(
    office: Office, patient: PatientId, rank: int, partenaires: tuple[Partenaire, ...]
) -> None:
    """The pharmacy, and one of the others each in turn."""
    if rank % _ONE_IN:
        return
    first, *others = partenaires
    for partenaire in (first, others[rank // _ONE_IN % len(others)]):
        intervenants.add(office, patient, partenaire.id)


def of_type(partenaires: tuple[Partenaire, ...], type_: str) -> Partenaire:
    return next(p for p in partenaires if p.type == type_)
