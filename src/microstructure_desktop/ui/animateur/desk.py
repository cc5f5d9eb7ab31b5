"""Desk: what the worker's thread alone holds: the register and the keys."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from microstructure_desktop.animateur import enrol, keys, register
from microstructure_desktop.animateur.enrol import Projet
from microstructure_desktop.animateur.keys import Cles
from microstructure_desktop.animateur.register import Register
from microstructure_desktop.paths import Home

ACCUSES = "accuses"
_PLACE = "accuses.txt"

Clock = Callable[[], date]


@dataclass(slots=True)
class Desk:
    """`today` is asked at each action: a window stays open over midnight."""

    home: Home
    register: Register
    cles: Cles
    today: Clock = date.today
    _changed: set[str] = field(default_factory=set)

    def changed(self, *kinds: str) -> None:
        """Say what an action wrote, so that pages read it again."""
        self._changed.update(kinds)

    def take_changes(self) -> frozenset[str]:
        kinds = frozenset(self._changed)
        self._changed.clear()
        return kinds

    def close(self) -> None:
        self.register.close()


@dataclass(frozen=True, slots=True)
class Secrets:
    """A passphrase for each day, and the backup of the keys with its own."""

    phrase: str = field(repr=False)
    sauvegarde: Path
    phrase_sauvegarde: str = field(repr=False)


def exists(home: Home) -> bool:
    return keys_file(home).exists()


def keys_file(home: Home) -> Path:
    return home.animateur / keys.FICHIER


def create(home: Home, secrets: Secrets, projet: Projet, url: str, today: Clock) -> Desk:
    """New keys, a register, and the first convention where there is none yet.

    Raises:
        AppError: which one says why; what was already written is found again at the next try.
    """
    opened = _register(home, url)
    try:
        cles = keys.create(
            keys_file(home), secrets.phrase, secrets.sauvegarde, secrets.phrase_sauvegarde
        )
        enrol.faire_convention(opened, cles, projet, today())
    except BaseException:
        opened.close()
        raise
    return Desk(home, opened, cles, today)


def restore(home: Home, secrets: Secrets, url: str, today: Clock) -> Desk:
    """The same signature again, from the backup of the safe.

    Raises:
        AppError: which one says why.
    """
    opened = _register(home, url)
    try:
        cles = keys.restore(
            keys_file(home), secrets.phrase, secrets.sauvegarde, secrets.phrase_sauvegarde
        )
    except BaseException:
        opened.close()
        raise
    return Desk(home, opened, cles, today)


def unlock(home: Home, phrase: str, today: Clock) -> Desk:
    """The keys first: a wrong passphrase opens no register.

    Raises:
        AppError: which one says why.
    """
    cles = keys.open_keys(keys_file(home), phrase)
    return Desk(home, _register(home, ""), cles, today)


def receipts_place(home: Home) -> Path:
    """Where receipts are written: as chosen once, else a folder of the animator's own."""
    try:
        chosen = (home.animateur / _PLACE).read_text(encoding="utf-8").strip()
    except OSError:
        chosen = ""
    return Path(chosen) if chosen else home.animateur / ACCUSES


def choose_receipts_place(home: Home, place: Path) -> None:
    (home.animateur / _PLACE).write_text(f"{place}\n", encoding="utf-8")


def _register(home: Home, url: str) -> Register:
    home.animateur.mkdir(parents=True, exist_ok=True)
    if url:
        return register.choose(home, url)
    return Register.open(register.address(home))
