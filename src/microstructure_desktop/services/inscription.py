"""What makes the cabinet known to the animator: its enrolment file, and the sheet that says it."""

from typing import TYPE_CHECKING

from microstructure_desktop.exchange import inscription as enrolment
from microstructure_desktop.exchange.errors import StructureUnknown
from microstructure_desktop.exchange.inscription import SUFFIX, Inscription
from microstructure_desktop.exchange.manifest import structure_valide
from microstructure_desktop.exchange.seal import fingerprint

from . import convention_lue
from .access import Permission, check
from .convention_lue import EnVigueur
from .documents import Document
from .office import Office, today

if TYPE_CHECKING:
    from microstructure_desktop.domain.echange import CleSignature
    from microstructure_desktop.store.work import Work

TITRE = "Fichier d’inscription"


def fichier(office: Office) -> Document:
    """The `.msma-inscription` to hand to the animator; no secret is in it.

    Raises:
        NotEnrolled: no convention was confirmed.
        StructureUnknown: the cabinet has no code any more.
    """
    check(office, Permission.ECRIRE_PARTAGE)
    with office.store.read() as work:
        octets = _octets(work, convention_lue.en_vigueur(work))
        structure = work.cabinet.get().structure
    return Document(
        TITRE, f"{structure}{SUFFIX}", octets, nominatif=False, genre="inscription_fichier"
    )


def feuille(office: Office) -> Document:
    """The same on paper, with the fingerprint in large and a place for both signatures.

    Raises:
        NotEnrolled
    """
    from microstructure_desktop.reports.inscription import TITLE, InscriptionImprimee
    from microstructure_desktop.reports.inscription import inscription as render

    check(office, Permission.ECRIRE_PARTAGE)
    with office.store.read() as work:
        known = convention_lue.en_vigueur(work)
        contenu = InscriptionImprimee(
            work.cabinet.get(),
            known.convention.animateur,
            fingerprint(known.cle.public),
            fingerprint(known.convention.cle),
            _octets(work, known),
            _former(work) is not None,
            office.now().astimezone(),
        )
    fichier = f"inscription-{today(office):%Y-%m-%d}.pdf"
    return Document(TITLE, fichier, render(contenu), nominatif=False, genre="inscription")


def _octets(work: "Work", known: EnVigueur) -> bytes:
    """The same bytes each time, so that the sheet and the file are one."""
    cabinet, former = work.cabinet.get(), _former(work)
    if not structure_valide(cabinet.structure, cabinet.region):
        raise StructureUnknown
    said = Inscription(
        cabinet.structure,
        cabinet.region,
        cabinet.nom,
        known.cle.public,
        known.fichier,
        None if former is None else former.publique,
    )
    vouching = None if former is None else convention_lue.signing(former)
    return enrolment.write(said, known.cle, vouching)


def _former(work: "Work") -> "CleSignature | None":
    """The key that the one in use replaced."""
    retired = [k for k in work.cles_signature.all() if k.retiree_le is not None]
    return retired[-1] if retired else None
