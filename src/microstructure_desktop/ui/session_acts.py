"""What the window asks of the store as a session begins and ends; each runs on the worker."""

import sys
from typing import Any

from microstructure_desktop.services.office import Office

PLACE = ("lieu", "route")
SMOOTH = 0.001  # seconds between thread switches while modules load behind the unlock page


def loaded(_office: object) -> None:
    """What comes after the unlocking, imported while the person types."""
    from microstructure_desktop.services import unlock

    usual = sys.getswitchinterval()
    sys.setswitchinterval(SMOOTH)
    try:
        unlock.warm_up()
        import microstructure_desktop.services.sauvegardes  # noqa: F401 -- loading is wanted
    finally:
        sys.setswitchinterval(usual)


def altered_log(office: Office) -> str | None:
    """What is wrong with the access log, for who may read it."""
    from microstructure_desktop.services import journal
    from microstructure_desktop.services.access import Permission, allowed

    if not allowed(office.membre.role, Permission.JOURNAL_SIEN):
        return None
    return journal.state(office).probleme


def locked(office: Office) -> None:
    from microstructure_desktop.domain.acces import Action
    from microstructure_desktop.services import journal

    journal.note(office, Action.VERROUILLAGE)


def kept_aside(office: Office) -> None:
    from microstructure_desktop.services import sauvegardes

    sauvegardes.quand_ferme(office)


def taken_up(office: Office) -> None:
    """What a removal that was interrupted left to do."""
    from microstructure_desktop.services import retrait

    retrait.reprendre(office)


def remember(office: Office, *, place: dict[str, Any]) -> None:
    from microstructure_desktop.services import drafts

    drafts.save(office, *PLACE, place)


def place(office: Office) -> dict[str, Any] | None:
    """Where the person was when it was locked, told once."""
    from microstructure_desktop.services import drafts

    place = drafts.load(office, *PLACE)
    if place is not None:
        drafts.drop(office, *PLACE)
    return place
