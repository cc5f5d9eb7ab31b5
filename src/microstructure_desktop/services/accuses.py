"""What the animator answers: receipts, believed only when its key signed them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from microstructure_desktop.domain.boite_envoi import SUITES, Essai, EtatPli, Pli
from microstructure_desktop.errors import AppError
from microstructure_desktop.exchange import accuse as papier
from microstructure_desktop.exchange.accuse import Accuse, EtatAccuse
from microstructure_desktop.exchange.errors import ReceiptInvalid
from microstructure_desktop.exchange.refus import phrase

from . import convention_lue
from .access import Permission, check
from .convention_lue import Nature, NotEnrolled
from .office import Office

if TYPE_CHECKING:
    from microstructure_desktop.domain.echange import ConventionRecue
    from microstructure_desktop.store.work import Work

SUFFIX = papier.SUFFIX
IMPORTE = "accuse"
"""How the outbox's journal calls what came back, whatever the way."""
ETATS = {
    EtatAccuse.ACCEPTE: EtatPli.ACCUSE,
    EtatAccuse.DOUBLON: EtatPli.ACCUSE,
    EtatAccuse.REFUSE: EtatPli.REFUSE,
}


class AccuseAilleurs(AppError):
    sentence = "Cet accusé est celui d’un envoi que ce cabinet n’a pas fait."
    way_out = "Choisissez un accusé remis à votre cabinet, ou demandez-le à l’animateur."


@dataclass(frozen=True, slots=True)
class AccuseLu:
    """`nouveau`: it was not known yet."""

    accuse: Accuse
    pli: Pli
    nouveau: bool


def refus(accuse: Accuse) -> tuple[str, str] | None:
    """Why the animator refused, and what to do; None when she did not."""
    return phrase(accuse.motif) if accuse.etat is EtatAccuse.REFUSE else None


def importer(office: Office, data: bytes) -> AccuseLu:
    """Believe a receipt, keep it as it came, and say so of its bundle.

    Raises:
        NotEnrolled: no animator is known.
        ReceiptInvalid: not a receipt, or signed by somebody else.
        AccuseAilleurs: of a bundle that is not ours.
    """
    check(office, Permission.ECRIRE_PARTAGE)
    with office.store.begin(office.membre.id, office.now()) as work:
        accuse = _cru(work, data)
        pli = _le_notre(work, accuse)
        if pli is None:
            raise AccuseAilleurs
        return _recu(work, office, pli, accuse, data)


def ranger(work: "Work", office: Office, data: bytes) -> AccuseLu | None:
    """The same for one that was found lying somewhere; None when it is nothing to us."""
    try:
        accuse = _cru(work, data)
    except (NotEnrolled, ReceiptInvalid):
        return None
    pli = _le_notre(work, accuse)
    return None if pli is None else _recu(work, office, pli, accuse, data)


def de(work: "Work", paquet: str) -> Accuse | None:
    """The receipt kept of a bundle."""
    data = work.outbox.accuse(paquet)
    return None if data is None else _signe(data, _cles(work))


def _le_notre(work: "Work", accuse: Accuse) -> Pli | None:
    mine = accuse.structure == work.cabinet.get().structure
    return work.outbox.find(accuse.paquet) if mine else None


def _recu(work: "Work", office: Office, pli: Pli, accuse: Accuse, data: bytes) -> AccuseLu:
    """Keep the first answer, and the acceptance that may follow a refusal."""
    known = de(work, pli.paquet)
    if known is not None and (known.etat, known.motif) == (accuse.etat, accuse.motif):
        return AccuseLu(known, pli, nouveau=False)
    if known is not None and ETATS[known.etat] is EtatPli.ACCUSE:
        return AccuseLu(known, pli, nouveau=False)  # the same bytes came again: they count once
    work.outbox.receive(pli.paquet, data)
    detail = accuse.motif or accuse.etat.value
    work.outbox.note(Essai(pli.paquet, office.now(), pli.canal or "", IMPORTE, detail))
    etat = ETATS[accuse.etat]
    if pli.etat is not EtatPli.REMPLACE and etat in SUITES[pli.etat]:
        work.outbox.change(replace(pli, etat=etat, prochain_essai=None))
    return AccuseLu(accuse, work.outbox.get(pli.paquet), nouveau=True)


def _cru(work: "Work", data: bytes) -> Accuse:
    """Signed by the animator's key of today, or by one that a later one vouched for."""
    known = tuple(_cles_sures(work))
    if not known:
        raise NotEnrolled
    return _signe(data, known)


def _signe(data: bytes, cles: Iterable[str]) -> Accuse:
    for cle in dict.fromkeys(cles):
        try:
            return papier.read(data, cle)
        except ReceiptInvalid:
            continue
    raise ReceiptInvalid


def _cles(work: "Work") -> Iterator[str]:
    """Every key that was ever confirmed: what was believed then is still read."""
    return (convention_lue.lue(c, c).convention.cle for c in _confirmees(work))


def _cles_sures(work: "Work") -> Iterator[str]:
    """Back to the first one, or to a loss: whoever found a lost key could sign with it."""
    confirmed = _confirmees(work)
    for recue, before in zip_longest(confirmed, confirmed[1:]):
        said = convention_lue.lue(recue, before)
        yield said.convention.cle
        if said.nature is Nature.PERTE:
            return


def _confirmees(work: "Work") -> "list[ConventionRecue]":
    """The latest first."""
    return [c for c in reversed(work.conventions.all()) if c.confirmee_le is not None]
