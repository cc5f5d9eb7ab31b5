"""Print who may do what."""

from microstructure_desktop.domain.equipe import Role

from . import droits_mots
from .access import Permission, check
from .documents import Document
from .office import Office, today


def document(office: Office) -> Document:
    """The matrix of rights on paper; it names nobody.

    Raises:
        AccessDenied: the role sees nothing of the team.
    """
    from microstructure_desktop.reports.droits import TITLE, DroitsImprimes
    from microstructure_desktop.reports.droits import droits as render

    check(office, Permission.VOIR_EQUIPE)
    found = droits_mots.tableau()
    with office.store.read() as work:
        cabinet = work.cabinet.get()
    contenu = DroitsImprimes(
        cabinet,
        tuple(Role),
        tuple((ligne.titre, ligne.mots) for ligne in found.lignes),
        droits_mots.LEGENDE,
        droits_mots.HONNETE,
        found.source,
        office.now().astimezone(),
    )
    fichier = f"droits-{today(office):%Y-%m-%d}.pdf"
    return Document(TITLE, fichier, render(contenu), nominatif=False, genre="droits")
