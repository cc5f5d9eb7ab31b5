"""What the page of structures asks of the register; each runs on the worker's thread."""

from dataclasses import dataclass
from pathlib import Path

from microstructure_desktop.animateur import completeness, empreinte, enrol, inbox, receive
from microstructure_desktop.animateur.enrol import Cas, Lue
from microstructure_desktop.animateur.errors import NotFound
from microstructure_desktop.animateur.model import Structure
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.ui.animateur import desk as desks
from microstructure_desktop.ui.animateur.desk import Desk

_LARGEST = 1_000_000


@dataclass(frozen=True, slots=True)
class Inscrite:
    """A structure enrolled. `dernier`: the last month received; `manquants`: how many are late."""

    structure: Structure
    empreinte: str
    dernier: Mois | None
    manquants: int


@dataclass(frozen=True, slots=True)
class Ouverte:
    """An enrolment file that was read, and the months from which it may be awaited."""

    octets: bytes
    lue: Lue
    mois: tuple[Mois, ...]


@dataclass(frozen=True, slots=True)
class Faite:
    """An enrolment that was entered; `repris`: how many bundles waited for it."""

    structure: Structure
    cas: Cas
    repris: int


def lire(desk: Desk) -> tuple[Inscrite, ...]:
    with desk.register.read() as work:
        tableau = completeness.tableau(work, desk.today())
        heads = work.paquets.heads()
    last: dict[str, Mois] = {}
    for paquet in heads:
        last[paquet.structure] = max(paquet.periode, last.get(paquet.structure, paquet.periode))
    return tuple(
        Inscrite(
            ligne.structure,
            empreinte.of_key(ligne.structure.cle),
            last.get(ligne.structure.id),
            len(ligne.manquants),
        )
        for ligne in tableau.lignes
    )


def ouvrir(desk: Desk, chemin: Path) -> Ouverte:
    """Read an enrolment file; nothing is entered.

    Raises:
        AppError: it is none of ours.
    """
    try:
        with chemin.open("rb") as stream:
            octets = stream.read(_LARGEST)
    except OSError:
        raise NotFound from None
    lue = enrol.lire(desk.register, octets)
    here = Mois.de(desk.today())
    return Ouverte(octets, lue, tuple(here.plus(-back) for back in range(-1, 24)))


def inscrire(desk: Desk, ouverte: Ouverte, lus: str, depuis: Mois | None) -> Faite:
    """Enter it, then try again what waited for it. `lus`: the groups heard, where some were.

    Raises:
        FingerprintDiffers
        AppError: which one says why.
    """
    said = ouverte.lue
    whole = empreinte.completed(said.empreinte, lus) if a_lire(said.cas) else said.empreinte
    made = enrol.inscrire(
        desk.register,
        ouverte.octets,
        whole,
        desk.today(),
        depuis=depuis,
        perte=said.cas is Cas.PERTE,
    )
    issues = receive.retry(desk.register, desk.cles, desk.today(), made.id)
    for issue in issues:
        inbox.leave(inbox.emitted(issue), [desks.receipts_place(desk.home)])
    desk.changed("registre")
    return Faite(made, said.cas, len(issues))


def a_lire(cas: Cas) -> bool:
    """Whether only a call can tell whose key it is."""
    return cas in {Cas.NOUVELLE, Cas.PERTE}


def retirer(desk: Desk, code: str, jusqua: Mois | None) -> None:
    enrol.retirer(desk.register, code, jusqua)
    desk.changed("registre")
