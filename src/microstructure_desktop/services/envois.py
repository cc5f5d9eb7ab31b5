"""Seal a month for the regional animator, correct it, take it back before it leaves."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.domain.boite_envoi import SANS_ACCUSE, Essai, EtatPli, Pli
from microstructure_desktop.domain.envoi import Envoi
from microstructure_desktop.domain.ids import EnvoiId, new_id
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.errors import AppError
from microstructure_desktop.exchange import bundle
from microstructure_desktop.exchange.errors import StructureUnknown

from . import accuses, convention_lue, envois_depart, envois_divulgations, envois_sources, journal
from . import profil as annuel
from .access import Permission, check
from .envois_depart import Controle, Depart, Situation
from .office import Office, today

if TYPE_CHECKING:
    from microstructure_desktop.exchange.accuse import Accuse
    from microstructure_desktop.exchange.bundle import Bundle
    from microstructure_desktop.store.work import Work

    from .convention_lue import EnVigueur


class MoisEnCours(AppError):
    sentence = "Ce mois n’est pas terminé : ses nombres changeront encore."
    way_out = "Attendez le premier jour du mois suivant."


class PaquetDouteux(AppError):
    sentence = "Un contrôle de ce mois n’est pas passé : rien n’est scellé."
    way_out = "Lisez les contrôles de la page, puis transmettez le journal technique au support."


class DejaParti(AppError):
    sentence = "Ce paquet est peut-être déjà parti : il ne s’annule plus."
    way_out = "S’il faut le corriger, corrigez les saisies, puis scellez de nouveau le mois."


class PaquetInconnu(AppError):
    sentence = "Ce paquet n’est pas dans la boîte d’envoi."
    way_out = "Revenez à la liste des envois."


@dataclass(frozen=True, slots=True)
class EnvoiLu:
    """One sealed bundle and what became of it, the attempts from the oldest."""

    pli: Pli
    essais: tuple[Essai, ...]
    accuse: "Accuse | None"


def months(office: Office) -> tuple[Mois, ...]:
    """Months since the first act or meeting, latest first."""
    check(office, Permission.PARTAGE)
    with office.store.read() as work:
        debuts = [s.jour for s in work.syntheses.all() if s.close]
        if (premier := work.queries.first_act()) is not None:
            debuts.append(premier)
    if not debuts:
        return ()
    mois, fin = Mois.de(min(debuts)), Mois.de(today(office))
    found = []
    while mois <= fin:
        found.append(mois)
        mois = mois.plus(1)
    return tuple(reversed(found))


def depart(office: Office, mois: Mois, *, profil: bool | None = None) -> Depart:
    """Compute what would leave; nothing is written anywhere.

    `profil`: whether the year before is joined, in groups; None does as the last time.
    """
    check(office, Permission.PARTAGE)
    with office.store.read() as work:
        return envois_depart.lire(work, office, mois, profil=profil)


def sceller(office: Office, mois: Mois, *, profil: bool | None = None) -> Pli:
    """Seal a month into the outbox; the same content stays the same bundle, and the same bytes.

    `profil`: as for `depart`; what is joined is entered in the same transaction.

    Raises:
        MoisEnCours
        NotEnrolled: no convention was confirmed.
        StructureUnknown: the cabinet has no code of its region.
        PaquetDouteux: our own checks refuse it.
    """
    check(office, Permission.ECRIRE_PARTAGE)
    with office.store.begin(office.membre.id, office.now()) as work:
        vu = envois_depart.lire(work, office, mois, profil=profil)
        if vu.situation is Situation.INCHANGE and vu.pli is not None:
            return vu.pli
        accord = convention_lue.en_vigueur(work)
        paquet = _a_sceller(vu)
        _supplanter(work, vu)
        _deposer(work, office, vu, paquet, accord)
        work.envois.save(
            Envoi(
                EnvoiId(new_id()),
                str(mois),
                vu.sequence,
                paquet.id,
                vu.remplace,
                accord.fichier,
                tuple(sorted(envois_sources.ecartes(work)[mois])),
            )
        )
        envois_divulgations.entrer(work, vu.contenu, paquet.id, today(office))
        if vu.joint and vu.profil is not None:
            annuel.entrer(work, vu.profil, paquet.id)
        journal.note(work, Action.EXPORT, objet=paquet.id, detail=str(mois))
        return work.outbox.get(paquet.id)


def annuler(office: Office, paquet: str) -> Pli:
    """Take a bundle back before it left; its number is used again, and what it corrected counts.

    Raises:
        PaquetInconnu
        DejaParti
    """
    check(office, Permission.ECRIRE_PARTAGE)
    with office.store.begin(office.membre.id, office.now()) as work:
        pli = work.outbox.find(paquet)
        if pli is None:
            raise PaquetInconnu
        if pli.parti:
            raise DejaParti
        _annuler(work, pli)
        if pli.remplace is not None:
            _retablir(work, work.outbox.get(pli.remplace), office)
        return work.outbox.get(paquet)


def historique(office: Office) -> tuple[EnvoiLu, ...]:
    """Everything that was sealed, latest first."""
    check(office, Permission.PARTAGE)
    with office.store.read() as work:
        return tuple(
            EnvoiLu(pli, tuple(work.outbox.journal(pli.paquet)), accuses.de(work, pli.paquet))
            for pli in reversed(work.outbox.all())
        )


def _a_sceller(vu: Depart) -> "Bundle":
    if Controle.MOIS_TERMINE in vu.obstacles:
        raise MoisEnCours
    if Controle.STRUCTURE in vu.obstacles:
        raise StructureUnknown
    if vu.paquet is None or vu.obstacles:
        raise PaquetDouteux
    return vu.paquet


def _deposer(
    work: "Work", office: Office, vu: Depart, paquet: "Bundle", accord: "EnVigueur"
) -> None:
    """Into the outbox; one that was taken back comes back as it was sealed."""
    known = work.outbox.find(paquet.id)
    if known is not None:
        work.outbox.change(replace(known, etat=EtatPli.SCELLE))
        return
    pli = Pli(paquet.id, str(vu.mois), vu.sequence, vu.remplace, paquet.nom, office.now())
    work.outbox.add(pli, bundle.seal(paquet, accord.cle))


def _supplanter(work: "Work", vu: Depart) -> None:
    """The former one: replaced if it may have left, else taken back."""
    if vu.pli is None:
        return
    if not vu.pli.parti:
        _annuler(work, vu.pli)
    elif vu.pli.etat is not EtatPli.REMPLACE:
        work.outbox.change(replace(vu.pli, etat=EtatPli.REMPLACE, prochain_essai=None))


def _annuler(work: "Work", pli: Pli) -> None:
    work.outbox.change(replace(pli, etat=EtatPli.ANNULE, prochain_essai=None))
    for envoi in work.envois.all():
        if envoi.paquet == pli.paquet:
            work.envois.void(envoi.id, "annulé avant son départ")


def _retablir(work: "Work", pli: Pli, office: Office) -> None:
    """What was to be corrected stands as it did; without an answer, it is waited for anew."""
    answer = accuses.de(work, pli.paquet)
    if answer is not None:
        made = replace(pli, etat=accuses.ETATS[answer.etat])
    elif pli.essais:
        made = replace(pli, etat=EtatPli.EN_ATTENTE)
    else:
        made = replace(pli, etat=EtatPli.DEPOSE, prochain_essai=office.now() + SANS_ACCUSE)
    work.outbox.change(made)
