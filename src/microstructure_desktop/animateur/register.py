"""Register: the animator's database, opened by its address, one transaction for one action."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from .errors import RegisterAddress
from .sql import engine
from .sql.work import Work

if TYPE_CHECKING:
    from collections.abc import Iterator

    from microstructure_desktop.paths import Home

    from .sql.engine import Database


class Register:
    def __init__(self, database: Database) -> None:
        self._engine = database

    @classmethod
    def open(cls, address: str) -> Register:
        """Open the register at a URL, made there when there is none.

        Raises:
            AppError: which one says why (errors.py).
        """
        return cls(engine.connect(address))

    def close(self) -> None:
        self._engine.dispose()

    @contextmanager
    def read(self) -> Iterator[Work]:
        """What the register says at one moment.

        Raises:
            RegisterUnavailable
        """
        with engine.reading(self._engine) as connection:
            yield Work(connection)

    @contextmanager
    def write(self) -> Iterator[Work]:
        """One action: all of it is written when the block ends, or nothing.

        Raises:
            RegisterUnavailable: nothing was written.
        """
        with engine.writing(self._engine) as connection:
            yield Work(connection)


def address(home: Home) -> str:
    """Where the register is: as chosen once, else a file of the animator's folder.

    Raises:
        RegisterAddress: what was chosen cannot be read; another register would look emptied.
    """
    try:
        chosen = home.registre_file.read_text(encoding="utf-8").strip()
    except (FileNotFoundError, NotADirectoryError):
        chosen = ""
    except (OSError, UnicodeDecodeError):
        raise RegisterAddress from None
    return chosen or engine.of_file(home.animateur / "registre.db")


def choose(home: Home, url: str) -> Register:
    """Open a register, and remember where it is.

    Raises:
        AppError: it cannot be opened; nothing is remembered.
    """
    opened = Register.open(url)
    home.registre_file.write_text(f"{url}\n", encoding="utf-8")
    return opened
