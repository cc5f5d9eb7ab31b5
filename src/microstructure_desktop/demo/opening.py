"""Open the demonstration from the first start, in a folder of its own."""

from collections.abc import Callable
from datetime import date

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import MembreId
from microstructure_desktop.paths import Home
from microstructure_desktop.services import unlock
from microstructure_desktop.services.office import Cost, Office
from microstructure_desktop.services.unlock import DEFAULT_COST

from . import cabinet, papers

FOLDER = "demonstration"


def open_demonstration(
    home: Home, progress: Callable[[float, str], None], cost: Cost = DEFAULT_COST
) -> Office:
    """The psychologist's office of the fictional cabinet, made the first time."""
    place = Home(home.root / FOLDER)
    if not unlock.exists(place):
        plan = cabinet.Plan(1, 12, 24, date.today())  # noqa: DTZ011 -- a local day is meant
        story = cabinet.build(place, plan, cabinet.PASSPHRASE, progress, cost)
        office = story.offices[Role.MEDECIN]
        try:
            papers.write(office)
        finally:
            unlock.close(office)
    accounts = unlock.door(place).accounts
    psychologist = next(a for a in accounts if a.role == Role.PSYCHOLOGUE)
    return unlock.open_cabinet(place, MembreId(psychologist.id), cabinet.PASSPHRASE, cost=cost)
