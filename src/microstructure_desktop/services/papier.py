"""A sealed month as a sheet of codes, for a cabinet that posts it or hands it over."""

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.domain.boite_envoi import EtatPli
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.errors import AppError
from microstructure_desktop.exchange.paper import Genre, split

from . import journal
from .access import Permission, check
from .documents import Document
from .office import Office

GENRE = "envoi_papier"
_RETIRES = frozenset({EtatPli.ANNULE, EtatPli.REMPLACE})


class PasAImprimer(AppError):
    sentence = "Cet envoi a été annulé ou remplacé\u00a0: il n’est plus à remettre."
    way_out = "Ouvrez « Ce qui part » et choisissez l’envoi le plus récent de ce mois."


def feuille(office: Office, paquet: str) -> Document:
    """The pages to print, which carry the very bytes that were sealed.

    Raises:
        PasAImprimer: it is not in the outbox, or no longer what the cabinet sends.
        PaperTooLarge: it would take too many pages.
    """
    from microstructure_desktop.reports.papier import PapierImprime
    from microstructure_desktop.reports.papier import papier as render

    check(office, Permission.ECRIRE_PARTAGE)
    with office.store.read() as work:
        pli = work.outbox.find(paquet)
        if pli is None or pli.etat in _RETIRES:
            raise PasAImprimer
        cabinet = work.cabinet.get()
        contenu = PapierImprime(
            Genre.PAQUET,
            cabinet.nom,
            cabinet.structure,
            Mois.lire(pli.periode),
            paquet[:8],
            split(work.outbox.octets(paquet), paquet),
            office.now().astimezone(),
        )
    journal.opened(office, Action.ECHANGES, objet=paquet, detail=GENRE)
    return Document(
        "Envoi sur papier",
        f"envoi-papier-{pli.periode}-{paquet[:8]}.pdf",
        render(contenu),
        nominatif=False,
        genre=GENRE,
        objet=paquet,
    )
