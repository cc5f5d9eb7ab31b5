"""What « Prendre le rendez-vous » asks of the store: the questions not answered yet, else it."""

from dataclasses import dataclass
from functools import partial

from microstructure_desktop.domain.consultation import RendezVous
from microstructure_desktop.domain.ids import RendezVousId
from microstructure_desktop.services import rendez_vous
from microstructure_desktop.services.annulation import Fait, noted
from microstructure_desktop.services.conflits import Conflit
from microstructure_desktop.services.office import Office
from microstructure_desktop.services.rendez_vous import RendezVousSaisi, Serie


@dataclass(frozen=True, slots=True)
class Request:
    """`moved`: the appointment that changes; none for a new one.

    `accepted`: the questions already put to the person; asking again is the answer.
    """

    saisi: RendezVousSaisi
    serie: Serie
    moved: RendezVousId | None
    accepted: frozenset[Conflit]


@dataclass(frozen=True, slots=True)
class Outcome:
    """Either questions to put, or what was written."""

    conflits: tuple[Conflit, ...] = ()
    fait: Fait[tuple[RendezVous, ...]] | None = None


def take(office: Office, request: Request) -> Outcome:
    """Write the appointment unless something speaks against it for the first time."""
    found = rendez_vous.questions(office, request.saisi, request.serie, request.moved)
    if any(conflit not in request.accepted for conflit in found):
        return Outcome(conflits=found)
    return Outcome(fait=noted(office, partial(_written, request=request)))


def _written(office: Office, *, request: Request) -> tuple[RendezVous, ...]:
    if request.moved is not None:
        return (rendez_vous.deplacer(office, request.moved, request.saisi),)
    return rendez_vous.prendre(office, request.saisi, request.serie)
