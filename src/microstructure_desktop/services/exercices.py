"""The monthly drill: whether it is time to try again that a backup can be restored."""

from typing import TYPE_CHECKING

from microstructure_desktop.domain.sauvegarde import exercice_du
from microstructure_desktop.french import numeric_date

from .access import Permission, allowed
from .office import Office

if TYPE_CHECKING:
    from microstructure_desktop.store.work import Work


def a_dire(work: "Work", office: Office) -> str:
    """For who may try it, since when nobody did, as a sentence; "" while it is not time.

    A cabinet that never tried has a month from its first backup.
    """
    if not allowed(office.membre.role, Permission.SAUVEGARDER):
        return ""
    from microstructure_desktop.store import backup_folder

    now = office.now()
    tried = max((e.le for e in work.exercices.all() if e.reussi), default=None)
    if tried is not None:
        le = numeric_date(tried.astimezone().date())
        return f"Dernier essai réussi le {le}" if exercice_du(tried, now) else ""
    here = [copie.faite_le for _, copie in backup_folder.listed(office.home.sauvegardes)]
    return "Jamais essayé" if here and exercice_du(min(here), now) else ""
