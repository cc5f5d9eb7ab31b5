"""A month of one cabinet that agreed with an animator who can read, and what she finds."""

from datetime import date

from microstructure_desktop.domain.canal import Reglage, TypeCanal
from microstructure_desktop.domain.ids import CanalId, new_id
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.exchange import accuse as papier
from microstructure_desktop.exchange import bundle
from microstructure_desktop.exchange.accuse import Accuse, EtatAccuse
from microstructure_desktop.services import convention_lue
from tests.exchange.keys import ANIMATRICE, LECTRICE, SECOURS
from tests.services.cases import write
from tests.services.conventions import enrolled, fichier

OCTOBRE = Mois(2026, 10)


def agreed(team, **terms):
    """The convention is sealed to two readers, the second one in reserve."""
    readers = (LECTRICE.recipient, SECOURS.recipient)
    enrolled(team.medecin, fichier(destinataires=readers, **terms))


def crowded(team, mois=OCTOBRE, count=6, first=0):
    """So many people kept one session of 45 minutes with the psychologist."""
    people = [team.patient(f"Figurant{mois.numero}{n}") for n in range(first, first + count)]
    for rank, patient in enumerate(people):
        team.seance(patient.id, date(mois.annee, mois.numero, 8 + rank), duree=45)
    return people


def sealed(team, paquet) -> bytes:
    with team.medecin.store.read() as work:
        return work.outbox.octets(paquet)


def read(team, octets, reader=LECTRICE):
    """What the animator finds in it, once she believed all of it."""
    with team.medecin.store.read() as work:
        cle = convention_lue.en_vigueur(work).cle.public
        structure = work.cabinet.get().structure
    return bundle.open_sealed(octets, [reader], {structure: cle}.get)


def receipt(
    pli, etat="accepte", motif="", key=ANIMATRICE, structure="OCC-31-007", **changes
) -> bytes:
    told = {"recu_le": date(2026, 11, 20)} | changes
    return papier.write(Accuse(pli.paquet, structure, EtatAccuse(etat), motif, **told), key)


def way(team, folder, **changes) -> Reglage:
    """A folder of the cabinet's, as a way to send."""
    told = {"type": TypeCanal.DOSSIER, "nom": "Clé", "adresse": str(folder)} | changes
    return write(team, "canaux", Reglage(CanalId(new_id()), **told))
