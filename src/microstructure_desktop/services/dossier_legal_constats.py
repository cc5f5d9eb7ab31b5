"""What the program finds of the computer and of its copies; it says no more than it can see."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from microstructure_desktop import settings
from microstructure_desktop.french import duration, numeric_date
from microstructure_desktop.store import keyring
from microstructure_desktop.store.failures import FolderShared
from microstructure_desktop.store.places import refuse_shared

from .dossier_legal_modeles import Observe
from .office import Office

if TYPE_CHECKING:
    from microstructure_desktop.store.work import Work

COPIE, EXERCICE = timedelta(days=7), timedelta(days=92)


@dataclass(frozen=True, slots=True)
class Vu:
    """`copie_le`: the last one on a disk apart. `exercice_le`: the last restoration that worked,
    `feuille_le`: when the recovery sheet was last proved.
    """

    verrou_minutes: int
    lieu_propre: bool
    copie_le: date | None = None
    exercice_le: date | None = None
    feuille_le: date | None = None


@dataclass(frozen=True, slots=True)
class Constat:
    """Whether it is well, and what was seen."""

    bon: bool
    phrase: str


def regarder(work: "Work", office: Office) -> Vu:
    """What stands in the settings of this computer and in the store."""
    done = [x for x in work.exercices.all() if x.reussi]
    copies = [s.sauvegarde_le for s in work.supports.all() if s.sauvegarde_le and not s.retire]
    return Vu(
        settings.load(office.home.settings_file).verrouillage_minutes,
        _apart(office),
        _last(copies),
        _last([x.le for x in done]),
        max(_proved(office), default=None),
    )


def constats(vu: Vu, le: date) -> Mapping[Observe, Constat]:
    """A sentence for each line that the program tells."""
    alone = "Sur ce poste : le disque de l’ordinateur."
    shared = "Le dossier du cabinet est recopié ailleurs : déplacez-le."
    delay = f"Sur ce poste : après {duration(vu.verrou_minutes)}."
    return {
        Observe.VERROU: Constat(bon=True, phrase=delay),
        Observe.LIEU: Constat(vu.lieu_propre, alone if vu.lieu_propre else shared),
        Observe.COPIE: _since(vu.copie_le, le, COPIE, "Aucune n’est connue du logiciel."),
        Observe.EXERCICE: _since(vu.exercice_le, le, EXERCICE, "Aucun essai n’est noté."),
        Observe.FEUILLE: _since(
            vu.feuille_le, le, None, "Aucune n’a été recopiée après impression."
        ),
    }


def _since(found: date | None, le: date, most: timedelta | None, never: str) -> Constat:
    if found is None:
        return Constat(bon=False, phrase=never)
    old = most is not None and le - found > most
    again = ", à refaire" if old else ""
    return Constat(not old, f"La dernière fois le {numeric_date(found)}{again}.")


def _proved(office: Office) -> list[date]:
    """The days when a sheet that did not serve yet was typed back."""
    sheets = keyring.load(office.home.coffre).secours
    return [date.fromisoformat(s.prouvee) for s in sheets if s.prouvee and not s.utilisee]


def _last(instants: list[datetime]) -> date | None:
    return max(instants).astimezone().date() if instants else None


def _apart(office: Office) -> bool:
    try:
        refuse_shared(office.home.coffre)
    except FolderShared:
        return False
    return True
