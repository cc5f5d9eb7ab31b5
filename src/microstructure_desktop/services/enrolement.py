"""Enrol with the regional animator: take its file, hear its fingerprint, make our own key."""

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.domain.echange import CleSignature, ConventionRecue
from microstructure_desktop.domain.ids import CleId, ConventionId, new_id
from microstructure_desktop.errors import AppError
from microstructure_desktop.exchange import convention as conv
from microstructure_desktop.exchange.errors import StructureUnknown
from microstructure_desktop.exchange.manifest import structure_valide
from microstructure_desktop.exchange.seal import SigningKey

from . import convention_lue, journal
from .access import Permission, check
from .convention_lue import ConventionLue, Etat, Nature, NotEnrolled
from .office import Office, today

if TYPE_CHECKING:
    from microstructure_desktop.domain.equipe import Cabinet
    from microstructure_desktop.store.work import Work

_HEARD = str.maketrans({"O": "0", "I": "1", "L": "1"})
"""Letters that no fingerprint has, typed for figures that look alike."""
_TYPED = 8
"""Signs of the last two groups, that the screen does not show: only a voice gives them."""


class OtherRegion(AppError):
    way_out = (
        "Vérifiez que c’est bien le fichier de votre animateur et demandez-lui le bon\xa0; sinon "
        "corrigez la région du cabinet dans Réglages."
    )

    def __init__(self, convention: str = "", cabinet: str = "") -> None:
        super().__init__(
            f"Cette convention est celle de la région {convention}, et le cabinet est en {cabinet}."
        )


class NothingToConfirm(AppError):
    sentence = "Il n’y a pas de convention à confirmer."
    way_out = "Ouvrez d’abord le fichier remis par l’animateur."


class FingerprintDiffers(AppError):
    sentence = "Ces deux groupes ne sont pas ceux de ce fichier."
    way_out = (
        "Faites-les relire. S’ils diffèrent encore, n’utilisez pas ce fichier\xa0: quelqu’un a pu "
        "le remplacer."
    )


def etat(office: Office) -> Etat:
    """Where the agreement stands."""
    check(office, Permission.PARTAGE)
    with office.store.read() as work:
        return convention_lue.etat(work)


def importer(office: Office, data: bytes, *, perte: bool = False) -> ConventionLue:
    """Keep the animator's file until somebody confirms it; nothing is sent with it before.

    `perte`: the animator lost its key, so that nothing vouches for this one but a voice.

    Raises:
        ConventionInvalid: not such a file.
        ConventionNotSigned: by another key, that the one in use does not vouch for.
        ConventionOlder: its number does not go up.
        OtherRegion
    """
    check(office, Permission.ECRIRE_PARTAGE)
    with office.store.begin(office.membre.id, office.now()) as work:
        known = convention_lue.courante(work)
        read = convention_lue.suivante(data, known, perte=perte)
        _check_region(read.region, work.cabinet.get())
        if (waiting := convention_lue.en_attente(work)) is not None:
            work.conventions.void(waiting.id, "remplacée par un autre fichier")
        recue = ConventionRecue(
            ConventionId(new_id()),
            data.hex(),
            conv.empreinte(data),
            read.numero,
            _received(work, office),
        )
        work.conventions.save(recue)
        lue = convention_lue.lue(recue, known)
        lost = lue.nature is Nature.PERTE
        _note(work, "cle_animateur_perdue" if lost else "convention_recue", recue.empreinte)
    return lue


def abandonner(office: Office) -> None:
    """Let go of the file that waits for its confirmation.

    Raises:
        NothingToConfirm
    """
    check(office, Permission.ECRIRE_PARTAGE)
    with office.store.begin(office.membre.id, office.now()) as work:
        work.conventions.void(_waiting(work).id, "abandonnée avant confirmation")


def confirmer(office: Office, lus: str = "") -> Etat:
    """Use the convention from now on, and make the cabinet's key if it has none.

    `lus`: the last two groups, as the animator read them; not asked when a known key vouches.

    Raises:
        NothingToConfirm
        StructureUnknown: the cabinet has no code to be known by.
        OtherRegion
        FingerprintDiffers
    """
    check(office, Permission.ECRIRE_PARTAGE)
    with office.store.begin(office.membre.id, office.now()) as work:
        waiting = _waiting(work)
        lue = convention_lue.lue(waiting, convention_lue.courante(work))
        cabinet = work.cabinet.get()
        if not structure_valide(cabinet.structure, cabinet.region):
            raise StructureUnknown
        _check_region(lue.convention.region, cabinet)
        if lue.a_lire and _heard(lus) != _heard(lue.cle)[-_TYPED:]:
            raise FingerprintDiffers
        work.conventions.save(replace(waiting, confirmee_le=today(office)))
        if convention_lue.cle_active(work) is None:
            _new_key(work, office)
        _note(work, "convention_confirmee", waiting.empreinte)
        return convention_lue.etat(work)


def renouveler(office: Office) -> Etat:
    """Sign with a new key from now on; the former vouches for it in the next enrolment file.

    Raises:
        NotEnrolled
    """
    check(office, Permission.ECRIRE_PARTAGE)
    with office.store.begin(office.membre.id, office.now()) as work:
        former = convention_lue.cle_active(work)
        if former is None:
            raise NotEnrolled
        work.cles_signature.save(replace(former, retiree_le=today(office)))
        _new_key(work, office)
        _note(work, "cle_renouvelee")
        return convention_lue.etat(work)


def _received(work: "Work", office: Office) -> date:
    """After those received before, even when the clock was ahead then: the last one is in use."""
    last = max((c.recue_le for c in work.conventions.all()), default=date.min)
    now = today(office)
    return now if last <= now else last + timedelta(days=1)


def _waiting(work: "Work") -> ConventionRecue:
    waiting = convention_lue.en_attente(work)
    if waiting is None:
        raise NothingToConfirm
    return waiting


def _check_region(region: str, cabinet: "Cabinet") -> None:
    if region != cabinet.region:
        raise OtherRegion(region, cabinet.region)


def _new_key(work: "Work", office: Office) -> None:
    made = SigningKey.generate()
    key = CleSignature(CleId(new_id()), made.secret.hex(), made.public, today(office))
    work.cles_signature.save(key)


def _heard(words: str) -> str:
    return "".join(words.upper().translate(_HEARD).split())


def _note(work: "Work", detail: str, objet: str = "") -> None:
    journal.note(work, Action.ECHANGES, objet=objet, detail=detail)
