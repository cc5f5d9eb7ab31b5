"""A fictional region: an animator, and cabinets that wrote to her every month."""

import signal
import tomllib
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date, datetime, time
from multiprocessing import get_context
from pathlib import Path

from microstructure_desktop import assets
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.periods import Mois, mois_plus_tard
from microstructure_desktop.errors import AppError
from microstructure_desktop.exchange.accuse import EtatAccuse
from microstructure_desktop.exchange.convention import SUFFIX
from microstructure_desktop.paths import Home
from microstructure_desktop.services import unlock
from microstructure_desktop.services.office import Cost

from . import cabinet, poste
from .cabinet import PASSPHRASE, Plan
from .correspondance import Correspondance, Incidents
from .poste import JOUR_LIMITE, Poste

REPORT = time(9)
_SEEDS = 1000
"""Seeds apart: two regions share no cabinet."""
_SIZES = 3
"""Cabinets of the same region differ by up to two people."""


@dataclass(frozen=True, slots=True)
class Etendue:
    """What was asked for; `patients` in the smallest cabinet, `dernier` is the last day."""

    seed: int
    cabinets: int
    mois: int
    dernier: date
    patients: int = 13

    @property
    def dernier_mois(self) -> Mois:
        """The last month that is over: what a cabinet can send."""
        return Mois.de(self.dernier).plus(-1)


@dataclass(frozen=True, slots=True)
class Lieux:
    """Where everything is in the folder of the demonstration."""

    racine: Path

    @property
    def poste(self) -> Home:
        return Home(self.racine / "poste-animateur")

    @property
    def sauvegarde(self) -> Path:
        return self.racine / "coffre-fort" / "sauvegarde-cles.age"

    @property
    def rapport(self) -> Path:
        return self.racine / "rapport"

    @property
    def lisezmoi(self) -> Path:
        """Written last: the whole region is there with it."""
        return self.racine / "LISEZMOI.txt"

    @property
    def boites(self) -> Path:
        """What cabinets and animator hand to each other, a folder for each cabinet."""
        return self.racine / "boite"

    def cabinet(self, structure: str) -> Home:
        return Home(self.racine / "cabinets" / structure)


@dataclass(frozen=True, slots=True)
class Envoyeur:
    """One cabinet to make, as it is told to the process that makes it."""

    home: Home
    boite: Path
    plan: Plan
    poste: Poste
    incidents: Incidents
    cost: Cost


@dataclass(frozen=True, slots=True)
class Temoin:
    """What a cabinet did, and what the animator answered, in order."""

    structure: str
    nom: str
    incidents: Incidents
    patients: int
    seances: int
    etats: tuple[EtatAccuse, ...]


class FolderInUse(AppError):
    sentence = "Ce dossier contient déjà autre chose que la région de démonstration."
    way_out = "Donnez avec --home un dossier vide, ou un dossier qui n’existe pas encore."


Progress = Callable[[float, str], None]


def cheapest() -> Cost:
    """The least that a real key file may ask: a passphrase that is printed protects nobody."""
    from microstructure_desktop.store import keys

    return Cost(keys.LIMITS.floor)


def build(
    lieux: Lieux, etendue: Etendue, progress: Progress, *, cost: Cost, processus: int
) -> tuple[Temoin, ...]:
    """The desk, then each cabinet's whole story, several at a time, then the year's report.

    Raises:
        FolderInUse
    """
    if lieux.racine.exists() and any(lieux.racine.iterdir()):
        raise FolderInUse
    first = mois_plus_tard(etendue.dernier, -etendue.mois)
    progress(0.0, "Clés et convention de l’animation régionale")
    desk = poste.install(lieux.poste, lieux.sauvegarde, first)
    lieux.boites.mkdir()
    (lieux.boites / f"convention{SUFFIX}").write_bytes(desk.convention)
    temoins = []
    for temoin in _lived(senders(lieux, etendue, desk, cost), processus):
        temoins.append(temoin)
        said = f"{temoin.structure}, {temoin.nom} : {temoin.patients} personnes"
        progress(len(temoins) / etendue.cabinets, f"{said}, {temoin.seances} séances")
    edite_le = datetime.combine(etendue.dernier, REPORT).astimezone()
    lieux.rapport.mkdir()
    for name, content in desk.report(etendue.dernier_mois.annee, edite_le).items():
        (lieux.rapport / name).write_bytes(content)
    return tuple(temoins)


def senders(lieux: Lieux, etendue: Etendue, desk: Poste, cost: Cost) -> list[Envoyeur]:
    """Each cabinet, with a code, a size and a seed of its own."""
    known = tomllib.loads(assets.text("demo", "region.toml"))
    troubles = incidents(etendue)
    found = []
    for rank in range(etendue.cabinets):
        structure = f"{known['structure']}{rank + 1:03}"
        plan = Plan(
            etendue.seed * _SEEDS + rank,
            etendue.mois,
            etendue.patients + rank % _SIZES,
            etendue.dernier,
            known["cabinets"][rank],
            structure,
        )
        home, boite = lieux.cabinet(structure), lieux.boites / structure
        found.append(Envoyeur(home, boite, plan, desk, troubles[rank], cost))
    return found


def incidents(etendue: Etendue) -> list[Incidents]:
    """What happens to whom: four troubles, as far from each other as the cabinets allow."""
    last = etendue.dernier_mois
    due = last if etendue.dernier.day > JOUR_LIMITE else last.plus(-1)
    troubles: list[dict[str, Mois]] = [{} for _ in range(etendue.cabinets)]
    known = {"corrige": last.plus(-1), "double": last, "abime": last, "muet": due}
    for rank, (trouble, mois) in enumerate(known.items()):
        troubles[rank * etendue.cabinets // len(known)][trouble] = mois
    return [Incidents(**each) for each in troubles]


def _lived(senders: list[Envoyeur], processus: int) -> Iterator[Temoin]:
    if processus == 1:
        yield from map(live, senders)
        return
    pool = ProcessPoolExecutor(processus, get_context("spawn"), _leave_interruptions)
    try:
        yield from pool.map(live, senders)
    finally:
        pool.shutdown(cancel_futures=True)


def _leave_interruptions() -> None:
    """Whoever stops the demonstration is heard once, by the process that shows it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def live(sender: Envoyeur) -> Temoin:
    """One cabinet from its first day to its last."""
    correspondance = Correspondance(sender.poste, sender.boite, sender.incidents)
    plan = sender.plan
    story = cabinet.build(
        sender.home, plan, PASSPHRASE, _quiet, sender.cost, correspondance.evening
    )
    unlock.close(story.offices[Role.MEDECIN])
    return Temoin(
        plan.structure,
        plan.nom,
        sender.incidents,
        len(story.people),
        story.seances,
        tuple(correspondance.etats),
    )


def _quiet(_share: float, _sentence: str) -> None:
    """A cabinet is told once it is there."""
