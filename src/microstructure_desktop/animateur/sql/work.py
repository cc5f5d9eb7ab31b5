"""Work: all that can be read and written of the register inside one transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .lignes import Lignes
from .papers import Accuses, Conventions, Quarantaines
from .paquets import Paquets
from .structures import Structures

if TYPE_CHECKING:
    from sqlalchemy import Connection


class Work:
    def __init__(self, connection: Connection) -> None:
        self.structures = Structures(connection)
        self.conventions = Conventions(connection)
        self.paquets = Paquets(connection)
        self.lignes = Lignes(connection)
        self.accuses = Accuses(connection)
        self.quarantaine = Quarantaines(connection)
